const MINUS = '−';

/**
 * A number as pictures show it: at most `digits` significant digits (whole numbers below 100,000 stay whole at four
 * digits), a true minus sign, "NaN" and "∞" by name. 0.3333, −1.5, 14, 1.2e6, −∞.
 */
export function formatNumber(value: number, digits = 4): string {
  if (Number.isNaN(value)) return 'NaN';
  const size = Math.abs(value);
  const text = size === Number.POSITIVE_INFINITY ? '∞' : digitsOf(size, digits);
  return value < 0 && text !== '0' ? `${MINUS}${text}` : text;
}

/** Whether the shown number is the number, up to float32's own rounding: decides between "=" and "≈". */
export function isShownExactly(value: number, digits = 4): boolean {
  if (!Number.isFinite(value)) return true;
  const shown = Number(formatNumber(value, digits).replaceAll(MINUS, '-'));
  return Math.abs(shown - value) <= Math.abs(value) * 2e-7;
}

/** "= 3.5", or "≈ 1.667" where digits were left out; no line ends between the sign and the number. */
export function equals(value: number, digits = 4): string {
  return `${isShownExactly(value, digits) ? '=' : '≈'}\u00A0${formatNumber(value, digits)}`;
}

/** Digits for a total: a whole one is shown whole up to ten millions, so that a division of it can be followed. */
export function totalDigits(total: number): number {
  return Number.isInteger(total) ? 6 : 4;
}

function digitsOf(size: number, digits: number): string {
  if (Number.isInteger(size) && size < 10 ** (digits + 1)) return String(size);
  const rounded = Number(size.toPrecision(digits));
  if (rounded !== 0 && (rounded < 1e-3 || rounded >= 10 ** (digits + 1))) return exponential(size, digits);
  return String(rounded);
}

function exponential(size: number, digits: number): string {
  const [mantissa, exponent] = size.toExponential(Math.max(0, digits - 2)).split('e');
  const trimmed = String(Number(mantissa));
  return `${trimmed}e${String(Number(exponent)).replace('-', MINUS)}`;
}

import { formatNumber } from './number.ts';

/** More terms than this are shown by their first ones and the last. */
const MOST_TERMS = 12;
const FIRST_TERMS = 4;

/** The terms joined by a sign, which starts a line where one has to end, the middle left out where there are many: "1 + 2 + 3 + … + 49". */
export function terms(values: readonly number[], sign: string, whole: number, after = ''): string {
  const write = (value: number) => (sign === ', ' ? formatNumber(value) : term(value, after));
  if (values.length === whole && whole <= MOST_TERMS) return values.map(write).join(sign);
  const last = values.length === whole ? values.slice(-1) : [];
  return [...values.slice(0, FIRST_TERMS).map(write), '…', ...last.map(write)].join(sign);
}

/** Negative numbers in a sum or under a power stand in brackets. */
function term(value: number, after: string): string {
  const text = formatNumber(value);
  return text.startsWith('−') ? `(${text})${after}` : `${text}${after}`;
}

const RAISED: Readonly<Record<string, string>> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
};

/** An exponent: raised digits where it is a whole number, "^2.5" otherwise. */
export function power(exponent: number): string {
  const text = formatNumber(exponent);
  return /^\d+$/.test(text) ? [...text].map((digit) => RAISED[digit] ?? digit).join('') : `^${text}`;
}

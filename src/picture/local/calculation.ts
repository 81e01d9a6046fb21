import type { Entry } from '../layout/ledger.ts';
import { count } from '../text/list.ts';
import { equals, formatNumber, totalDigits } from '../text/number.ts';
import { power, terms } from '../text/terms.ts';
import type { LocalInput } from './input.ts';
import { LISTED, type Window } from './window.ts';

/** How the lit window's number comes about, line by line. */
export function calculation(local: LocalInput, window: Window): readonly Entry[] {
  const { reduce } = local;
  if (window.real === 0) return paddingOnly(reduce, window);
  switch (reduce.kind) {
    case 'average':
      return average(window, reduce);
    case 'max':
    case 'min':
      return extreme(window, reduce.kind);
    case 'lp':
      return lp(window, reduce);
  }
}

/** A window that lies in the padding alone has nothing to add up or compare. */
function paddingOnly(reduce: LocalInput['reduce'], window: Window): readonly Entry[] {
  const name = reduce.kind === 'average' ? 'mean' : 'result';
  return [line('cells', 'padding only'), final(name, formatNumber(window.result))];
}

type Reduce<Kind> = Extract<LocalInput['reduce'], { kind: Kind }>;

function average(window: Window, reduce: Reduce<'average'>): readonly Entry[] {
  const values = window.cells.map((cell) => cell.value);
  const { divisor } = reduce;
  const why = reason(reduce, window);
  if (window.real > LISTED)
    return [line('divide by', `${divisor}${why}`), final('mean', equals(window.result))];
  const sum = values.reduce((total, value) => total + value, 0);
  const digits = totalDigits(sum);
  const quotient = `${formatNumber(sum, digits)}\u00A0÷\u00A0${divisor} ${equals(reduce.truncated ? sum / divisor : window.result)}`;
  const shown = `${terms(values, ' +\u00A0', window.real)} ${equals(sum, digits)}`;
  const entries = [line('sum', shown), line('divide by', `${divisor}${why}`)];
  if (!reduce.truncated) return [...entries, final('mean', quotient)];
  return [...entries, line('mean', quotient), final('whole number', formatNumber(window.result))];
}

function reason(reduce: Reduce<'average'>, window: Window): string {
  const { divisor, counts } = reduce;
  if (counts === 'fixed') return ', given by divisor_override';
  if (counts === 'real' || divisor === window.real) return divisor === 1 ? ' real cell' : ' real cells';
  return ` = ${window.real} real + ${divisor - window.real} padding`;
}

function extreme(window: Window, kind: 'max' | 'min'): readonly Entry[] {
  const values = window.cells.map((cell) => cell.value);
  const name = kind === 'max' ? 'largest' : 'smallest';
  const listed = window.real > LISTED ? count(window.real, 'cell') : terms(values, ', ', window.real);
  return [line('cells', listed), final(name, formatNumber(window.result))];
}

function lp(window: Window, { norm, sign, scale }: Reduce<'lp'>): readonly Entry[] {
  const result = final('result', equals(window.result));
  if (window.real > LISTED)
    return [line('norm', `p = ${formatNumber(norm)} of ${window.real} cells`), result];
  const raw = window.cells.map((cell) => cell.value);
  const values = sign === 'absolute' ? raw.map(Math.abs) : raw;
  if (norm === Number.POSITIVE_INFINITY)
    return [line('cells', terms(values, ', ', window.real)), final('largest', formatNumber(window.result))];
  const sum = values.reduce((total, value) => total + value ** norm, 0);
  const digits = totalDigits(sum);
  const added = `${terms(values, ' +\u00A0', window.real, norm === 1 ? '' : power(norm))} ${equals(sum, digits)}`;
  const entries = [line('sum', added)];
  if (scale !== 1)
    entries.push(
      line('scaled', `${formatNumber(sum, digits)} × ${formatNumber(scale)} ${equals(sum * scale)}`),
    );
  const total = formatNumber(sum * scale, digits);
  const root = norm === 1 ? '' : norm === 2 ? `√${total} ` : `${total}^(1/${formatNumber(norm)}) `;
  return [...entries, final(norm === 1 ? 'result' : 'root', `${root}${equals(window.result)}`)];
}

function line(name: string, text: string): Entry {
  return { name, text, result: false };
}

function final(name: string, text: string): Entry {
  return { name, text, result: true };
}

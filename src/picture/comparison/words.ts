import { sizes } from '../map/cells.ts';
import { count, sizeText } from '../text/list.ts';
import { equals, formatNumber, totalDigits } from '../text/number.ts';
import { terms } from '../text/terms.ts';
import type { ComparisonInput } from './input.ts';
import { firstWindow, type Windows } from './windows.ts';

/** What one of the two layers keeps, and how its first number comes about. */
export interface Side {
  readonly kind: 'Local' | 'Global';
  readonly layer: string;
  readonly keeps: string;
  readonly sum: string;
}

/** More cells than this are not added up for a picture. */
const ADDED = 4096;
const LISTED_SUM = 6;
const LISTED_MAX = 9;

export function localSide(comparison: ComparisonInput, windows: Windows): Side {
  const { local, reduce } = comparison;
  const { shape, data } = local.output;
  const each = reduce === 'average' ? 'mean' : 'largest';
  const map = `a ${shape.length === 1 ? 'sequence' : 'map'} of ${sizeText(shape)}`;
  const keeps = `keeps ${map}: each number is the ${each} of its window`;
  const values = firstWindow(comparison, windows, ADDED + 1);
  const sum = worked(reduce, values, local.divisor, data[0] ?? Number.NaN);
  return { kind: 'Local', layer: local.layer, keeps, sum: `first: ${sum}` };
}

export function globalSide({ input, global, reduce }: ComparisonInput): Side {
  const { rows, columns, depth } = sizes(input.shape);
  const all = rows * columns * depth;
  const keeps = `keeps one number: the ${reduce === 'average' ? 'mean' : 'largest'} of all ${count(all, 'cell')}`;
  const values = Array.from(
    { length: Math.min(all, ADDED + 1) },
    (_, index) => input.data[index] ?? Number.NaN,
  );
  return { kind: 'Global', layer: global.layer, keeps, sum: worked(reduce, values, all, global.value) };
}

function worked(
  reduce: ComparisonInput['reduce'],
  values: readonly number[],
  divisor: number,
  result: number,
): string {
  if (reduce === 'max') {
    const from = values.length <= LISTED_MAX ? terms(values, ', ', values.length) : count(divisor, 'cell');
    return `largest of ${from}: ${formatNumber(result)}`;
  }
  if (values.length > ADDED) return `mean of ${count(divisor, 'cell')} ${equals(result)}`;
  const sum = values.reduce((total, value) => total + value, 0);
  const added =
    values.length <= LISTED_SUM && values.length > 1
      ? `(${terms(values, ' +\u00A0', values.length)})`
      : formatNumber(sum, totalDigits(sum));
  return `${added} ÷\u00A0${divisor} ${equals(result)}`;
}

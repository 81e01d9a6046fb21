import { card, INNER_WIDTH } from '../layout/card.ts';
import { type Entry, ledger } from '../layout/ledger.ts';
import type { Picture } from '../picture.ts';
import { count, listNumbers, places, span } from '../text/list.ts';
import { equals, formatNumber } from '../text/number.ts';
import { terms } from '../text/terms.ts';
import type { AdaptiveAxis, AdaptiveInput } from './input.ts';
import { strip } from './strip.ts';

/**
 * The bins of an adaptive pooling layer: per axis the cells with a bracket for every bin, overlapping bins in rows of
 * their own, and how one of them comes about. Axes with the same bins are drawn once.
 */
export function drawAdaptive(input: AdaptiveInput): Picture {
  const axes = distinct(input.axes);
  return {
    alt: alt(input, axes),
    draw: () =>
      card({
        title: input.layer,
        subtitle: axes.some(overlaps)
          ? 'Bins overlap: the sizes do not divide evenly (counted from 0)'
          : 'Bins of equal size, side by side (counted from 0)',
        parts: [
          ...axes.map((axis) => strip(input, axis)),
          ledger(axes.flatMap((axis) => worked(input, axis)).slice(0, 4), INNER_WIDTH),
        ],
      }),
  };
}

/** Which bin is worked out. */
const EXAMPLE = 1;

function distinct(axes: readonly AdaptiveAxis[]): readonly AdaptiveAxis[] {
  const kinds = new Map<string, AdaptiveAxis>();
  for (const axis of axes) {
    const key = `${axis.input} ${axis.bins.length}`;
    const same = kinds.get(key);
    kinds.set(key, same === undefined ? axis : { ...same, name: `${same.name} and ${axis.name}` });
  }
  return [...kinds.values()];
}

function overlaps({ bins }: AdaptiveAxis): boolean {
  return bins.some(([start], index) => index > 0 && start < (bins[index - 1]?.[1] ?? 0));
}

/** The bounds and the number of one bin, not the first: there rounding shows. */
function worked(input: AdaptiveInput, axis: AdaptiveAxis): readonly Entry[] {
  const index = Math.min(EXAMPLE, axis.bins.length - 1);
  const bin = axis.bins[index];
  if (bin === undefined) return [];
  const [start, end] = bin;
  const ratio = `${axis.input} ÷\u00A0${axis.bins.length}`;
  const bounds = `⌊${index} × ${ratio}⌋ = ${start}, ends before ⌈${index + 1} × ${ratio}⌉ = ${end}`;
  const entries = [
    {
      name: `bin ${index}`,
      text: `${bounds}: ${places('cell', start, end)}`,
      result: false,
    },
  ];
  const result = input.values?.output[index];
  if (result === undefined || input.values === null) return entries;
  const values = Array.from(
    { length: end - start },
    (_, at) => input.values?.input[start + at] ?? Number.NaN,
  );
  const text =
    input.reduce === 'average'
      ? `${inBrackets(terms(values, ' +\u00A0', values.length), values.length)} ÷\u00A0${values.length} ${equals(result)}`
      : `${terms(values, ', ', values.length)}: ${formatNumber(result)}`;
  return [...entries, { name: input.reduce === 'average' ? 'mean' : 'largest', text, result: true }];
}

function inBrackets(sum: string, terms: number): string {
  return terms === 1 ? sum : `(${sum})`;
}

function alt(input: AdaptiveInput, axes: readonly AdaptiveAxis[]): string {
  const bins = axes.map((axis) => {
    const shown = axis.bins.slice(0, 8).map(([start, end]) => span(start, end));
    const rest = axis.bins.length > shown.length ? ' and so on' : '';
    return `${axis.name}: ${count(axis.input, 'cell')} in ${count(axis.bins.length, 'bin')}, cells ${shown.join('; ')}${rest}.`;
  });
  const values =
    input.values === null
      ? ''
      : ` Input ${listNumbers(input.values.input)}; output ${listNumbers(input.values.output)}.`;
  const how = axes.flatMap((axis) => worked(input, axis)).map((entry) => `${entry.name}: ${entry.text}`);
  return `${input.layer}. ${bins.join(' ')}${values} ${how.join('; ')}.`.replaceAll('\u00A0', ' ');
}

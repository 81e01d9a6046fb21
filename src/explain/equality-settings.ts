import type { Equality } from '../answer/index.ts';
import type { LocalWindow, PoolOperation } from '../pooling/index.ts';
import { formatCrossed } from './format.ts';

/** What two single layers do otherwise, one line for each setting that differs. */
export function equalitySettings(sides: Equality['sides']): readonly string[] {
  const [first, second] = sides.map(({ steps }) => (steps.length === 1 ? steps[0] : undefined));
  if (first?.kind !== 'pool' || second?.kind !== 'pool') return [];
  const [one, other] = [settingsOf(first.operation), settingsOf(second.operation)];
  return Object.keys(one).flatMap((name) => {
    const [a, b] = [one[name] ?? '', other[name] ?? ''];
    return a === b || b === '' ? [] : [`${name}: ${a} against ${b}`];
  });
}

function settingsOf(operation: PoolOperation): Readonly<Record<string, string>> {
  const { reduce, window } = operation;
  const result = {
    max: 'the maximum',
    min: 'the minimum',
    average: 'the mean',
    lp: reduce.kind === 'lp' ? normText(reduce) : '',
  }[reduce.kind];
  if (window.kind !== 'local') return { 'a window becomes': result, windows: windowsText(operation) };
  return {
    'a window becomes': result,
    windows: windowsText(operation),
    stride: formatCrossed(window.stride),
    dilation: formatCrossed(window.dilation),
    padding: paddingText(window),
    'sizes are rounded': window.rounding === 'floor' ? 'down' : 'up',
    ...(reduce.kind === 'average' && isPadded(window) ? { 'a mean divides by': divisorText(window) } : {}),
  };
}

/** A norm of 1 without absolute values is a sum. */
const normText = ({ norm, sign }: Extract<PoolOperation['reduce'], { kind: 'lp' }>): string =>
  norm === 1 && sign === 'raw' ? 'the sum' : `the norm of ${norm}`;

function windowsText({ window }: PoolOperation): string {
  switch (window.kind) {
    case 'local':
    case 'fractional':
      return formatCrossed(window.kernel);
    case 'global':
      return 'one, the whole map';
    case 'adaptive':
      return `as many as the output has cells, ${formatCrossed(window.outputSize)}`;
  }
}

function paddingText({ padding }: LocalWindow): string {
  if (padding.kind === 'same')
    return `"same", its odd cell at the ${padding.odd === 'upper' ? 'end' : 'beginning'}`;
  const cells = [...padding.begin, ...padding.end];
  const [first] = cells;
  if (cells.every((size) => size === first)) return first === 0 ? 'none' : `${first} on each side`;
  return `${formatCrossed(padding.begin)} before, ${formatCrossed(padding.end)} after`;
}

const isPadded = ({ padding, rounding, divisor }: LocalWindow): boolean =>
  padding.kind === 'same' ||
  [...padding.begin, ...padding.end].some((size) => size > 0) ||
  rounding !== 'floor' ||
  divisor.kind === 'fixed';

function divisorText({ divisor }: LocalWindow): string {
  switch (divisor.kind) {
    case 'real':
      return 'real cells alone';
    case 'padded':
      return 'padded cells too';
    case 'fixed':
      return `always ${divisor.value}`;
  }
}

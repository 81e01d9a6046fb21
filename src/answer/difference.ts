import type { Caveat } from '../frameworks/index.ts';
import {
  forward,
  inferShape,
  type LocalWindow,
  type Operation,
  type PoolOperation,
} from '../pooling/index.ts';

/** The numbers 1 to n through the operation, and through what it would be without heeding a caveat. */
export interface Difference {
  readonly input: readonly number[];
  readonly right: readonly number[];
  readonly careless: readonly number[];
}

/** The longest row of numbers that is worth showing. */
const longest = 12;

/**
 * The shortest row 1, 2, 3 … on which an operation and its careless translation differ, along one axis. Null for
 * caveats that numbers don't show (the layout, a Flatten), and where no short row shows them.
 */
export function smallestDifference(operation: Operation, caveat: Caveat): Difference | null {
  const right = alongOneAxis(operation);
  const careless = right ? withoutHeeding(right, caveat) : null;
  if (!right || !careless) return null;
  for (let length = 1; length <= longest; length += 1) {
    const difference = onRow(right, careless, length);
    if (difference) return difference;
  }
  return null;
}

type OneAxis = PoolOperation & { readonly window: LocalWindow };

function alongOneAxis(operation: Operation): OneAxis | null {
  if (operation.kind !== 'pool' || operation.window.kind !== 'local') return null;
  const { window } = operation;
  const first = (list: readonly number[]) => list.slice(0, 1);
  const { padding } = window;
  return {
    ...operation,
    axes: { rank: 1, layout: operation.axes.layout, lead: 0, channels: false },
    window: {
      ...window,
      kernel: first(window.kernel),
      stride: first(window.stride),
      dilation: first(window.dilation),
      padding:
        padding.kind === 'same'
          ? padding
          : { kind: 'explicit', begin: first(padding.begin), end: first(padding.end) },
    },
  };
}

function withoutHeeding(operation: OneAxis, caveat: Caveat): OneAxis | null {
  const { window } = operation;
  const changed = (change: Partial<LocalWindow>): OneAxis => ({
    ...operation,
    window: { ...window, ...change },
  });
  switch (caveat.kind) {
    case 'default':
      return /^strides?$/.test(caveat.argument)
        ? changed({ stride: [1] })
        : changed({ divisor: otherDivisor(window) });
    case 'padding-side': {
      const sides = window.kernel.map((size) => Math.floor(size / 2));
      return changed({ padding: { kind: 'explicit', begin: sides, end: sides } });
    }
    case 'divisor':
      return changed({ divisor: otherDivisor(window) });
    case 'rounding':
      return changed({ rounding: 'floor' });
    case 'layout':
    case 'flatten':
    case 'pad-layer':
    case 'size-bound':
    case 'nan':
    case 'ties':
    case 'indices':
    case 'random':
      return null;
  }
}

const otherDivisor = ({ divisor }: LocalWindow): LocalWindow['divisor'] =>
  divisor.kind === 'real' ? { kind: 'padded' } : { kind: 'real' };

function onRow(right: OneAxis, careless: OneAxis, length: number): Difference | null {
  const input = { shape: [length], data: Float64Array.from({ length }, (_, at) => at + 1) };
  const outputs = [right, careless].map((operation) => {
    const [size] = inferShape(operation, input.shape).output;
    return size !== undefined && size !== null && size > 0
      ? Array.from(forward(operation, input).output.data)
      : null;
  });
  const [mine, theirs] = outputs;
  if (!mine || !theirs || mine.some(Number.isNaN) || theirs.some(Number.isNaN)) return null;
  const equal = mine.length === theirs.length && mine.every((value, at) => value === theirs[at]);
  return equal ? null : { input: Array.from(input.data), right: mine, careless: theirs };
}

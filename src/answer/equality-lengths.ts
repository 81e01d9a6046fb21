import { effectiveKernel, type PoolOperation } from '../pooling/index.ts';
import { type Side, sideAlong, sizesAfter } from './equality-side.ts';
import { type AtSize, compareAt } from './equality-size.ts';

/** One axis compared at many lengths. */
export interface AxisLengths {
  readonly equal: readonly number[];
  readonly different: readonly number[];
  /** Nothing tells them apart there, which is no proof. */
  readonly unproved: readonly number[];
  /** Where both sides give the same length. */
  readonly sameLength: boolean;
}

const usualLengths = 32;
const longest = 400;

/**
 * Compares along one axis: at one length, or where none is given at all lengths at which something can change: short
 * ones, and those around the windows.
 */
export function compareLengths(a: Side, b: Side, axis: number, only: number | null): AxisLengths {
  const [left, right] = [sideAlong(a, axis), sideAlong(b, axis)];
  const lengths = only === null ? tellingLengths([...left.steps, ...right.steps]) : [only];
  const found = lengths.map((length) => ({ length, result: compareAt(left, right, length) }));
  const at = (wanted: AtSize) => found.filter(({ result }) => result === wanted).map(({ length }) => length);
  const sameLength = lengths.every((length) => {
    const [after, other] = [sizesAfter(left, [length]), sizesAfter(right, [length])];
    return !after || !other || after[0] === other[0];
  });
  const defined = { equal: at('equal'), different: at('different'), unproved: at('unproved'), sameLength };
  return only === null ? withoutSingleWindows(left, right, defined) : defined;
}

/**
 * Two sliding windows agree wherever only one of them fits, and any two on a single cell: that says nothing on the
 * layers, so it doesn't count beside lengths where they differ.
 */
function withoutSingleWindows(a: Side, b: Side, lengths: AxisLengths): AxisLengths {
  if (lengths.different.length === 0) return lengths;
  const sliding = [...a.steps, ...b.steps].every(({ window }) => window.kind === 'local');
  const counts = (length: number) => length > 1 && !(sliding && (sizesAfter(a, [length])?.[0] ?? 1) === 1);
  return {
    ...lengths,
    equal: lengths.equal.filter(counts),
    unproved: lengths.unproved.filter(counts),
  };
}

function tellingLengths(steps: readonly PoolOperation[]): readonly number[] {
  const around = steps.flatMap(({ window }) => {
    if (window.kind === 'local') {
      const span = effectiveKernel(window.kernel[0] ?? 1, window.dilation[0] ?? 1);
      const stride = window.stride[0] ?? 1;
      const bins = steps.flatMap((other) =>
        other.window.kind === 'adaptive' ? [(other.window.outputSize[0] ?? 1) * stride] : [],
      );
      return [...Array.from({ length: 2 * stride + 2 }, (_, more) => span + more), ...bins];
    }
    return window.kind === 'adaptive' ? [window.outputSize[0] ?? 1] : [];
  });
  const usual = Array.from({ length: usualLengths }, (_, at) => at + 1);
  const known = [...usual, ...around].filter((length) => length <= longest);
  return [...new Set(known)].sort((one, other) => one - other);
}

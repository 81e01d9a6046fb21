import { type PoolOperation, plainWindow, type Reduce } from '../../pooling/index.ts';
import type { Side } from './side.ts';
import type { Step } from './step.ts';

/**
 * A side with windows behind windows as one window, wherever that holds for every input. Behind windows of k cells, s
 * apart, windows of m, t apart, hold (m − 1)·s + k cells, s·t apart, and sizes rounded down twice are rounded down once:
 * ⌊(⌊(n − k) / s⌋ + 1 − m) / t⌋ + 1 = ⌊(n − k − (m − 1)·s) / (s·t)⌋ + 1.
 */
export function composed(side: Side): Side {
  const steps: Step[] = [];
  for (const step of side.steps) {
    const before = steps.at(-1);
    const together =
      before?.kind === 'pool' && step.kind === 'pool' ? compose(before.operation, step.operation) : null;
    if (together) steps[steps.length - 1] = { kind: 'pool', operation: together, layer: null };
    else steps.push(step);
  }
  return { ...side, steps };
}

function compose(inner: PoolOperation, outer: PoolOperation): PoolOperation | null {
  const [first, second] = [plainOf(inner), plainOf(outer)];
  if (first === null || second === null || !sameReduce(inner.reduce, outer.reduce)) return null;
  const rule = joins(inner.reduce);
  const whole = first.kernel.every((kernel, axis) => {
    const [stride, more] = [first.stride[axis] ?? 1, second.kernel[axis] ?? 1];
    // Between windows that stand apart are cells that no one sees, and where they overlap some would count twice.
    return more === 1 || kernel === stride || (rule === 'extreme' && kernel > stride);
  });
  if (rule === null || !whole) return null;
  const kernel = first.kernel.map(
    (size, axis) => ((second.kernel[axis] ?? 1) - 1) * (first.stride[axis] ?? 1) + size,
  );
  const stride = first.stride.map((size, axis) => size * (second.stride[axis] ?? 1));
  return { ...inner, window: plainWindow(kernel, stride) };
}

/** How values of windows join: as extremes of extremes, or as sums of sums of other cells. */
function joins(reduce: Reduce): 'extreme' | 'sum' | null {
  switch (reduce.kind) {
    case 'max':
    case 'min':
      return 'extreme';
    case 'average':
      return reduce.truncate ? null : 'sum';
    case 'lp':
      return reduce.norm % 2 === 0 || (reduce.norm === 1 && reduce.sign === 'raw') ? 'sum' : null;
  }
}

const sameReduce = (a: Reduce, b: Reduce): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The window of an operation that neither pads nor leaves gaps nor rounds up. */
function plainOf({ window }: PoolOperation) {
  if (window.kind !== 'local' || window.divisor.kind === 'fixed') return null;
  const { kernel, stride, divisor } = window;
  return JSON.stringify({ ...window, divisor: null }) ===
    JSON.stringify({ ...plainWindow(kernel, stride), divisor: null })
    ? { kernel, stride, divisor }
    : null;
}

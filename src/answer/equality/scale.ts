import type { PoolOperation, Reduce } from '../../pooling/index.ts';
import { sum } from './read-expression.ts';
import type { Side } from './side.ts';
import type { Step } from './step.ts';

/**
 * A step that comes after everything was multiplied with `factor`, as one that the multiplication comes after: the
 * maximum of negated numbers is their negated minimum. Null where the two can't change places.
 */
export function passScale(
  step: Step,
  factor: number,
): { readonly step: Step; readonly factor: number } | null {
  switch (step.kind) {
    case 'cells':
      return { step, factor };
    case 'mix':
      return null;
    case 'function': {
      const straight = step.function.name === 'ReLU' || step.function.name === 'LeakyReLU';
      return factor > 0 && straight ? { step, factor } : null;
    }
    case 'pool': {
      const reduced = reduceScaled(step.operation.reduce, factor);
      return reduced && { step: withReduce(step, reduced.reduce), factor: reduced.factor };
    }
  }
}

function reduceScaled(
  reduce: Reduce,
  factor: number,
): { readonly reduce: Reduce; readonly factor: number } | null {
  if (reduce.kind === 'average' && reduce.truncate) return null;
  if (factor > 0) return { reduce, factor };
  switch (reduce.kind) {
    case 'average':
      return { reduce, factor };
    case 'max':
      return { reduce: { ...reduce, kind: 'min' }, factor };
    case 'min':
      return { reduce: { ...reduce, kind: 'max' }, factor };
    case 'lp':
      if (reduce.norm === 1 && reduce.sign === 'raw') return { reduce, factor };
      return reduce.sign === 'absolute' || reduce.norm % 2 === 0
        ? { reduce, factor: Math.abs(factor) }
        : null;
  }
}

const withReduce = (step: Extract<Step, { kind: 'pool' }>, reduce: Reduce): Step => ({
  ...step,
  operation: { ...step.operation, reduce },
});

/** A mean of the whole map times the number of its cells is their sum; null for any other step. */
export function summed(step: Step | undefined): Step | null {
  if (step?.kind !== 'pool' || step.operation.reduce.kind !== 'average') return null;
  const { window } = step.operation;
  const whole =
    window.kind === 'global' || (window.kind === 'adaptive' && window.outputSize.every((size) => size === 1));
  return whole ? withReduce(step, sum) : null;
}

/**
 * Both sides with their means as sums and a share, where that makes what they are multiplied with the same: four times
 * the mean of four cells is their sum. As they are where it doesn't.
 */
export function alignedFactors(a: Side, b: Side): readonly [Side, Side] {
  if (a.factor === b.factor) return [a, b];
  const [one, other] = [asSums(a), asSums(b)];
  return Math.abs(one.factor - other.factor) <= 1e-12 * Math.abs(one.factor)
    ? [one, { ...other, factor: one.factor }]
    : [a, b];
}

function asSums(side: Side): Side {
  let { factor } = side;
  const steps = side.steps.map((step, at): Step => {
    const cells = step.kind === 'pool' ? cellsOf(step.operation) : null;
    if (cells === null || step.kind !== 'pool') return step;
    // The share has to get behind all steps: tanh of a mean is no share of the tanh of a sum.
    if (side.steps.slice(at + 1).some((next) => passScale(next, 1 / cells) === null)) return step;
    factor /= cells;
    return withReduce(step, sum);
  });
  return { ...side, steps, factor };
}

/** How many cells each window of a mean holds, where all hold as many; null elsewhere. */
function cellsOf({ reduce, window }: PoolOperation): number | null {
  if (reduce.kind !== 'average' || reduce.truncate || window.kind !== 'local') return null;
  const { padding, rounding, divisor, kernel } = window;
  const plain = padding.kind === 'explicit' && [...padding.begin, ...padding.end].every((size) => size === 0);
  if (!plain || rounding !== 'floor' || divisor.kind === 'fixed') return null;
  return kernel.reduce((product, size) => product * size, 1);
}

import type { Candidate, Task, Writer } from '../code/candidate.ts';
import { sidesOf } from '../code/padding.ts';
import { reductionCode } from '../code/reduction.ts';
import { call } from '../code/spell.ts';
import { expression, float, intTuple, str, tuple } from '../literal.ts';
import type { PythonValue } from '../python.ts';

/** jax.lax.reduce_window over channels-last arrays; a mean is a sum divided by the window. */
export const jaxWriter: Writer = { framework: 'jax', layouts: ['channels_last'], candidates, render, reason };

const computations = {
  max: [expression('-jnp.inf'), expression('lax.max')],
  min: [expression('jnp.inf'), expression('lax.min')],
  average: [float(0), expression('lax.add')],
} as const;

function candidates({ operation, sizes, layout }: Task): readonly Candidate[] {
  if (operation.kind !== 'pool') return [];
  const { window, reduce, axes } = operation;
  if (window.kind === 'global' && (reduce.kind === 'max' || reduce.kind === 'average')) {
    return [{ layer: null, given: [], operation: { ...operation, axes: { ...axes, layout } } }];
  }
  if (window.kind !== 'local' || reduce.kind === 'lp') return [];
  const wide = (values: readonly number[]): PythonValue => intTuple([1, ...values, 1]);
  const sides = sidesOf(window, sizes);
  const zero = intTuple([0, 0]);
  const pairs = sides?.begin.map((begin, axis) => intTuple([begin, sides.end[axis] ?? 0]));
  const paddings = [str('VALID'), str('SAME'), ...(pairs ? [tuple([zero, ...pairs, zero])] : [])];
  const dilation = window.dilation.some((gap) => gap > 1)
    ? [{ name: 'window_dilation', value: wide(window.dilation) }]
    : [];
  const area = window.kernel.reduce((product, cells) => product * cells, 1);
  const divide =
    reduce.kind === 'average'
      ? { divide: window.divisor.kind === 'fixed' ? window.divisor.value : area }
      : {};
  return paddings.map((padding) => ({
    layer: 'reduce_window',
    given: [
      ...[
        expression('x'),
        ...computations[reduce.kind],
        wide(window.kernel),
        wide(window.stride),
        padding,
      ].map((value) => ({ name: null, value })),
      ...dilation,
    ],
    ...divide,
  }));
}

function render({ layer, given, divide }: Candidate, { operation }: Task): string {
  if (layer === null) return reductionCode(operation, 'jnp.mean', 'jnp.max');
  const built = call('lax.reduce_window', given);
  return divide === undefined || divide === 1 ? built : `${built} / ${divide}`;
}

function reason({ operation }: Task): string {
  if (operation.kind === 'unpool') return 'JAX has no unpooling.';
  const { window, reduce } = operation;
  if (reduce.kind === 'lp') return 'JAX has no LP pooling.';
  if (window.kind !== 'local') return `JAX has no ${window.kind} pooling.`;
  if (window.rounding !== 'floor') return 'lax.reduce_window rounds down only.';
  return 'lax.reduce_window gives sums; dividing by the real cells takes a second one over ones.';
}

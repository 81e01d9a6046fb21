import type { Candidate, Task, Writer } from '../code/candidate.ts';
import { sidesOf } from '../code/padding.ts';
import { reductionCode } from '../code/reduction.ts';
import { call, named } from '../code/spell.ts';
import type { GivenArguments } from '../framework.ts';
import { bool, intTuple, str, tuple } from '../literal.ts';

/** Functions of flax.linen (and flax.nnx). */
export const flaxWriter: Writer = {
  framework: 'flax',
  layouts: ['channels_last'],
  candidates,
  render,
  reason,
};

const kinds = { max: 'max_pool', min: 'min_pool', average: 'avg_pool' } as const;

function candidates({ operation, sizes, layout }: Task): readonly Candidate[] {
  if (operation.kind !== 'pool') return [];
  const { window, reduce, axes } = operation;
  if (window.kind === 'global' && (reduce.kind === 'max' || reduce.kind === 'average')) {
    return [{ layer: null, given: [], operation: { ...operation, axes: { ...axes, layout } } }];
  }
  if (window.kind !== 'local' || reduce.kind === 'lp') return [];
  const layer = kinds[reduce.kind];
  const steps = window.stride.some((step) => step !== 1) ? [named('strides', intTuple(window.stride))] : [];
  const base = [named('window_shape', intTuple(window.kernel)), ...steps];
  const sides = sidesOf(window, sizes);
  const pairs = sides?.begin.map((begin, axis) => intTuple([begin, sides.end[axis] ?? 0]));
  const paddings: readonly GivenArguments[] = [
    [],
    [named('padding', str('SAME'))],
    ...(pairs ? [[named('padding', tuple(pairs))]] : []),
  ];
  const uncounted = [named('count_include_pad', bool(false))];
  return paddings.flatMap((padding): readonly Candidate[] => [
    { layer, given: [...base, ...padding] },
    ...(reduce.kind === 'average' && padding.length > 0
      ? [{ layer, given: [...base, ...padding, ...uncounted] }]
      : []),
  ]);
}

function render({ layer, given }: Candidate, { operation }: Task): string {
  return layer === null ? reductionCode(operation, 'jnp.mean', 'jnp.max') : call(`nn.${layer}`, given, ['x']);
}

function reason({ operation }: Task): string {
  if (operation.kind === 'unpool') return 'Flax has no unpooling.';
  const { window, reduce } = operation;
  if (reduce.kind === 'lp') return 'Flax has no LP pooling.';
  if (window.kind !== 'local') return `Flax has no ${window.kind} pooling.`;
  if (window.dilation.some((gap) => gap > 1)) return 'Flax pooling has no dilation; lax.reduce_window has.';
  if (window.rounding !== 'floor') return 'Flax rounds down only.';
  return 'Flax averages divide by the whole window or by its real cells.';
}

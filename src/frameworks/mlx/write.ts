import type { Candidate, Task, Writer } from '../code/candidate.ts';
import { isSymmetric, sidesOf } from '../code/padding.ts';
import { reductionCode } from '../code/reduction.ts';
import { call, compact, named } from '../code/spell.ts';

/** Modules of mlx.nn, whose arguments are PyTorch's and whose layout is Keras'. */
export const mlxWriter: Writer = { framework: 'mlx', layouts: ['channels_last'], candidates, render, reason };

function candidates({ operation, sizes, layout }: Task): readonly Candidate[] {
  if (operation.kind !== 'pool') return [];
  const { window, reduce, axes } = operation;
  if (reduce.kind !== 'max' && reduce.kind !== 'average') return [];
  if (window.kind === 'global') {
    return [{ layer: null, given: [], operation: { ...operation, axes: { ...axes, layout } } }];
  }
  if (window.kind !== 'local') return [];
  const stepped = window.stride.some((step, axis) => step !== window.kernel[axis]);
  const sides = sidesOf(window, sizes);
  const even =
    sides !== null && isSymmetric(sides) && sides.begin.some((cells) => cells > 0) ? sides.begin : null;
  const base = [
    named('kernel_size', compact(window.kernel)),
    ...(stepped ? [named('stride', compact(window.stride))] : []),
  ];
  const layer = `${reduce.kind === 'max' ? 'Max' : 'Avg'}Pool${axes.rank}d`;
  return [
    { layer, given: base },
    ...(even ? [{ layer, given: [...base, named('padding', compact(even))] }] : []),
  ];
}

function render({ layer, given }: Candidate, { operation }: Task): string {
  return layer === null ? reductionCode(operation, 'mx.mean', 'mx.max') : call(`nn.${layer}`, given);
}

function reason({ operation }: Task): string {
  if (operation.kind === 'unpool') return 'MLX has no unpooling.';
  const { window, reduce } = operation;
  if (reduce.kind === 'lp' || reduce.kind === 'min') return 'MLX pools maxima and averages only.';
  if (window.kind !== 'local') return `MLX has no ${window.kind} pooling.`;
  if (window.dilation.some((gap) => gap > 1)) return 'MLX pooling has no dilation.';
  if (window.rounding !== 'floor') return 'MLX rounds down only.';
  return 'MLX pads both sides alike and counts every padded cell in an average.';
}

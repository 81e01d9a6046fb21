import { python } from '../../frameworks/index.ts';
import type { Shape } from '../../pooling/index.ts';
import { anything, flag, integers, optional, tensor } from '../arguments/kinds.ts';
import { effect, lost, weightless } from '../define.ts';
import type { ModelLayer, Reach } from '../layer.ts';
import { problem } from '../problem.ts';
import { printSizes } from '../shape/dimensions.ts';
import { torchFunction } from './callee.ts';

/** One number over all cells of some axes: over the height and width it is global pooling. */
const reduction = (name: string): ModelLayer =>
  torchFunction(`torch.${name}`, {
    name,
    pools: true,
    arguments: {
      input: tensor,
      dim: optional(integers(python.none)),
      keepdim: flag(false),
      dtype: anything(),
    },
    infer({ dim, keepdim }, [input]) {
      const axes = (dim ?? input.map((_, at) => at)).map((axis) => (axis < 0 ? axis + input.length : axis));
      const strange = axes.find((axis) => axis < 0 || axis >= input.length);
      if (strange !== undefined) {
        const advice = `${printSizes(input)} has no axis ${strange}.`;
        return problem('wrong-rank', 'call', null, advice);
      }
      const kept = input.map((size, at) => (axes.includes(at) ? 1 : size));
      const output = keepdim ? kept : kept.filter((_, at) => !axes.includes(at));
      return effect(output, weightless, reachOver(axes, input));
    },
  });

/** All spatial axes at once see everything; single ones leave half a map. */
function reachOver(axes: readonly number[], input: Shape): Reach {
  const spatial = input.map((_, at) => at).slice(2);
  return spatial.length > 0 && spatial.every((at) => axes.includes(at)) ? { kind: 'global' } : lost;
}

export const reductions: readonly ModelLayer[] = ['mean', 'amax', 'amin', 'sum'].map(reduction);

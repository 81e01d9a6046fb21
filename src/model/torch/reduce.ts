import { python } from '../../frameworks/index.ts';
import { anything, flag, integers, optional, tensor } from '../arguments/kinds.ts';
import { effect, weightless } from '../define.ts';
import type { ModelLayer } from '../layer.ts';
import { problem } from '../problem.ts';
import { reachOver, reduced } from '../reach.ts';
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
      const spatial = input.map((_, at) => at).slice(2);
      return effect(reduced(input, axes, keepdim), weightless, reachOver(axes, spatial));
    },
  });

export const reductions: readonly ModelLayer[] = ['mean', 'amax', 'amin', 'sum'].map(reduction);

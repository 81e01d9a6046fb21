import { inferShape, type Reduce } from '../../pooling/index.ts';
import { maximum, mean, planeIndices, withAxes } from '../canonical.ts';
import type { Rules } from '../definition.ts';
import type { Layer } from '../framework.ts';
import { int } from '../literal.ts';
import { refuse, valueError } from '../refusal.ts';
import { rankOf, readInt } from './attributes.ts';
import { refuseType } from './elements.ts';
import { checkOpset, operatorRules } from './operator-rules.ts';
import { tooFew } from './shapes.ts';

const reduceOf = ({ family }: Layer, norm: number): Reduce => {
  if (family.reduce === 'max') return maximum('propagate', 'first');
  return family.reduce === 'average' ? mean : { kind: 'lp', norm, sign: 'absolute', clipped: 'as-is' };
};

/** GlobalAveragePool, GlobalMaxPool and GlobalLpPool keep every pooled axis with length 1, whatever the rank. */
export function globalRules(versions: readonly number[]): Rules {
  return {
    ...operatorRules,
    resolve(call) {
      const early = checkOpset(call, versions);
      if (early !== null) return early;
      const norm = readInt('p', call.values.p ?? int(2));
      if (!norm.ok) return norm;
      if (norm.value < 1)
        return refuse('out-of-range', 'call', null, 'p is 1 or more; 2 is the Euclidean norm.');
      return {
        ok: true,
        args: call.values,
        operation: {
          kind: 'pool',
          axes: { rank: 2, layout: 'channels_first', lead: 1, channels: true },
          reduce: reduceOf(call.layer, norm.value),
          window: { kind: 'global', keepdims: true },
          indices: planeIndices,
        },
      };
    },
    infer({ layer, operation }, shape) {
      const few = tooFew(layer, shape);
      if (few !== null) return few;
      const rank = rankOf(shape.length - 2);
      if (!rank.ok) return rank;
      const fitted = withAxes(operation, { ...operation.axes, rank: rank.value });
      return { ok: true, operation: fitted, derivation: inferShape(fitted, shape) };
    },
    admit({ layer }, { derivation }, _data, context) {
      const empty = derivation.steps.some((step) => step.kind === 'global' && step.input === 0);
      if (empty && layer.family.reduce === 'max') {
        const error = valueError('zero-size array to reduction operation maximum which has no identity');
        return refuse('empty-axis', 'call', error, 'The input has no cells to take a maximum of.');
      }
      return refuseType(layer, context);
    },
    returnsIndices: () => false,
  };
}

import { inferShape } from '../../pooling/index.ts';
import { pythonError } from '../binding/python-errors.ts';
import { maximum, mean, planeIndices } from '../canonical.ts';
import type { Rules } from '../definition.ts';
import { none } from '../literal.ts';
import { refuse } from '../refusal.ts';
import { repr } from '../repr.ts';
import { smallRatio } from './messages.ts';

/** tf.nn.fractional_max_pool and fractional_avg_pool: floor(n / ratio) windows whose borders are drawn at random. */
export const fractionalRules: Rules = {
  bindingError: (layer, fault) => pythonError(fault, layer.name, 0),
  keywords: 'strict',
  resolve({ layer, values }) {
    const { pooling_ratio = none } = values;
    const items =
      pooling_ratio.type === 'tuple' || pooling_ratio.type === 'list' ? pooling_ratio.items : [pooling_ratio];
    const numbers = items.map((item) =>
      item.type === 'int' || item.type === 'float' ? item.value : Number.NaN,
    );
    const [first = Number.NaN] = numbers;
    const ratio =
      numbers.length === 1 ? [1, first, first, 1] : numbers.length === 2 ? [1, ...numbers, 1] : numbers;
    const advice = `pooling_ratio=${repr(pooling_ratio)}: give one number per axis, as [1.0, 1.44, 1.44, 1.0].`;
    if (ratio.length !== 4 || ratio.some(Number.isNaN)) return refuse('bad-type', 'call', null, advice);
    if (ratio.some((part) => part < 1)) return refuse('out-of-range', 'call', smallRatio, advice);
    if (ratio[0] !== 1 || ratio[3] !== 1) return refuse('unsupported', 'call', null, advice);
    const factor = ratio.slice(1, 3);
    return {
      ok: true,
      args: values,
      operation: {
        kind: 'pool',
        axes: { rank: 2, layout: 'channels_last', lead: 1, channels: true },
        reduce: layer.family.reduce === 'max' ? maximum('ignore', 'first') : mean,
        window: { kind: 'fractional', kernel: factor.map(Math.ceil), outputSize: { kind: 'factor', factor } },
        indices: planeIndices,
      },
    };
  },
  infer({ layer, operation }, shape) {
    if (shape.length !== 4) {
      return refuse('wrong-rank', 'call', null, `${layer.name} takes (batch, height, width, channels).`);
    }
    const derivation = inferShape(operation, shape);
    if (derivation.output.some((size, axis) => axis > 0 && size !== null && size < 1)) {
      return refuse(
        'output-size',
        'call',
        null,
        'The ratio is larger than the input; nothing would be left.',
      );
    }
    return { ok: true, operation, derivation };
  },
  admit: ({ layer }) =>
    refuse(
      'bad-samples',
      'call',
      null,
      `${layer.name} draws its windows at random and TensorFlow does not let you give them, so I can tell the ` +
        'shape but not the values.',
    ),
  returnsIndices: () => false,
};

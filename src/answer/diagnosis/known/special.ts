import { byHand, type Fix, firstFixes } from '../fix.ts';
import { example, type Known, worked } from './known.ts';

/** Ways out of messages of adaptive, fractional and unpooling layers. */
export function specialFixes(told: Known): readonly Fix[] | null {
  const { id, number, shape } = told;
  switch (id) {
    case 'negative-size':
      return adaptiveFixes(told, 'Max');
    case 'fractional-size':
      return firstFixes(
        worked('share-given', 'nn.FractionalMaxPool2d(2, output_ratio=0.5)', told),
        worked('size-given', 'nn.FractionalMaxPool2d(2, output_size=(14, 14))', told),
      );
    case 'fractional-ratio':
      return worked('share-given', 'nn.FractionalMaxPool2d(2, output_ratio=0.5)', told);
    case 'fractional-window':
      return fractionalWindow(told);
    case 'ratio-below-one':
      return firstFixes(
        worked('argument', 'tf.nn.fractional_max_pool(x, [1.0, 1.44, 1.44, 1.0])', told),
        worked('share-given', 'tf.nn.fractional_max_pool(x, [1.0, 2.0, 2.0, 1.0])', told),
      );
    case 'unpool-index': {
      const output = shape('output');
      const input = output?.map((size) => (size === null ? null : size / 2)) ?? [];
      const whole = input.every((size) => size !== null && Number.isInteger(size));
      return output && whole
        ? worked('with-indices', `nn.MaxUnpool${output.length}d(2)`, told, { input: [1, 3, ...input] })
        : [];
    }
    case 'unpool-output-size': {
      const [smallest, largest, count] = [
        number('smallest'),
        number('largest'),
        shape('received')?.length ?? 2,
      ];
      if (smallest === null || largest === null) return [];
      const all = (size: number) => Array.from({ length: count }, () => size);
      const usual = (smallest + largest) / 2;
      return firstFixes(
        byHand('no-size', null, all(usual), all(usual), 'map'),
        byHand(
          'size-given',
          `output_size=(${all(largest - 1).join(', ')})`,
          all(usual),
          all(largest - 1),
          'map',
        ),
      );
    }
    default:
      return null;
  }
}

/** −1 does not keep an axis in PyTorch: None does. */
export const adaptiveFixes = (told: Known, kind: 'Max' | 'Avg'): readonly Fix[] =>
  firstFixes(
    worked('size-given', `nn.Adaptive${kind}Pool2d(1)`, told),
    worked('keep-axis', `nn.Adaptive${kind}Pool2d((None, 7))`, told),
  );

/** Window and output − 1 must fit on the map together. */
function fractionalWindow(told: Known): readonly Fix[] {
  const [window, size] = [told.number('window'), told.number('size')];
  if (window === null || size === null) return [];
  const rank = /3d/i.test(told.message) ? 3 : 2;
  const input = [1, 3, ...Array.from({ length: rank }, () => size)];
  const layer = `nn.FractionalMaxPool${rank}d`;
  return firstFixes(
    size - window + 1 > 0
      ? worked('size-given', `${layer}(${window}, output_size=${size - window + 1})`, told, { input })
      : [],
    window > 2 && size > 2
      ? worked('smaller-window', `${layer}(2, output_size=${size - 1})`, told, { input })
      : [],
    size - window + 1 > 0
      ? []
      : example('global', `nn.AdaptiveMaxPool${rank}d(1)`, input, [1, 3, ...input.slice(2).map(() => 1)]),
  );
}

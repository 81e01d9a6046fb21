import type { FrameworkId } from '../../frameworks/index.ts';
import type { Shape } from '../../pooling/index.ts';
import { byLayer, exampleSide, type Fix } from './fix.ts';

interface Around {
  readonly framework: FrameworkId;
  readonly around: Shape | null;
}

/** Ways out of the messages that say all there is. */
export function otherFixes(id: string, { framework, around }: Around): readonly Fix[] {
  const torch = framework === 'torch';
  const example = around === null;
  const input = around ?? (torch ? [1, 3, exampleSide, exampleSide] : [null, exampleSide, exampleSide, 3]);
  const layer = (means: Fix['means'], code: string, home: FrameworkId = framework) =>
    byLayer(means, code, input, home, example);
  switch (id) {
    case 'stride-zero':
      return layer('stride', torch ? 'nn.MaxPool2d(2, stride=2)' : 'MaxPooling2D(2, strides=2)');
    case 'layout-on-cpu':
      return layer('channels-last', 'MaxPooling2D(2, data_format="channels_last")', 'keras');
    case 'window-strides':
      return layer('pass-strides', 'keras.ops.max_pool(x, pool_size=(2, 2), strides=(2, 2))', 'keras');
    case 'integer-average':
      return layer('cast', torch ? 'nn.AvgPool2d(2)' : 'AveragePooling2D(2)');
    case 'divisor-zero':
      return layer('divisor', 'nn.AvgPool2d(2)', 'torch');
    case 'padding-negative':
      return layer('padding-number', 'nn.MaxPool2d(2, padding=0)', 'torch');
    case 'window-zero':
      return layer('larger-window', torch ? 'nn.MaxPool2d(2)' : 'MaxPooling2D(2)');
    case 'argument-types':
    case 'bool-maximum':
      return byLayer(
        'argument',
        'nn.MaxPool2d(2)',
        around ?? [1, 3, exampleSide, exampleSide],
        'torch',
        example,
      );
    case 'padding-over-kernel':
      return byLayer(
        'less-padding',
        'MaxPool(kernel_shape=[3, 3], pads=[1, 1, 1, 1], strides=[2, 2])',
        [1, 3, exampleSide, exampleSide],
        'onnx',
        true,
      );
    case 'fractional-size':
    case 'fractional-ratio':
      return [];
    case 'open-features':
      return byLayer(
        'global',
        'GlobalAveragePooling2D()',
        around ?? [null, null, null, 64],
        'keras',
        example,
      );
    default:
      return [];
  }
}

/** A row of scores for every cell of a map: as many per image as the map has cells. */
export function pooledRows(logits: Shape, labels: Shape): readonly Fix[] {
  const [rows, images] = [logits[0] ?? 0, labels[0] ?? 0];
  const side = Math.sqrt(rows / images);
  const classes = logits.at(-1) ?? null;
  return images > 0 && side > 1 && Number.isInteger(side)
    ? byLayer('pool-labels', 'GlobalAveragePooling2D()', [images, side, side, classes], 'keras')
    : [];
}

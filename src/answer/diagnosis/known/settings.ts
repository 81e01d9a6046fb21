import { exampleSide, type Fix, firstFixes } from '../fix.ts';
import { example, type Known, usualInput, worked } from './known.ts';

const square = 'kernel_shape=[2, 2]';

/** Ways out of messages on a stride, a padding, a window, a divisor or a number type. */
export function settingFixes(told: Known): readonly Fix[] | null {
  const { id, framework, message } = told;
  switch (id) {
    case 'stride-zero':
      return strideFixes(told);
    case 'padding-negative':
      return paddingFixes(told);
    case 'padding-over-kernel':
      return worked(
        'less-padding',
        framework === 'caffe'
          ? 'layer { type: "Pooling" pooling_param { pool: MAX kernel_size: 3 stride: 2 pad: 1 } }'
          : 'MaxPool(kernel_shape=[3, 3], pads=[1, 1, 1, 1], strides=[2, 2])',
        told,
      );
    case 'window-zero':
      return worked('larger-window', usualPool(told), told);
    case 'divisor-zero':
      return firstFixes(
        worked('divisor', 'nn.AvgPool2d(2)', told),
        worked('sum', 'nn.AvgPool2d(2, divisor_override=1)', told),
      );
    case 'integer-average':
      return /mean\(\)/.test(message)
        ? worked('cast', 'nn.AdaptiveAvgPool2d(1)', told, { on: 'x.float()' })
        : averageFixes(told);
    case 'bool-maximum':
      return worked('cast', 'nn.MaxPool2d(2)', told, { on: 'x.float()' });
    case 'argument-types':
      return worked('argument', 'F.max_pool2d(x, kernel_size=2, stride=2)', told);
    case 'window-strides':
      return firstFixes(
        worked('pass-strides', 'keras.ops.max_pool(x, pool_size=(2, 2), strides=(2, 2))', keras(told)),
        worked('the-layer', 'MaxPooling2D(2)', keras(told)),
      );
    case 'layout-on-cpu': {
      const side = exampleSide;
      return firstFixes(
        example('channels-last', 'tf.transpose(x, (0, 2, 3, 1))', [null, 3, side, side], usualInput('keras')),
        worked('channels-last', 'MaxPooling2D(2, data_format="channels_last")', told),
      );
    }
    case 'stride-with-dilation':
      return firstFixes(
        worked('no-dilation', 'tf.nn.pool(x, [2, 2], "MAX", strides=[2, 2])', told),
        worked('dilate', 'tf.nn.pool(x, [2, 2], "MAX", dilations=[2, 2])', told),
      );
    case 'padding-named': {
      const side = exampleSide + 2;
      return firstFixes(
        worked('same-padding', 'tf.nn.avg_pool2d(x, 2, 2, "SAME")', told),
        example('pad-before', 'tf.pad(x, [[0, 0], [1, 1], [1, 1], [0, 0]])', usualInput(framework), [
          1,
          side,
          side,
          3,
        ]),
      );
    }
    case 'rounding-needs-number':
      return roundingFixes(/\b(ceil|floor|round)\b/.exec(message)?.[1] ?? 'ceil');
    default:
      return null;
  }
}

const keras = (told: Known): Known => ({ ...told, framework: 'keras' });

function usualPool({ framework }: Known): string {
  switch (framework) {
    case 'torch':
    case 'mlx':
      return 'nn.MaxPool2d(2)';
    case 'onnx':
      return `MaxPool(${square}, strides=[2, 2])`;
    case 'caffe':
      return 'layer { type: "Pooling" pooling_param { pool: MAX kernel_size: 2 stride: 2 } }';
    default:
      return 'MaxPooling2D(2)';
  }
}

function strideFixes(told: Known): readonly Fix[] {
  const code = (stride: number) =>
    told.framework === 'torch'
      ? `nn.MaxPool2d(2, stride=${stride})`
      : told.framework === 'onnx'
        ? `MaxPool(${square}, strides=[${stride}, ${stride}])`
        : `MaxPooling2D(2, strides=${stride})`;
  return firstFixes(worked('stride', code(2), told), worked('stride-one', code(1), told));
}

/** Negative padding would cut cells off; both libraries can do that, but not in the pooling layer. */
function paddingFixes(told: Known): readonly Fix[] {
  const { framework, number } = told;
  const input = usualInput(framework);
  if (framework === 'onnx') {
    const cut = exampleSide - 1;
    return firstFixes(
      worked('padding-number', `MaxPool(${square}, strides=[2, 2], pads=[0, 0, 0, 0])`, told),
      example('cut-before', 'Pad(pads=[0, 0, 0, 0, 0, 0, -1, -1])', input, [1, 3, cut, cut]),
    );
  }
  const padding = number('padding') ?? -1;
  const cut = exampleSide + 2 * padding;
  return firstFixes(
    worked('padding-number', 'nn.MaxPool2d(2, padding=0)', told),
    cut > 0
      ? example('cut-before', `F.pad(x, (${[padding, padding, padding, padding].join(', ')}))`, input, [
          1,
          3,
          cut,
          cut,
        ])
      : [],
  );
}

function averageFixes(told: Known): readonly Fix[] {
  switch (told.framework) {
    case 'torch':
      return firstFixes(
        worked('cast', 'nn.AvgPool2d(2)', told, { on: 'x.float()' }),
        worked('no-cast', 'nn.MaxPool2d(2)', told),
      );
    case 'onnx':
      return worked('cast', `AveragePool(${square}, strides=[2, 2])`, told, { on: 'Cast(x, to=FLOAT)' });
    default:
      return firstFixes(
        worked('cast', 'AveragePooling2D(2)', told, { on: 'tf.cast(x, "float32")' }),
        worked('no-cast', 'MaxPooling2D(2)', told),
      );
  }
}

/** TensorFlow.js on a side of 5, where the ways of rounding part: (5 − 2) / 2 + 1 = 2.5. */
function roundingFixes(rounding: string): readonly Fix[] {
  const rounded = rounding === 'floor' ? 2 : 3;
  const input = [1, 5, 5, 3];
  return firstFixes(
    example('rounding', `tf.avgPool(x, 2, 2, 0, '${rounding}')`, input, [1, rounded, rounded, 3]),
    example('same-padding', "tf.avgPool(x, 2, 2, 'same')", input, [1, 3, 3, 3]),
    example('no-rounding', "tf.avgPool(x, 2, 2, 'valid')", input, [1, 2, 2, 3]),
  );
}

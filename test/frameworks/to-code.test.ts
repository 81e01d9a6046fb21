import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Configuration,
  configure,
  type FrameworkId,
  frameworkIds,
  type GivenArguments,
  infer,
  python,
  toCode,
} from '../../src/frameworks/index.ts';
import { forward, type Tensor } from '../../src/pooling/index.ts';
import { configured, given, layerNamed } from './calls.ts';
import { evaluate, toLayout } from './evaluate.ts';
import { close } from './vectors.ts';

const written = (
  name: string,
  args: GivenArguments,
  framework: FrameworkId,
  shape?: readonly (number | null)[],
) => {
  const result = toCode(configured(name, args).operation, framework, shape ? { shape } : {});
  return result.ok ? result.code : result.reason;
};

describe('the same layer elsewhere', () => {
  test.each([
    ['keras', 'layers.MaxPooling2D(pool_size=2)'],
    ['torch', 'nn.MaxPool2d(kernel_size=2)'],
    ['onnx', 'op.MaxPool(x, kernel_shape=[2, 2], strides=[2, 2])'],
    ['tensorflow', 'tf.nn.max_pool2d(x, ksize=2, strides=2, padding="VALID")'],
    ['flax', 'nn.max_pool(x, window_shape=(2, 2), strides=(2, 2))'],
    ['jax', 'lax.reduce_window(x, -jnp.inf, lax.max, (1, 2, 2, 1), (1, 2, 2, 1), "VALID")'],
    ['mlx', 'nn.MaxPool2d(kernel_size=2)'],
  ] as const)('MaxPooling2D(2) in %s', (framework, code) => {
    expect(written('MaxPooling2D', given([2]), framework)).toBe(code);
  });

  test('global pooling drops its axes where the framework keeps them', () => {
    expect(written('GlobalAveragePooling2D', given(), 'torch')).toBe(
      'nn.Sequential(nn.AdaptiveAvgPool2d(output_size=1), nn.Flatten(1))',
    );
    expect(written('GlobalAveragePooling2D', given(), 'onnx')).toBe(
      'op.Flatten(op.GlobalAveragePool(x), axis=1)',
    );
    expect(written('nn.AdaptiveAvgPool2d', given([1]), 'keras')).toBe(
      'layers.GlobalAveragePooling2D(keepdims=True)',
    );
  });

  test('padding that the framework lacks comes from a layer in front', () => {
    expect(written('nn.MaxPool2d', given([3, 2, 1]), 'keras')).toBe(
      'layers.MaxPooling2D(pool_size=3, strides=2)(keras.ops.pad(x, [[0, 0], [1, 1], [1, 1], [0, 0]], ' +
        'constant_values=float("-inf")))',
    );
    expect(written('MaxPool', given([], { kernel_shape: [2, 2], pads: [0, 0, 1, 1] }), 'torch')).toBe(
      'nn.Sequential(nn.ConstantPad2d((0, 1, 0, 1), float("-inf")), nn.MaxPool2d(kernel_size=2, stride=1))',
    );
  });

  test('"same" needs the input size in PyTorch', () => {
    const args = given([3, 2, 'same']);
    expect(written('MaxPooling2D', args, 'torch')).toContain('depends on the input size');
    expect(written('MaxPooling2D', args, 'torch', [null, 7, 7, 3])).toBe(
      'nn.MaxPool2d(kernel_size=3, stride=2, padding=1)',
    );
    expect(written('MaxPooling2D', args, 'torch', [null, 6, 6, 3])).toBe(
      'nn.MaxPool2d(kernel_size=3, stride=2, ceil_mode=True)',
    );
    expect(written('AveragePooling2D', given([3, 1, 'same']), 'torch')).toBe(
      'nn.AvgPool2d(kernel_size=3, stride=1, padding=1, count_include_pad=False)',
    );
  });

  test('adaptive pooling is a plain one where the output divides the input', () => {
    expect(written('nn.AdaptiveAvgPool2d', given([7]), 'onnx', [1, 3, 14, 14])).toBe(
      'op.AveragePool(x, kernel_shape=[2, 2], strides=[2, 2])',
    );
    expect(written('nn.AdaptiveAvgPool2d', given([7]), 'onnx', [1, 3, 15, 15])).toContain(
      'no adaptive pooling',
    );
  });

  test.each([
    ['nn.MaxPool2d', given([3], { dilation: 2 }), 'keras', 'Keras pooling has no dilation.'],
    ['nn.LPPool2d', given([2, 2]), 'keras', 'Keras has no LP pooling layer.'],
    ['nn.MaxUnpool2d', given([2]), 'keras', 'Keras has no unpooling layer.'],
    ['AveragePool', given([], { kernel_shape: [2], pads: [1, 0] }), 'torch', 'PyTorch has no uneven padding'],
    ['AveragePool', given([], { kernel_shape: [2], dilations: [2] }), 'torch', 'AvgPool has no dilation'],
  ] as const)('%s %o has no code in %s', (name, args, framework, reason) => {
    expect(written(name, args, framework)).toContain(reason);
  });
});

test('caveats are facts', () => {
  const kinds = (name: string, args: GivenArguments, framework: FrameworkId) => {
    const result = toCode(configured(name, args).operation, framework);
    return result.ok ? result.caveats : [];
  };
  expect(kinds('MaxPooling2D', given([2]), 'onnx')).toEqual([
    { kind: 'layout', from: 'channels_last', to: 'channels_first' },
    { kind: 'default', argument: 'strides', fallback: python.none },
    {
      kind: 'indices',
      source: { base: 'plane', order: 'row-major' },
      target: { base: 'tensor', order: 'row-major' },
    },
  ]);
  expect(kinds('MaxPooling2D', given([2]), 'torch')).toContainEqual({
    kind: 'nan',
    source: 'ignore',
    target: 'propagate',
  });
  expect(kinds('GlobalMaxPooling2D', given(), 'torch')).toContainEqual({
    kind: 'ties',
    source: 'split',
    target: 'first',
  });
  expect(kinds('AveragePooling2D', given([3, 1, 'same']), 'torch')).toContainEqual({
    kind: 'divisor',
    counts: 'real',
  });
  expect(kinds('nn.FractionalMaxPool2d', given([2, 3]), 'torch')).toContainEqual({ kind: 'random' });
});

const small = (max: number) => fc.integer({ min: 1, max });
const flag = fc.boolean();

/** Layers of every framework with arguments that most often fit. */
const drawn: fc.Arbitrary<readonly [string, GivenArguments]> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('Max', 'Average'),
      small(3),
      small(4),
      small(3),
      fc.constantFrom('valid', 'same'),
      flag,
    )
    .map(([kind, rank, size, strides, padding, first]): readonly [string, GivenArguments] => [
      `${kind}Pooling${rank}D`,
      given([size, strides, padding, first ? 'channels_first' : 'channels_last']),
    ]),
  fc
    .tuple(fc.constantFrom('Max', 'Average'), small(3), flag, flag)
    .map(([kind, rank, global, keepdims]): readonly [string, GivenArguments] =>
      global
        ? [`Global${kind}Pooling${rank}D`, given([], { keepdims })]
        : [`Adaptive${kind}Pooling${rank}D`, given([keepdims ? 1 : 2])],
    ),
  fc
    .tuple(small(3), small(4), small(3), fc.integer({ min: 0, max: 2 }), small(2), flag)
    .map(([rank, kernel, stride, padding, dilation, ceil_mode]): readonly [string, GivenArguments] => [
      `nn.MaxPool${rank}d`,
      given([kernel, stride, padding, dilation], { ceil_mode }),
    ]),
  fc
    .tuple(small(3), small(4), small(3), fc.integer({ min: 0, max: 2 }), flag, flag)
    .map(
      ([rank, kernel, stride, padding, ceil_mode, count_include_pad]): readonly [string, GivenArguments] => [
        `nn.AvgPool${rank}d`,
        given([kernel, stride, padding], { ceil_mode, count_include_pad }),
      ],
    ),
  fc
    .tuple(small(3), small(3), small(3), flag)
    .map(([norm, kernel, stride, ceil_mode]): readonly [string, GivenArguments] => [
      'nn.LPPool2d',
      given([norm, kernel, stride, ceil_mode]),
    ]),
  fc
    .tuple(
      fc.constantFrom('MaxPool', 'AveragePool', 'LpPool'),
      fc.array(small(3), { minLength: 2, maxLength: 2 }),
      fc.array(small(3), { minLength: 2, maxLength: 2 }),
      fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 4, maxLength: 4 }),
      fc.constantFrom('NOTSET', 'SAME_UPPER', 'SAME_LOWER'),
      fc.integer({ min: 0, max: 1 }),
    )
    .map(([name, kernel_shape, strides, pads, auto_pad, one]): readonly [string, GivenArguments] => [
      name,
      given([], {
        kernel_shape,
        strides,
        ...(auto_pad === 'NOTSET' ? { pads, ceil_mode: one } : { auto_pad }),
        ...(name === 'AveragePool' ? { count_include_pad: one } : {}),
      }),
    ]),
  fc
    .tuple(small(4), small(3), fc.integer({ min: 0, max: 1 }), fc.constantFrom('MAX', 'AVE'))
    .map(([kernel_size, stride, pad, pool]): readonly [string, GivenArguments] => [
      'Pooling',
      given([], { kernel_size, stride, pad, pool }),
    ]),
);

const sizes = fc.array(fc.integer({ min: 4, max: 8 }), { minLength: 3, maxLength: 3 });

test('code computes what it was written for', () => {
  let compared = 0;
  fc.assert(
    fc.property(drawn, sizes, fc.constantFrom(...frameworkIds), flag, (layer, spatial, framework, sized) => {
      const source = accepted(...layer);
      if (source === null) return;
      const input = inputFor(source, spatial);
      const result = toCode(source.operation, framework, sized ? { shape: input.shape } : {});
      const inferred = infer(source, input.shape);
      if (!result.ok || !inferred.ok) return;
      const wanted = forward(inferred.operation, input).output;
      const target =
        result.layer?.framework === 'keras' || !['torch', 'onnx', 'caffe'].includes(framework)
          ? 'channels_last'
          : 'channels_first';
      const { layout } = source.operation.axes;
      const got = evaluate(result, source.operation, toLayout(input, layout, target));
      const back = got.shape.length === input.shape.length ? toLayout(got, target, layout) : got;
      expect(back.shape, result.code).toEqual(wanted.shape);
      for (const [index, value] of wanted.data.entries()) {
        if (!close(back.data[index] ?? Number.NaN, value, 1e-9)) {
          throw new Error(
            `${layer[0]} as ${result.code} on ${input.shape}: ${back.data} instead of ${wanted.data}`,
          );
        }
      }
      compared++;
    }),
    { numRuns: 600 },
  );
  expect(compared).toBeGreaterThan(150);
});

test('code for the framework it came from reads back as the same layer', () => {
  fc.assert(
    fc.property(drawn, sizes, (layer, spatial) => {
      const source = accepted(...layer);
      if (source === null) return;
      const { framework } = source.layer;
      const { layout } = source.operation.axes;
      const result = toCode(source.operation, framework, { layout });
      if (!result.ok || result.layer === null)
        throw new Error(`${layer[0]}: ${result.ok ? result.code : result.reason}`);
      const again = configure(result.layer, result.given);
      if (!again.ok) throw new Error(again.advice);
      const input = inputFor(source, spatial);
      const inferred = infer(source, input.shape);
      if (!inferred.ok) return;
      expect(again.operation.axes).toEqual(source.operation.axes);
      expect(forward({ ...again.operation, axes: inferred.operation.axes }, input)).toEqual(
        forward(inferred.operation, input),
      );
    }),
    { numRuns: 300 },
  );
});

/** Null where the framework refuses the draw, such as too much padding. */
function accepted(name: string, args: GivenArguments): Configuration | null {
  const configuration = configure(layerNamed(name), args);
  return configuration.ok ? configuration : null;
}

/** Different values in no order, negative ones too. */
function inputFor({ operation }: Configuration, spatial: readonly number[]): Tensor {
  const { rank, layout } = operation.axes;
  const pooled = spatial.slice(0, rank);
  const shape = layout === 'channels_last' ? [1, ...pooled, 2] : [1, 2, ...pooled];
  const count = shape.reduce((product, size) => product * size, 1);
  return { shape, data: Float64Array.from({ length: count }, (_, index) => ((index * 7919) % 1009) - 504) };
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonEquality } from '../../../src/answer/equality/json.ts';
import { answerQuestion } from '../../../src/answer/index.ts';
import { forward, type PoolOperation } from '../../../src/pooling/index.ts';
import { readQuestion } from '../../../src/question/index.ts';

const ask = (a: string, b: string, on = '') =>
  answerQuestion(readQuestion({ text: `is ${a} the same as ${b}${on === '' ? '' : ` on ${on}`}?` })).equality;

const gradientTies = 'gradient: no ties within a window';

/** Two layers, then forward, gradient, whether the shapes agree, and the condition. */
const pairs: readonly (readonly [string, string, string, string, boolean, string?])[] = [
  ['MaxPooling2D(2)', 'nn.MaxPool2d(2)', 'equal', 'equal', true],
  ['MaxPooling2D(2)', 'MaxPooling2D(pool_size=(2, 2), strides=2)', 'equal', 'equal', true],
  ['nn.MaxPool2d(2)', 'F.max_pool2d(x, 2)', 'equal', 'equal', true],
  ['MaxPooling2D(2)', "tf.nn.max_pool2d(x, 2, 2, 'VALID')", 'equal', 'equal', true],
  ['nn.AvgPool2d(2)', 'AveragePooling2D(2)', 'equal', 'equal', true],
  ['nn.AvgPool2d(2)', 'nn.AvgPool2d(2, count_include_pad=False)', 'equal', 'equal', true],
  ['nn.AvgPool2d(2)', 'nn.AvgPool2d(2, divisor_override=4)', 'equal', 'equal', true],
  ['nn.LPPool2d(1, 2)', 'nn.AvgPool2d(2, divisor_override=1)', 'equal', 'equal', true],
  ['nn.AdaptiveAvgPool2d(1)', 'nn.AdaptiveAvgPool2d((1, 1))', 'equal', 'equal', true],
  ['GlobalAveragePooling2D()', 'nn.AdaptiveAvgPool2d(1)', 'equal', 'equal', false],
  ['GlobalAveragePooling2D(keepdims=True)', 'nn.AdaptiveAvgPool2d(1)', 'equal', 'equal', true],
  ['GlobalAveragePooling2D(keepdims=True)', 'GlobalAveragePooling2D()', 'equal', 'equal', false],
  ['GlobalMaxPooling2D()', 'nn.AdaptiveMaxPool2d(1)', 'equal', 'equal-when', false, gradientTies],
  ['GlobalAveragePooling1D()', 'nn.AdaptiveAvgPool1d(1)', 'equal', 'equal', false],
  ['nn.MaxPool2d(2, ceil_mode=True)', 'MaxPooling2D(2, padding="same")', 'equal', 'equal', true],
  ['nn.AvgPool2d(2, ceil_mode=True)', 'AveragePooling2D(2, padding="same")', 'equal', 'equal', true],
  ['nn.MaxPool1d(3, 1, 1)', 'MaxPooling1D(3, 1, padding="same")', 'equal', 'equal', true],
  [
    'nn.AvgPool2d(3, 1, 1, count_include_pad=False)',
    'AveragePooling2D(3, 1, padding="same")',
    'equal',
    'equal',
    true,
  ],
  [
    'nn.MaxPool2d(1)',
    'nn.AvgPool2d(1)',
    'equal-when',
    'equal-when',
    true,
    'no difference found, which is no proof',
  ],
  [
    'MaxPooling2D(3, strides=2, padding="same")',
    'nn.MaxPool2d(3, 2, padding=1)',
    'equal-when',
    'equal-when',
    true,
    'n is odd',
  ],
  ['nn.MaxPool2d(2)', 'nn.MaxPool2d(2, ceil_mode=True)', 'equal-when', 'equal-when', false, 'n is even'],
  ['nn.AvgPool2d(2)', 'AveragePooling2D(2, padding="same")', 'equal-when', 'equal-when', false, 'n is even'],
  [
    'nn.MaxPool2d(3)',
    'nn.MaxPool2d(3, ceil_mode=True)',
    'equal-when',
    'equal-when',
    false,
    'n is divisible by 3',
  ],
  [
    'nn.AvgPool1d(4)',
    'AveragePooling1D(4, padding="same")',
    'equal-when',
    'equal-when',
    false,
    'n is divisible by 4',
  ],
  ['nn.AdaptiveAvgPool2d(7)', 'nn.AvgPool2d(4)', 'equal-when', 'equal-when', false, 'n = 28'],
  ['GlobalAveragePooling2D()', 'AveragePooling2D(7)', 'equal-when', 'equal-when', false, 'n = 7'],
  [
    'GlobalMaxPooling2D(keepdims=True)',
    'MaxPooling2D(4)',
    'equal-when',
    'equal-when',
    false,
    `n = 4; ${gradientTies}`,
  ],
  [
    'nn.LPPool2d(3, 2)',
    'LpPool(kernel_shape=[2, 2], strides=[2, 2], p=3)',
    'equal-when',
    'equal-when',
    true,
    'x >= 0',
  ],
  [
    'nn.LPPool2d(1, 2)',
    'LpPool(kernel_shape=[2, 2], strides=[2, 2], p=1)',
    'equal-when',
    'equal-when',
    true,
    'x >= 0',
  ],
  ['nn.LPPool2d(2, 2)', 'LpPool(kernel_shape=[2, 2], strides=[2, 2], p=2)', 'equal', 'equal', true],
  ['MaxPooling2D(2)', 'AveragePooling2D(2)', 'different', 'different', true],
  ['MaxPooling2D(2)', 'MaxPooling2D(3)', 'different', 'different', false],
  ['MaxPooling2D(2)', 'MaxPooling2D(2, strides=1)', 'different', 'different', false],
  ['MaxPooling2D(2)', 'MaxPool(kernel_shape=[2, 2])', 'different', 'different', false],
  ['nn.LPPool2d(1, 2)', 'nn.AvgPool2d(2)', 'different', 'different', true],
  ['nn.AvgPool2d(3, 1, 1)', 'AveragePooling2D(3, 1, padding="same")', 'different', 'different', true],
  ['nn.AvgPool2d(3, 1, 1)', 'nn.AvgPool2d(3, 1, 1, count_include_pad=False)', 'different', 'different', true],
  ['GlobalAveragePooling2D()', 'GlobalMaxPooling2D()', 'different', 'different', true],
  ['nn.AdaptiveAvgPool2d(2)', 'nn.AdaptiveAvgPool2d(3)', 'different', 'different', false],
  ['MaxPooling1D(2)', 'MaxPooling2D(2)', 'different', 'different', false],
  ['nn.MaxPool2d(3, 1, dilation=2)', 'nn.MaxPool2d(5, 1)', 'different', 'different', true],
  ['nn.AvgPool2d((2, 4))', 'nn.AvgPool2d((4, 2))', 'different', 'different', false],
];

const rows = pairs.map(([a, b, verdict, gradient, sameShape, condition]) => ({
  a,
  b,
  verdict,
  gradient,
  sameShape,
  condition,
}));

describe('two layers', () => {
  test.each(rows)('$a and $b: $verdict', ({ a, b, verdict, gradient, sameShape, condition }) => {
    const equality = ask(a, b);
    if (!equality) throw new Error('not read as an equality');
    const json = jsonEquality(equality);
    expect(json).toMatchObject({ forward: verdict, gradient, sameShape });
    expect(json.condition).toBe(condition);
  });

  test.each([
    ['MaxPooling2D(3, strides=2, padding="same")', 'nn.MaxPool2d(3, 2, padding=1)', '7x7x1', 'equal-when'],
    ['MaxPooling2D(3, strides=2, padding="same")', 'nn.MaxPool2d(3, 2, padding=1)', '6x6x1', 'different'],
    ['AveragePooling2D(7)', 'GlobalAveragePooling2D()', '7x7x512', 'equal-when'],
    ['AveragePooling2D(7)', 'GlobalAveragePooling2D()', '8x8x512', 'different'],
    ['MaxPooling2D(2)', 'nn.MaxPool2d(2)', '28x28x3', 'equal'],
  ])('%s and %s on %s: %s', (a, b, on, verdict) => {
    expect(ask(a, b, on)?.forward).toBe(verdict);
  });

  test('the smallest example is small, with both results', () => {
    const equality = ask('MaxPooling2D(2)', 'AveragePooling2D(2)');
    expect(equality && jsonEquality(equality).counterexample).toEqual({
      input: { shape: [2, 2], values: [1, 2, 3, 4] },
      outputs: [
        { shape: [1, 1], values: [4] },
        { shape: [1, 1], values: [2.5] },
      ],
    });
  });

  test.each([
    ['tf.reduce_mean(x, [1, 2])', 'GlobalAveragePooling2D()', 'equal', 'equal', true],
    ['tf.reduce_mean(x, axis=[1, 2], keepdims=True)', 'GlobalAveragePooling2D()', 'equal', 'equal', false],
    ['x.mean((2, 3))', 'nn.AdaptiveAvgPool2d(1)', 'equal', 'equal', false],
    ['np.mean(x, axis=(1, 2))', 'GlobalAveragePooling2D', 'equal', 'equal', true],
    ['tf.reduce_max(x, [1, 2])', 'GlobalMaxPooling2D()', 'equal', 'equal', true],
    ['x.amax((2, 3))', 'nn.AdaptiveMaxPool2d(1)', 'equal', 'equal-when', false],
    ['tf.reduce_max(x, [1, 2])', 'GlobalAveragePooling2D()', 'different', 'different', true],
  ])('%s and %s: %s', (a, b, forwardVerdict, gradient, sameShape) => {
    expect(ask(a, b)).toMatchObject({ forward: forwardVerdict, gradient, sameShape });
  });

  test('other axes of the same input are not the pooled ones', () => {
    const text = 'is tf.reduce_mean(x, [2, 3]) the same as GlobalAveragePooling2D()?';
    expect(answerQuestion(readQuestion({ text })).undecided).toEqual({ kind: 'other-axes' });
  });

  test('a layer that its framework refuses is told so', () => {
    const text = 'is MaxPooling2D(kernel_size=2) the same as nn.MaxPool2d(2)?';
    expect(answerQuestion(readQuestion({ text })).status).toBe('error');
  });
});

const size = fc.integer({ min: 1, max: 4 });
const layer = fc
  .record({
    name: fc.constantFrom('MaxPool1d', 'AvgPool1d'),
    kernel: size,
    stride: size,
    padding: fc.integer({ min: 0, max: 2 }),
    ceil: fc.boolean(),
  })
  .map(({ name, kernel, stride, padding, ceil }) => {
    const border = Math.min(padding, Math.floor(kernel / 2));
    return `nn.${name}(${kernel}, stride=${stride}, padding=${border}, ceil_mode=${ceil ? 'True' : 'False'})`;
  });

const bare = (operation: PoolOperation): PoolOperation => ({
  ...operation,
  axes: { ...operation.axes, lead: 0, channels: false },
});

/** Random rows through both layers, by the reference. */
function agreeOn(sides: readonly PoolOperation[], data: Float64Array): boolean {
  const input = { shape: [data.length], data };
  const [a, b] = sides.map((side) => {
    try {
      return Array.from(forward(bare(side), input).output.data);
    } catch {
      return null;
    }
  });
  if (!a || !b || a.length === 0 || b.length === 0) return true;
  return a.length === b.length && a.every((value, at) => Math.abs(value - (b[at] ?? Number.NaN)) < 1e-9);
}

test('what is said to be equal is equal on random rows, and every counterexample differs', () => {
  fc.assert(
    fc.property(
      layer,
      layer,
      fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 4, maxLength: 16 }),
      (a, b, row) => {
        const equality = ask(a, b);
        if (!equality) return;
        const operations = equality.sides.flatMap(({ steps }) =>
          steps.flatMap((step) => (step.kind === 'pool' ? [step.operation] : [])),
        );
        if (equality.forward === 'equal') expect(agreeOn(operations, Float64Array.from(row))).toBe(true);
        if (equality.forward === 'different') expect(equality.counterexample).not.toBeNull();
        if (!equality.counterexample) return;
        const { input, outputs } = equality.counterexample;
        const computed = operations.map((operation) => forward(bare(operation), input).output);
        expect(computed.map(({ data }) => Array.from(data))).toEqual(
          outputs.map(({ data }) => Array.from(data)),
        );
        expect(Array.from(outputs[0].data)).not.toEqual(Array.from(outputs[1].data));
      },
    ),
    { numRuns: 60 },
  );
});

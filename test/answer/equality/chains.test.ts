import { describe, expect, test } from 'vitest';
import { jsonEquality } from '../../../src/answer/equality/json.ts';
import { answerQuestion } from '../../../src/answer/index.ts';
import { readQuestion } from '../../../src/question/index.ts';

const answer = (text: string) => answerQuestion(readQuestion({ text }));

const ties = 'gradient: no ties within a window';
const positive = 'x >= 0; gradient: x > 0';

/** A question, then forward, gradient, whether the shapes agree, and the condition. */
type Pair = readonly [
  text: string,
  forward: string,
  gradient: string,
  sameShape: boolean,
  condition?: string,
];

const pairs: readonly Pair[] = [
  // A maximum of maxima, a mean of means.
  ['is two MaxPool2d(2) the same as one MaxPool2d(4)?', 'equal', 'equal-when', true, ties],
  ['nn.AvgPool2d(2) -> nn.AvgPool2d(2) vs nn.AvgPool2d(4)', 'equal', 'equal', true],
  ['is nn.Sequential(nn.AvgPool2d(2), nn.AvgPool2d(2)) the same as nn.AvgPool2d(4)?', 'equal', 'equal', true],
  ['are three MaxPooling1D(2) the same as MaxPooling1D(8)?', 'equal', 'equal', true],
  ['is two 2x2 average pools the same as one 4x4 average pool?', 'equal', 'equal', true],
  ['is MaxPooling2D(2) then MaxPooling2D(3) the same as MaxPooling2D(6)?', 'equal', 'equal-when', true, ties],
  ['is AvgPool2d(2) then AvgPool2d(3) the same as AvgPool2d(3) then AvgPool2d(2)?', 'equal', 'equal', true],
  ['MaxPooling2D(3, strides=1) three times vs MaxPooling2D(7, strides=1)', 'equal', 'equal-when', true, ties],
  ['MaxPooling1D(2, strides=1) twice vs MaxPooling1D(3, strides=1)', 'equal', 'equal', true],
  ['AveragePooling1D(2, strides=1) twice vs AveragePooling1D(3, strides=1)', 'different', 'different', true],
  ['is nn.LPPool2d(2, 2) applied twice the same as nn.LPPool2d(2, 4)?', 'equal', 'equal', true],
  ['is nn.MaxPool2d(2) twice the same as nn.MaxPool2d(3)?', 'different', 'different', false],
  [
    'nn.MaxPool2d(2, ceil_mode=True) twice vs nn.MaxPool2d(4, ceil_mode=True)',
    'equal',
    'equal-when',
    true,
    ties,
  ],
  [
    'nn.AvgPool2d(2, ceil_mode=True) twice vs nn.AvgPool2d(4, ceil_mode=True)',
    'equal-when',
    'equal-when',
    true,
    'n mod 4 = 0 or 1 or 2',
  ],
  [
    'AveragePooling2D(2, padding="same") twice vs AveragePooling2D(4, padding="same")',
    'equal-when',
    'equal-when',
    true,
    'n is divisible by 4',
  ],
  [
    'MaxPooling1D(2, padding="same") twice vs MaxPooling1D(4, padding="same")',
    'equal-when',
    'equal-when',
    true,
    'n mod 4 = 0 or 3',
  ],
  // Maxima and means don't change places.
  ['MaxPool2d(2) then AvgPool2d(2) vs AvgPool2d(2) then MaxPool2d(2)', 'different', 'different', true],
  // Activations.
  ['is MaxPool then ReLU the same as ReLU then MaxPool?', 'equal', 'equal', true],
  ['MaxPool then ReLU = ReLU then MaxPool', 'equal', 'equal', true],
  ['can I swap ReLU and max pooling?', 'equal', 'equal', true],
  ['is F.relu(F.max_pool2d(x, 2)) the same as F.max_pool2d(F.relu(x), 2)?', 'equal', 'equal', true],
  ['is sigmoid before max pooling the same as sigmoid after max pooling?', 'equal', 'equal', true],
  [
    'is nn.MaxPool2d(3, 2, padding=1) then nn.ReLU the same as nn.ReLU then nn.MaxPool2d(3, 2, padding=1)?',
    'equal',
    'equal',
    true,
  ],
  [
    'is nn.ReLU then nn.AvgPool2d(2) the same as nn.AvgPool2d(2) then nn.ReLU?',
    'equal-when',
    'equal-when',
    true,
    positive,
  ],
  ['is tanh then AvgPool2d(2) the same as AvgPool2d(2) then tanh?', 'different', 'different', true],
  ['is ReLU then MaxPool2d(2) then ReLU the same as MaxPool2d(2) then ReLU?', 'equal', 'equal', true],
  // Steps across the channels.
  ['is AvgPool then 1x1 conv the same as 1x1 conv then AvgPool?', 'equal', 'equal', true],
  ['is GAP then Dense the same as Dense then GAP?', 'equal', 'equal', true],
  [
    'is nn.AvgPool2d(3, 1, padding=1) then nn.Conv2d(8, 8, 1) the same as nn.Conv2d(8, 8, 1) then nn.AvgPool2d(3, 1, padding=1)?',
    'different',
    'different',
    true,
  ],
  [
    'is nn.MaxPool2d(2) then nn.Conv2d(8, 8, 1) the same as nn.Conv2d(8, 8, 1) then nn.MaxPool2d(2)?',
    'different',
    'different',
    true,
  ],
  // Flatten, padding and repeating.
  ['does Flatten after GAP do nothing?', 'equal', 'equal', true],
  [
    'is nn.AdaptiveAvgPool2d(1) then nn.Flatten the same as GlobalAveragePooling2D()?',
    'equal',
    'equal',
    true,
  ],
  [
    'is GlobalAveragePooling2D the same as AveragePooling2D(7) + Flatten on 7x7x512?',
    'equal-when',
    'equal-when',
    true,
    'n = 7; on 7 x 7',
  ],
  [
    'is GlobalAveragePooling2D the same as AveragePooling2D(7) + Flatten on 8x8x512?',
    'different',
    'different',
    true,
  ],
  [
    'is ZeroPadding2D(1) then MaxPooling2D(3, strides=2) the same as nn.MaxPool2d(3, 2, padding=1)?',
    'equal-when',
    'equal-when',
    true,
    'x >= 0',
  ],
  [
    'is ZeroPadding2D(1) then AveragePooling2D(3, strides=1) the same as nn.AvgPool2d(3, 1, padding=1)?',
    'equal',
    'equal',
    true,
  ],
  ['is UpSampling2D(2) then AveragePooling2D(2) the same as the identity?', 'equal', 'equal', true],
  // Code without a pooling layer.
  ['x.unfold(2, 2, 2).unfold(3, 2, 2).mean((-1, -2)) vs nn.AvgPool2d(2)', 'equal', 'equal', true],
  ['x.reshape(N, H//2, 2, W//2, 2, C).max((2, 4)) vs MaxPooling2D(2)', 'equal', 'equal-when', true, ties],
  ["einops.reduce(x, 'b (h 2) (w 2) c -> b h w c', 'mean') vs AveragePooling2D(2)", 'equal', 'equal', true],
  ["einops.reduce(x, 'b h w c -> b c', 'max') vs GlobalMaxPooling2D", 'equal', 'equal', true],
  ['are x[:, ::2, ::2] and MaxPooling2D(1, strides=2) the same?', 'equal', 'equal', true],
  [
    "F.interpolate(x, scale_factor=0.5, mode='area') vs nn.AvgPool2d(2)",
    'equal-when',
    'equal-when',
    true,
    'n is even',
  ],
  ["F.interpolate(x, size=(7, 7), mode='area') vs nn.AdaptiveAvgPool2d(7)", 'equal', 'equal', true],
  [
    "tf.image.resize(x, [14, 14], method='area') vs AveragePooling2D(2) on 28x28x3",
    'equal-when',
    'equal-when',
    true,
    'n = 28; on 28 x 28',
  ],
  ['is a 3x3 box blur the same as nn.AvgPool2d(3, stride=1)?', 'equal', 'equal', true],
  [
    'is cv2.blur(x, (3, 3)) the same as AveragePooling2D(3, strides=1, padding="same")?',
    'different',
    'different',
    true,
  ],
  [
    'is cv2.blur(x, (3, 3)) the same as nn.ReflectionPad2d(1) then nn.AvgPool2d(3, 1)?',
    'equal',
    'equal',
    true,
  ],
  ['np.max(x, axis=(1, 2)) vs GlobalMaxPooling2D', 'equal', 'equal', true],
  // What is multiplied: k · k times a mean is a sum, and a negated maximum of negated numbers a minimum.
  ['is LPPool2d(1, 2) the same as 4 * AvgPool2d(2)?', 'equal', 'equal', true],
  ['is LPPool2d(1, (2, 3)) the same as 6 * AvgPool2d((2, 3))?', 'equal', 'equal', true],
  ['nn.AvgPool2d(2) then ReLU times 4 vs nn.AvgPool2d(2) then ReLU: same?', 'different', 'different', true],
  ['is 2 * relu(F.max_pool2d(x, 2)) the same as relu(F.max_pool2d(x, 2))?', 'different', 'different', true],
  ['is LPPool2d(1, 3) the same as 4 * AvgPool2d(3)?', 'different', 'different', true],
  ['is LPPool2d(1, 2) / 4 the same as AvgPool2d(2)?', 'equal', 'equal', true],
  ['is 1/4 * LPPool2d(1, 2) the same as AvgPool2d(2)?', 'equal', 'equal', true],
  ['is 2 * MaxPool2d(2) the same as MaxPool2d(2)?', 'different', 'different', true],
  ['is x.sum((2, 3)) the same as AdaptiveAvgPool2d(1) times H*W?', 'equal', 'equal', false],
  [
    'is tf.reduce_sum(x, [1, 2]) the same as AveragePooling2D(4) times 16?',
    'equal-when',
    'equal-when',
    false,
    'n = 4',
  ],
  ['is -max(-x) the same as min pooling?', 'equal', 'equal', true],
  ['is -MaxPool2d(2)(-x) the same as min pooling 2x2?', 'equal', 'equal', true],
  [
    'is -F.max_pool2d(-x, 2) the same as x.unfold(2, 2, 2).unfold(3, 2, 2).amin((-1, -2))?',
    'equal',
    'equal-when',
    true,
    ties,
  ],
  ['is -F.max_pool2d(x, 2) the same as F.max_pool2d(-x, 2)?', 'different', 'different', true],
  ['is -AvgPool2d(2)(-x) the same as AvgPool2d(2)?', 'equal', 'equal', true],
  // Half-pixel places lie in the middle of two cells exactly where the size is halved.
  [
    'is AveragePooling2D(2) the same as bilinear downsampling by 2?',
    'equal-when',
    'equal-when',
    true,
    'n is even',
  ],
  // The factor is used as it is, so an odd size only leaves its last cell out, as the pooling does.
  [
    "is F.interpolate(x, scale_factor=0.5, mode='bilinear') the same as AvgPool2d(2)?",
    'equal',
    'equal',
    true,
  ],
  [
    "is F.interpolate(x, scale_factor=0.5, mode='bilinear', align_corners=True) the same as AvgPool2d(2)?",
    'different',
    'different',
    true,
  ],
  [
    "is F.interpolate(x, scale_factor=0.25, mode='bilinear') the same as AvgPool2d(4)?",
    'different',
    'different',
    true,
  ],
  [
    'is AveragePooling2D(2) the same as tf.image.resize(x, [14, 14]) for 28x28?',
    'equal-when',
    'equal-when',
    true,
    'n = 28; on 28 x 28',
  ],
  ['is UpSampling2D(2) then MaxPooling2D(2) the identity?', 'equal', 'equal', true],
  ['is MaxPooling2D(2) then UpSampling2D(2) the same as the identity?', 'different', 'different', false],
  ['Flatten after GlobalAveragePooling2D, does it do anything?', 'equal', 'equal', true],
  [
    'AveragePooling2D((7,7)) vs GlobalAveragePooling2D on 7x7x2048 same?',
    'equal-when',
    'equal-when',
    false,
    'n = 7; on 7 x 7',
  ],
  // Windows too large to compare cell by cell: windows behind windows are one window.
  ['is MaxPool2d(100) twice the same as MaxPool2d(10000)?', 'equal', 'equal-when', true, ties],
  ['is MaxPool2d(8) three times the same as MaxPool2d(512)?', 'equal', 'equal-when', true, ties],
  ['is MaxPool2d(100) the same as MaxPool2d(10) twice?', 'equal', 'equal-when', true, ties],
  ['is AvgPool2d(20) twice the same as AvgPool2d(400)?', 'equal', 'equal', true],
  ['is MaxPool1d(300, stride=1) twice the same as MaxPool1d(599, stride=1)?', 'equal', 'equal', true],
  ['is x.mean(-1).mean(-1) the same as nn.AdaptiveAvgPool2d(1) then nn.Flatten?', 'equal', 'equal', true],
];

describe('chains, models and expressions', () => {
  test.each(pairs.map((pair) => ({ pair })))('$pair.0: $pair.1', ({ pair }) => {
    const [text, forward, gradient, sameShape, condition] = pair;
    const { equality } = answer(text);
    if (!equality) throw new Error('not read as an equality');
    const json = jsonEquality(equality);
    expect({ ...json, counterexample: undefined }).toEqual({
      forward,
      gradient,
      sameShape,
      ...(condition ? { condition } : {}),
    });
    expect(json.counterexample === undefined).toBe(forward === 'equal');
  });

  test('the smallest example beside a condition on the values', () => {
    const { equality } = answer('is ReLU then AvgPool2d(2) the same as AvgPool2d(2) then ReLU?');
    const example = equality && jsonEquality(equality).counterexample;
    expect(example?.input).toEqual({ shape: [2, 2], values: [-5, 2, -2, 5] });
    // (0 + 2 + 0 + 5) / 4 against the mean 0.
    expect(example?.outputs.map(({ values }) => values)).toEqual([[1.75], [0]]);
  });

  test('the smallest example for a maximum of means and a mean of maxima', () => {
    const { equality } = answer('MaxPool2d(2) then AvgPool2d(2) vs AvgPool2d(2) then MaxPool2d(2)');
    const example = equality && jsonEquality(equality).counterexample;
    expect(example?.input.shape).toEqual([4, 4]);
    // Blocks of 1 to 16: maxima 6, 8, 14, 16 and means 3.5, 5.5, 11.5, 13.5.
    expect(example?.outputs.map(({ values }) => values)).toEqual([[11], [13.5]]);
  });
});

describe('what cannot be decided is said', () => {
  test.each([
    ['is MaxPooling2D(2) then softmax the same as softmax then MaxPooling2D(2)?', 'no-rule'],
    ['is GlobalAveragePooling2D then MaxPooling2D(2) the same as MaxPooling2D(2)?', 'no-axes'],
    ['is nn.MaxPool2d(2, padding=3) then nn.ReLU the same as nn.ReLU then nn.MaxPool2d(2)?', 'refused'],
    ['is MaxPool2d(300, padding=10) twice the same as MaxPool2d(90000, padding=10)?', 'too-large'],
    ['is (MaxPool2d(2)(x) + AvgPool2d(2)(x)) / 2 the same as AvgPool2d(2)(x)?', 'no-rule'],
    ['is F.max_pool2d(x, 2) + F.avg_pool2d(x, 2) the same as 2 * F.avg_pool2d(x, 2)?', 'no-rule'],
    ['is alpha * AvgPool2d(2)(x) the same as AvgPool2d(2)(x)?', 'no-rule'],
    ['is 2 * sigmoid(x) then MaxPool2d(2) the same as MaxPool2d(2) times H*W?', 'no-rule'],
    ['is nn.FractionalMaxPool2d(2, output_size=3) twice the same as nn.MaxPool2d(2)?', 'no-rule'],
  ])('%s %s', (text, kind) => {
    const { equality, undecided, status } = answer(text);
    expect(equality).toBeNull();
    expect(undecided?.kind).toBe(kind);
    expect(status).toBe(kind === 'refused' ? 'error' : 'answered');
  });

  test('what only looks the same is said to be no proof', () => {
    const { equality } = answer(
      'is AvgPool2d(500, padding=250) the same as AvgPool2d(500, padding=250, ceil_mode=True)?',
    );
    expect(equality && jsonEquality(equality).condition).toBe('no difference found, which is no proof');
  });

  test('what both sides share needs no rule', () => {
    const text = 'is two MaxPooling2D(2) then softmax the same as MaxPooling2D(4) then softmax?';
    expect(answer(text).equality?.forward).toBe('equal');
  });
});

describe('no equality is read', () => {
  test.each([
    'what is the difference between Flatten and GAP?',
    'GlobalAveragePooling2D + Dense vs Flatten + Dense',
    'self.conv = nn.Conv2d(3, 8, 3)\nself.pool = nn.MaxPool2d(2)\nwhat shape for 3x32x32?',
  ])('%s', (text) => {
    const { equality, undecided } = answer(text);
    expect([equality, undecided]).toEqual([null, null]);
  });
});

import { describe, expect, test } from 'vitest';
import { answerQuestion } from '../../../src/answer/index.ts';
import { corrections } from '../../../src/explain/index.ts';
import { readQuestion } from '../../../src/question/index.ts';

const check = (text: string) => answerQuestion(readQuestion({ text, prefer: 'verify' }));
const verdicts = (text: string) => check(text).verified?.map(({ verdict }) => verdict) ?? null;

/** One statement, its verdict, and what the correction has to say. */
const claims: readonly (readonly [string, 'right' | 'wrong' | 'unchecked', RegExp?])[] = [
  ['AveragePooling2D(2) on 4x4x4 gives 2x2x4.', 'right'],
  ['AveragePooling2D(2) on 4x4x4 gives 2x2x2.', 'wrong', /2 × 2 × 4/],
  ['MaxPooling2D(2) on 28x28x64 gives 14x14x32.', 'wrong', /14 × 14 × 64/],
  ['nn.MaxPool2d(3, stride=2, padding=1) on (1, 64, 112, 112) returns (1, 64, 56, 56)', 'right'],
  ['nn.MaxPool2d(3, stride=2) on (1, 64, 112, 112) returns (1, 64, 56, 56)', 'wrong', /55/],
  ['nn.AdaptiveAvgPool2d(1) on (8, 512, 7, 7) gives (8, 512).', 'wrong', /\(8, 512, 1, 1\)/],
  ['MaxPooling2D(2) on 28x28x64 gives 14x14.', 'right'],
  ['AveragePooling2D(3) does not give 9x9 on 28x28.', 'wrong', /9 × 9/],
  ['Average pooling of [1, 2, 3, 4] with window 2 gives [1.5, 3.5]', 'unchecked'],
  ['GlobalAveragePooling2D reduces the spatial dimensions to 1x1.', 'unchecked'],
  ['A 224x224x3 image becomes 112x112x3 after MaxPooling2D(2).', 'right'],
  ['For 5x5 input, MaxPooling2D(2, padding="same") outputs 3x3.', 'right'],
  ['I get 13x13 for MaxPool2d(3, 2) on 28x28', 'right'],
  ['MaxPooling2D(40) on 28x28x3 gives 1x1x3.', 'wrong', /larger than the input/],
  ['GlobalAveragePooling2D(keepdims=True) on (None, 7, 7, 1024) returns (None, 1, 1, 1024).', 'right'],
  ['The output of GlobalAveragePooling2D on (None, 7, 7, 1024) is (None, 1024).', 'right'],
  ['Global average pooling on 7x7x1024 gives 1024 numbers.', 'right'],
  ['Global average pooling on 7x7x1024 gives 49 numbers.', 'wrong', /1,024 numbers/],
  ['Flatten on 7x7x512 gives 25088', 'right'],
  ['AveragePooling2D(2) of [[1,2],[3,4]] is 2.5.', 'right'],
  ['max pooling 2x2 of [[1,2],[3,4]] gives 3', 'wrong', /it is 4/],
  ['A Dense(10) after Flatten on 7x7x512 has 250890 parameters.', 'right'],
  ['A Dense(10) after Flatten on 7x7x512 has 250880 parameters.', 'wrong', /250,890/],
  ['Conv2D(32, 3) on 28x28x1 has 320 parameters.', 'right'],
  ['nn.Linear(512, 10) has 5120 parameters.', 'wrong', /5,130/],
  ['GlobalAveragePooling2D has 4 parameters', 'wrong', /0 parameters/],
  ['DenseNet121 has 8,062,504 parameters.', 'right'],
  ['VGG16 has 143,667,240 parameters.', 'wrong', /138,357,544/],
  ['GAP has weights.', 'wrong', /no weights/],
  ['GlobalAveragePooling2D has no trainable parameters.', 'right'],
  ['Padding same keeps the size.', 'wrong', /stride 1/],
  ["padding='same' with strides=1 keeps the size.", 'right'],
  ['The output size formula is (n - k) / s + 1.', 'right'],
  ['The output size without padding is floor((n - k) / s).', 'wrong', /\+ 1/],
  ["With padding='same' the output size is ceil(n/s).", 'right'],
  ['With same padding the output is floor(n / s).', 'wrong', /⌈/],
  ['MaxPooling2D default strides is 1.', 'wrong', /the window/],
  ['If strides is left out, it equals the pool size.', 'right'],
  ['Max pooling does not change the number of channels.', 'right'],
  ['Max pooling halves the number of channels.', 'wrong', /on its own/],
  ['AveragePooling2D(pool_size=2) halves height and width.', 'right'],
  ['AveragePooling2D(pool_size=3) halves height and width.', 'wrong', /64 × 64 becomes 21 × 21/],
  ['Max pooling pads with zeros.', 'wrong', /−∞/],
  ['In Keras the average counts the padding.', 'wrong', /real cells/],
  ['AvgPool2d in PyTorch includes the padding in the average by default.', 'right'],
  ['keepdims is True by default.', 'wrong', /False/],
  ['GAP works for any input size.', 'right'],
  ['In max pooling the gradient goes only to the largest value.', 'right'],
  ['In average pooling the gradient is split evenly.', 'right'],
  ['nn.AdaptiveAvgPool2d(1) is the same as GlobalAveragePooling2D.', 'right'],
  [
    'nn.AvgPool2d(3, 1, 1) is identical to AveragePooling2D(3, strides=1, padding="same").',
    'wrong',
    /differ/,
  ],
  ['Max pooling reduces the number of parameters in later layers.', 'unchecked'],
  ['AveragePooling2D has the parameters pool_size, strides and padding.', 'unchecked'],
  ['GlobalAveragePooling2D trains faster.', 'unchecked'],
  ['GlobalAveragePooling2D will raise your accuracy.', 'unchecked'],
];

describe('one statement', () => {
  const rows = claims.map(([text, verdict, correction]) => ({ text, verdict, correction }));
  test.each(rows)('$text $verdict', ({ text, verdict, correction }) => {
    const answer = check(text);
    expect(answer.verified?.map((claim) => claim.verdict)).toEqual([verdict]);
    const [said = null] = corrections(answer);
    if (correction) expect(said).toMatch(correction);
    else expect(said).toBeNull();
  });
});

describe('a whole answer', () => {
  test('each sentence on its own, with what was said before', () => {
    expect(
      verdicts(
        'Global average pooling on 7x7x1024 gives 1024 numbers. It reduces overfitting. keep_dims=True gives 1x1x1024.',
      ),
    ).toEqual(['right', 'unchecked', 'right']);
  });

  test('two statements in one sentence', () => {
    expect(
      verdicts(
        'The output of GlobalAveragePooling2D on (None, 7, 7, 1024) is (None, 1024), while AveragePooling2D(2) gives (None, 2, 2, 1024).',
      ),
    ).toEqual(['right', 'wrong']);
  });

  test('a list under a heading', () => {
    expect(
      verdicts(
        'Here is how it works:\n1. GlobalAveragePooling2D(keepdims=True) on (None, 7, 7, 1024) returns (None, 1, 1, 1024).\n2. AveragePooling2D(pool_size=2) halves height and width.\n3. Max pooling has learnable weights.',
      ),
    ).toEqual(['right', 'right', 'wrong']);
  });

  test('what is not about pooling is left alone', () => {
    expect(verdicts('The weather is nice. MaxPooling2D(2) on 10x10x3 outputs 5x5x3.')).toEqual([
      'unchecked',
      'right',
    ]);
    expect(verdicts('The weather is nice today.')).toBeNull();
  });
});

import { describe, expect, test } from 'vitest';
import { answerQuestion, type Solution } from '../../../src/answer/index.ts';
import { readQuestion } from '../../../src/question/index.ts';

const solved = (text: string) => answerQuestion(readQuestion({ text })).solved;

/** Window, stride and padding of the simplest setting: `4 by 4`, `3 by 2 pad 1`, `3 by 2 same`. */
function settingOf(solution: Solution | undefined): string | null {
  const operation = solution?.operation;
  if (operation?.kind !== 'pool' || operation.window.kind !== 'local') return null;
  const { kernel, stride, padding } = operation.window;
  const one = (sizes: readonly number[]) =>
    sizes.every((size) => size === sizes[0]) ? String(sizes[0]) : sizes.join('x');
  const cells =
    padding.kind === 'same' ? ' same' : one(padding.begin) === '0' ? '' : ` pad ${one(padding.begin)}`;
  return `${one(kernel)} by ${one(stride)}${cells}`;
}

/** What a student writes, and the simplest setting. */
const phrasings: readonly (readonly [string, string | null])[] = [
  ['which pool_size gives 7x7 from 28x28?', '4 by 4'],
  ['how do I get from 224x224 to 7x7 with one pooling layer?', '29 by 29'],
  ['what kernel and stride turn 32x32 into 16x16?', '2 by 2'],
  ['what settings give 13x13 from 27x27 with stride 2?', '2 by 2'],
  ['MaxPool2d settings from 112 to 56 with kernel 3 stride 2', '3 by 2 pad 1'],
  ['what padding do I need for MaxPool2d(3, stride=2) to get 56 from 112?', '3 by 2 pad 1'],
  ['kernel 3, stride 2: which padding turns 112 into 56?', '3 by 2 same'],
  ['overlapping pooling from 55 to 27', '3 by 2'],
  ['which overlapping windows turn 27x27 into 13x13?', '3 by 2'],
  ['which kernel_size with ceil_mode gives 56 from 112?', '2 by 2'],
  ['nn.AvgPool2d from 7x7 to 1x1', '4 by 4'],
  ['get 4x8 from 16x24 with average pooling', '9 by 2'],
  ['find kernel so that 30x40 becomes 15x20', '2 by 2'],
  ['halve a 28x28 map with pooling', '2 by 2'],
  ['reduce a 60x60 map by a factor of 3 with max pooling', '3 by 3'],
  ['I want a 1x1 output from 8x8x512', '5 by 5'],
  ['from 224x224 I want 7x7 using padding same', '32 by 32 same'],
  ['odd kernel from 28 to 14 no padding', '15 by 1'],
  ['reduce 100 to 33', '3 by 3'],
  // ⌊(7 − k) / 2⌋ + 1 = 2 for k = 4 and 5.
  // ⌊(28 + 2p − 4) / 2⌋ + 1 = 14 for p = 1.
  ['which padding for AvgPool2d(4, stride=2) to get 14 from 28?', '4 by 2 pad 1'],
  ['my pooling gives 13x13, input is 27x27, kernel 3. what is the stride?', '3 by 2'],
  ['AveragePooling2D 7x7 to 2x2 odd kernel stride 2', '5 by 2'],
  ['shrink 64x64 to 16x16', '4 by 4'],
  ['1D: from 100 steps to 25 steps which pool_size', '4 by 4'],
  ['3d pooling 16x16x16 to 8x8x8', '2 by 2'],
  ['solve 28 to 14', '2 by 2'],
  ['solve 28x28 -> 14x14 stride 2', '2 by 2'],
  ['/solve 224 to 7 with MaxPooling2D', '29 by 29'],
  ['/solve 28x28 to 7x7 padding=same', '4 by 4 same'],
  ['what stride gives 5x5 from 11x11 with pool size 3', '3 by 2'],
  ['keep the size 28x28 with pooling', '2 by 1 same'],
  ['how to make output size equal to input size with MaxPool2d(3)', '3 by 1 pad 1'],
  ['same padding pooling that keeps 28x28', '2 by 1 same'],
  ['what pool gives (None, 14, 14, 64) from (None, 28, 28, 64)', '2 by 2'],
  ['what window maps (1, 3, 32, 32) to (1, 3, 8, 8) in pytorch', '4 by 4'],
  ['Which ONNX MaxPool attributes turn 112 into 56', '2 by 2'],
  ['how can I turn 6x6 into 4x4', '3 by 1'],
  ["what's the pool size so that 10x10x32 flattens to 800 units", '2 by 2'],
  ['how do I get 50x50 from 200x200 in PyTorch?', '4 by 4'],
  ['pool_size for 1000 -> 1', '501 by 501'],
  ['I need a 3x3 feature map from 11x11, stride 3', '3 by 3'],
  ['make 28x28 into 9x9 with non-overlapping windows', '3 by 3'],
  ['from 30 to 10 with no overlap', '3 by 3'],
  ['which pool_size brings 28x28 down to 14x14?', '2 by 2'],
  ['pooling 48x64 -> 12x16, what do I use?', '4 by 4'],
  ['reach 10x10 from 5x5', null],
  ['which pool_size gives 8x8 from 28x28?', null],
];

describe('however it is asked', () => {
  test.each(phrasings)('%s', (text, simplest) => {
    const found = solved(text);
    expect(found).not.toBeNull();
    expect(settingOf(found?.solutions[0])).toBe(simplest);
    const { from = [], target = [] } = found ?? {};
    for (const { derivation } of found?.solutions ?? []) {
      expect(derivation.output.filter((size) => size !== null && size !== 1)).toEqual(
        target.filter((size) => size !== 1),
      );
    }
    expect(from.length).toBe(target.length);
  });

  test('overlapping windows share cells, every one of them', () => {
    for (const solution of solved('overlapping pooling from 55 to 27')?.solutions ?? []) {
      const { operation } = solution;
      if (operation.kind !== 'pool' || operation.window.kind !== 'local') throw new Error('no window');
      const { kernel, stride } = operation.window;
      expect(kernel.every((cells, axis) => cells > (stride[axis] ?? 0))).toBe(true);
    }
  });

  test('an adaptive layer takes the size itself', () => {
    const adaptive = solved('nn.AdaptiveAvgPool2d from 17x17 to 7x7')?.adaptive;
    expect(adaptive?.derivation.output).toEqual([1, 1, 7, 7]);
  });

  test('what is no search for a setting', () => {
    for (const text of [
      'four by four max pooling on a 64 by 64 by 3 picture',
      'apply 2x2 max pooling 3 times in a row to a 100x100x1 image',
      'solve 3x + 5 = 11 for me',
    ]) {
      expect(solved(text), text).toBeNull();
    }
  });
});

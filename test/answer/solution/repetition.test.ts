import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerQuestion } from '../../../src/answer/index.ts';
import { infer } from '../../../src/frameworks/index.ts';
import { readQuestion } from '../../../src/question/index.ts';

const repeated = (text: string) => answerQuestion(readQuestion({ text })).repeated;

describe('how many of a layer lead from one size to another', () => {
  test.each([
    ['how many MaxPooling2D(2) from 224 to 7?', 5, [224, 112, 56, 28, 14, 7]],
    ['how many max pool layers do I need to go from 256 to 8?', 5, [256, 128, 64, 32, 16, 8]],
    ['how many 2x2 pools until 1x1 from 32x32', 5, [32, 16, 8, 4, 2, 1]],
    ['how do I downsample 64x64 to 16x16 using only 2x2 pooling', 2, [64, 32, 16]],
    ['how many nn.MaxPool2d(3) from 81 to 3', 3, [81, 27, 9, 3]],
    ['from 224 to 7 with 5 pooling layers', 5, [224, 112, 56, 28, 14, 7]],
    ['how often do I need AveragePooling2D(3, strides=2) from 63 to 7', 3, [63, 31, 15, 7]],
  ])('%s %i', (text, times, sides) => {
    const [row] = repeated(text)?.rows ?? [];
    expect(row?.times).toBe(times);
    expect(row?.sizes.map(([side]) => side)).toEqual(sides);
  });

  test('where none does, the numbers next to it', () => {
    const found = repeated('how many average pools from 100x100 to 7x7?');
    expect(found?.rows).toEqual([]);
    expect(found?.nearest.map(({ times, sizes }) => [times, sizes.at(-1)?.[0]])).toEqual([
      [3, 12],
      [4, 6],
    ]);
  });

  test('the number of layers given, the windows that do', () => {
    const found = repeated('from 64 to 4 with 2 pooling layers');
    expect(found?.rows.map(({ configuration }) => configuration.args.pool_size)).toMatchObject([
      { items: [{ value: 4 }, { value: 4 }] },
    ]);
  });
});

test('every row reaches its size when the layer is applied so often', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(
        'MaxPooling1D(2)',
        'MaxPooling1D(3, strides=2)',
        'AveragePooling1D(3)',
        'MaxPooling1D(2, padding="same")',
      ),
      fc.integer({ min: 2, max: 300 }),
      fc.integer({ min: 1, max: 60 }),
      (layer, from, target) => {
        for (const { configuration, times } of repeated(`how many ${layer} from ${from} to ${target}?`)
          ?.rows ?? []) {
          let size: number | null = from;
          for (let at = 0; at < times; at += 1) {
            const inferred = infer(configuration, [1, size, 1]);
            size = inferred.ok ? (inferred.derivation.output[1] ?? null) : null;
          }
          expect(size).toBe(target);
        }
      },
    ),
    { numRuns: 80 },
  );
});

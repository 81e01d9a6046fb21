import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Answer, answerQuestion, type Solution } from '../../../src/answer/index.ts';
import { configure, findLayers, infer, python, run } from '../../../src/frameworks/index.ts';
import { readQuestion } from '../../../src/question/index.ts';

const solved = (text: string): Answer['solved'] =>
  answerQuestion(readQuestion({ text, prefer: 'solve' })).solved;

/** The simplest setting as window, stride and padding. */
function settingOf(solution: Solution | undefined): string | null {
  const operation = solution?.operation;
  if (operation?.kind !== 'pool' || operation.window.kind !== 'local') return null;
  const { kernel, stride, padding } = operation.window;
  const cells = padding.kind === 'same' ? 'same' : padding.begin.join(',');
  return `${kernel.join(',')} by ${stride.join(',')} pad ${cells}`;
}

/** The question, the simplest setting (null: none), and how many there are. */
const questions: readonly (readonly [string, string | null, number])[] = [
  ['which pool_size gives 7x7 from 28x28?', '4,4 by 4,4 pad 0,0', 1],
  ['which pool_size gives 7x7 from 28x28 with stride 2?', '15,15 by 2,2 pad 0,0', 4],
  ['which pool_size gives 7x7 from 28x28 padding=same', '4,4 by 4,4 pad same', 1],
  ['which pool_size gives 7x7 from 224x224?', '29,29 by 29,29 pad 0,0', 16],
  ['which pool_size gives 5x4 from 30x40?', '6,9 by 6,9 pad 0,0', 2],
  ['which pool_size gives 8x8 from 28x28?', null, 0],
  ['28x28 to 7x7', '4,4 by 4,4 pad 0,0', 884],
  ['28x28 to 7x7 padding same', '4,4 by 4,4 pad same', 784],
  ['28x28 to 7x7 strides=2', '15,15 by 2,2 pad 0,0', 4],
  ['28x28x3 to 14x14', '2,2 by 2,2 pad 0,0', 793],
  ['28x28 to 40x40', null, 0],
  ['100 to 7 no padding', '13,13 by 13,13 pad 0,0', 14161],
  ['nn.MaxPool2d(3) from 112x112 to 56x56', '3,3 by 2,2 pad 1,1', 1],
  ['nn.MaxPool2d(kernel_size=3, stride=2) what padding gives 56x56 from 112x112', '3,3 by 2,2 pad 1,1', 1],
  ['nn.MaxPool2d 32x32 to 16x16 odd kernel', '3,3 by 2,2 pad 1,1', 576],
  ['from 28x28 to 7x7 with padding 1', '4,4 by 4,4 pad 1,1', 100],
  [
    'AveragePooling2D, which strides give 10x10 from 20x20 with pool_size 3 and padding same',
    '3,3 by 2,2 pad same',
    1,
  ],
  ['AvgPool3d 16x112x112 to 8x56x56', '2,2,2 by 2,2,2 pad 0,0,0', 392000],
  ['MaxPooling2D from 28x28x64 to 14x14x64 with stride 2', '2,2 by 2,2 pad 0,0', 788],
  ['nn.LPPool2d(norm_type=2, kernel_size=2) from 8x8 to 4x4', '2,2 by 2,2 pad 0,0', 1],
  ['what kernel size and stride reduce a 64x64 image to 16x16?', '4,4 by 4,4 pad 0,0', 4196],
];

describe('the settings between two sizes', () => {
  test.each(questions)('%s', (text, simplest, total) => {
    const found = solved(text);
    expect(settingOf(found?.solutions[0])).toBe(simplest);
    expect(found?.total).toBe(total);
    expect(found?.solutions.length).toBe(Math.min(total, 50));
  });

  test('where there is none, the nearest sizes come with their settings', () => {
    const found = solved('which pool_size gives 8x8 from 28x28?');
    expect(found?.nearest.map(({ target }) => target)).toEqual([
      [7, 7],
      [9, 9],
    ]);
    expect(found?.nearest.map(({ solution }) => settingOf(solution))).toEqual([
      '4,4 by 4,4 pad 0,0',
      '3,3 by 3,3 pad 0,0',
    ]);
  });

  test('a call that its framework refuses is told so', () => {
    const answer = answerQuestion(
      readQuestion({ text: 'MaxPooling2D(kernel_size=3) from 8x8 to 4x4', prefer: 'solve' }),
    );
    expect(answer.status).toBe('error');
    expect(answer.outcomes[0]?.kind).toBe('refused');
  });
});

const sides = fc.integer({ min: 1, max: 60 });

test('every setting reaches the size, in shape and in values', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('MaxPooling1D', 'nn.AvgPool1d', 'AveragePooling1D', 'nn.MaxPool1d'),
      sides,
      sides,
      (layer, from, target) => {
        const found = solved(`${layer} from ${from} to ${target}`);
        for (const { configuration } of found?.solutions ?? []) {
          const last = configuration.operation.axes.layout === 'channels_last';
          const inferred = infer(configuration, last ? [1, from, 1] : [1, 1, from]);
          expect(inferred.ok && inferred.derivation.output).toEqual(last ? [1, target, 1] : [1, 1, target]);
        }
        const [simplest] = found?.solutions ?? [];
        if (!simplest) return;
        const last = simplest.configuration.operation.axes.layout === 'channels_last';
        const input = { shape: last ? [1, from, 1] : [1, 1, from], data: new Float64Array(from) };
        const computed = run(simplest.configuration, { input });
        expect(computed.ok && computed.output.data.length).toBe(target);
      },
    ),
    { numRuns: 60 },
  );
});

test('nothing is missed: a window that reaches the size is found', () => {
  const [layer] = findLayers('MaxPooling1D', 'keras');
  if (!layer) throw new Error('Keras has MaxPooling1D');
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }), (from, window) => {
      const configuration = configure(layer, [{ name: 'pool_size', value: python.int(window) }]);
      const inferred = configuration.ok ? infer(configuration, [1, from, 1]) : configuration;
      if (!inferred.ok) return;
      const target = inferred.derivation.output[1];
      const found = solved(`MaxPooling1D: which pool_size gives ${target} from ${from}`);
      const windows = found?.solutions.map((solution) => settingOf(solution));
      expect(windows).toContain(`${window} by ${window} pad 0`);
    }),
    { numRuns: 60 },
  );
});

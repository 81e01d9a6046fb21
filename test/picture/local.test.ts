import { describe, expect, test } from 'vitest';
import { drawLocal, localInput } from '../../src/picture/index.ts';
import type { PoolOperation, Tensor } from '../../src/pooling/index.ts';
import { average, bare, local, lp, max, padded, pool, ramp, row } from '../pooling/operations.ts';
import { expectLegible, words } from './legible.ts';
import { given, plane, tensor } from './planes.ts';

function draw(layer: string, operation: PoolOperation, input: Tensor, cell: readonly number[]) {
  const picture = drawLocal(given(localInput(plane(layer, operation, input), cell)));
  return { alt: picture.alt, words: words(expectLegible(picture)), svg: picture.draw().svg };
}

const flat = (window: ReturnType<typeof local>, reduce = average) => pool(bare(2), reduce, window);

describe('a local window', () => {
  test('avg 2x2 s2 on 4x4 of 1 to 16: the sum and its divisor stand beside it', () => {
    const shown = draw('AveragePooling2D(2)', flat(local(2, 2, 2)), ramp(4, 4), [0, 0]);
    expect(shown.words).toEqual(
      expect.arrayContaining([
        '1 + 2 + 5 + 6 = 14',
        '4 real cells',
        '14 ÷ 4 = 3.5',
        'stride 2',
        'output 2 × 2',
      ]),
    );
    expect(shown.alt).toContain('The lit window covers rows 0–1, columns 0–1');
    expect(shown.alt).toContain('14 ÷ 4 = 3.5');
    expect(shown.alt).toContain('Output: 3.5, 5.5; 11.5, 13.5.');
  });

  test('avg 3x3 s2 p1 with padding counted: nine cells, five of them padding zeros', () => {
    const window = local(2, 3, 2, { padding: padded(2, 1), divisor: { kind: 'padded' } });
    const shown = draw('AvgPool2d(3, stride=2, padding=1)', flat(window), ramp(5, 5), [0, 0]);
    expect(shown.words).toContain('9 = 4 real + 5 padding');
    expect(shown.words).toContain('padding: 0, counted');
    expect(shown.words.filter((word) => word === '0')).toHaveLength(24);
  });

  test('avg 3x3 s2 same: padding is not counted and holds no number', () => {
    const window = local(2, 3, 2, { padding: { kind: 'same', odd: 'upper' } });
    const shown = draw("AveragePooling2D(3, 2, 'same')", flat(window), ramp(5, 5), [0, 0]);
    expect(shown.words).toContain('4 real cells');
    expect(shown.alt).toContain('Hatched padding: not counted.');
    expect(shown.words).not.toContain('0');
  });

  test('max 2x2 s2 same on 5x5: the odd padding cell is at the end and holds minus infinity', () => {
    const window = local(2, 2, 2, { padding: { kind: 'same', odd: 'upper' } });
    const shown = draw("MaxPooling2D(2, padding='same')", flat(window, max), ramp(5, 5), [0, 2]);
    expect(shown.words.filter((word) => word === '−∞')).toHaveLength(11);
    expect(shown.words).toEqual(expect.arrayContaining(['5, 10', '10', 'the largest']));
  });

  test('avg 2x2 s2 on 5x5: nine cells lie in no window', () => {
    const shown = draw('AveragePooling2D(2)', flat(local(2, 2, 2)), ramp(5, 5), [0, 0]);
    expect(shown.alt).toContain('Crossed out: 9 cells in no window.');
    expect(shown.words).toContain('in no window');
  });

  test('avg 2x2 ceil on 5x5: what lies past the padding is not counted', () => {
    const shown = draw(
      'AvgPool2d(2, ceil_mode=True)',
      flat(local(2, 2, 2, { rounding: 'ceil' })),
      ramp(5, 5),
      [2, 2],
    );
    expect(shown.words).toEqual(expect.arrayContaining(['25 ÷ 1 = 25', 'past the padding: not counted']));
  });

  test('a fixed divisor and a dropped fraction are named', () => {
    const fixed = flat(local(2, 2, 2, { divisor: { kind: 'fixed', value: 3 } }));
    expect(draw('AvgPool2d(2, divisor_override=3)', fixed, ramp(4, 4), [0, 0]).words).toEqual(
      expect.arrayContaining(['3, given by divisor_override', '14 ÷ 3 ≈ 4.667']),
    );
    const whole = flat(local(2, 2, 2), { kind: 'average', truncate: true });
    const shown = draw('AvgPool2d(2)', whole, ramp(4, 4), [0, 0]);
    expect(shown.alt).toContain('mean 14 ÷ 4 = 3.5; whole number 3.');
  });

  test('Lp writes the powers and the root, and how PyTorch scales a clipped window', () => {
    const two = draw('LPPool2d(2, 2)', flat(local(2, 2, 2), lp(2, 'pytorch')), ramp(4, 4), [0, 1]);
    expect(two.words).toEqual(expect.arrayContaining(['3² + 4² + 7² + 8² = 138', '√138 ≈ 11.75']));
    const clipped = pool(bare(1), lp(2, 'pytorch'), local(1, 3, 2, { rounding: 'ceil' }));
    const ones = draw('LPPool1d(2, 3, stride=2, ceil_mode=True)', clipped, row(1, 1, 1, 1), [1]);
    expect(ones.words).toEqual(expect.arrayContaining(['2 × 1.5 = 3', '√3 ≈ 1.732']));
  });

  test('NaN wins a maximum and is ringed', () => {
    const shown = draw('MaxPool1d(2)', pool(bare(1), max, local(1, 2, 2)), row(1, Number.NaN, 3, 4), [0]);
    expect(shown.alt).toContain('cells 1, NaN; largest NaN.');
  });

  test('a window of padding alone says so', () => {
    const window = local(1, 1, 1, { padding: padded(1, 1) });
    const shown = draw('MaxPool1d(1, padding=1)', pool(bare(1), max, window), row(5, 6), [0]);
    expect(shown.words).toEqual(expect.arrayContaining(['padding only', '−∞']));
  });

  test('steps of a sequence, slices of a volume', () => {
    const line = draw('AveragePooling1D(3, strides=2)', pool(bare(1), average, local(1, 3, 2)), ramp(8), [1]);
    expect(line.words).toEqual(
      expect.arrayContaining(['3 + 4 + 5 = 12', 'next window, 2 steps on', 'in no window']),
    );
    const volume = draw(
      'AveragePooling3D(2)',
      pool(bare(3), average, local(3, 2, 2)),
      ramp(4, 4, 4),
      [0, 0, 0],
    );
    expect(volume.words).toEqual(expect.arrayContaining(['slice 3', '92 ÷ 8 = 11.5']));
  });

  test('of a large map the part around the window is drawn, and said to be a part', () => {
    const shown = draw('MaxPool2d(3, stride=2)', flat(local(2, 3, 2), max), ramp(28, 28), [6, 6]);
    expect(shown.words.join(' ')).toMatch(/rows \d+–\d+, columns \d+–\d+ of the input 28 × 28/);
    expect(shown.words.length).toBeLessThan(80);
  });

  test('a window of four hundred cells is a place on a surface, with its sum', () => {
    const shown = draw('AveragePooling2D(20)', flat(local(2, 20, 20)), ramp(100, 140), [0, 0]);
    expect(shown.words).toEqual(
      expect.arrayContaining(['400 real cells', 'this window, to scale', 'input 100 × 140']),
    );
  });

  test('user text in a layer name cannot break the document', () => {
    const shown = draw(
      'MaxPool2d(<"&\u0000)',
      flat(local(2, 2, 2), max),
      tensor([2, 2], [1, 2, 3, 4]),
      [0, 0],
    );
    expect(shown.words[0]).toBe('MaxPool2d(<"&\uFFFD)');
  });
});

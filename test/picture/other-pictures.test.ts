import { describe, expect, test } from 'vitest';
import {
  adaptiveInput,
  comparisonInput,
  drawAdaptive,
  drawGlobalVersusLocal,
  drawGradient,
  drawOverlap,
  drawReceptiveField,
  drawShapes,
  drawTrace,
  drawUnpool,
  gradientInput,
  mapShape,
  type Picture,
  sweepsOf,
} from '../../src/picture/index.ts';
import {
  backward,
  inferShape,
  type PoolOperation,
  receptiveField,
  type Tensor,
} from '../../src/pooling/index.ts';
import { average, bare, local, max, maxSplit, pool, ramp, row } from '../pooling/operations.ts';
import { expectLegible, words } from './legible.ts';
import { given, plane, tensor } from './planes.ts';

const global = { kind: 'global', keepdims: false } as const;

function read(picture: Picture) {
  return { alt: picture.alt, words: words(expectLegible(picture)) };
}

describe('global beside local', () => {
  const compare = (reduce: typeof average, input: Tensor, rank: 1 | 2) => {
    const small = plane('AveragePooling2D(2)', pool(bare(rank), reduce, local(rank, 2, 2)), input);
    const whole = plane('GlobalAveragePooling2D()', pool(bare(rank), reduce, global), input);
    return read(drawGlobalVersusLocal(given(comparisonInput(small, whole, 4))));
  };

  test('4x4 of 1 to 16: four means against one', () => {
    const shown = compare(average, ramp(4, 4), 2);
    expect(shown.words).toEqual(
      expect.arrayContaining([
        '3.5',
        '5.5',
        '11.5',
        '13.5',
        '8.5',
        '136 ÷ 16 = 8.5',
        'One of 4 channels, 4 × 4',
      ]),
    );
    expect(shown.words).toContain('first: (1 + 2 + 5 + 6) ÷ 4 = 3.5');
    expect(shown.alt).toContain('Local output: 3.5, 5.5; 11.5, 13.5.');
    expect(shown.alt).toContain('the mean of all 16 cells; 136 ÷ 16 = 8.5');
  });

  test('on 5x5 the border cells are in no local window, yet in the global one', () => {
    expect(compare(max, ramp(5, 5), 2).words).toEqual(expect.arrayContaining(['in no local window', '25']));
  });

  test('a sequence, and a map too large for cells', () => {
    expect(compare(average, row(3, 1, 4, 1, 5, 9, 2, 6), 1).words).toEqual(
      expect.arrayContaining(['3.875', '2.5']),
    );
    const large = compare(average, ramp(28, 28), 2);
    expect(large.words).toEqual(expect.arrayContaining(['14 × 14', '28 × 28', '392.5']));
    expect(large.words.length).toBeLessThan(30);
  });
});

describe('a gradient', () => {
  const follow = (operation: PoolOperation, input: Tensor, upstream: Tensor, cell: readonly number[]) => {
    const gradient = backward(operation, input, upstream);
    const given_ = gradientInput(plane('the layer', operation, input), upstream, gradient, cell);
    return read(drawGradient(given(given_)));
  };

  test('an average shares evenly', () => {
    const shown = follow(pool(bare(2), average, local(2, 2, 2)), ramp(4, 4), ramp(2, 2), [0, 1]);
    expect(shown.words).toContain('2 ÷ 4 = 0.5');
    expect(shown.alt).toContain('Gradient for the input: 0.25, 0.25, 0.5, 0.5;');
  });

  test('a maximum gives all to the largest cell; overlapping windows add up', () => {
    const shown = follow(
      pool(bare(2), max, local(2, 2, 1)),
      ramp(3, 3),
      tensor([2, 2], [1, 1, 1, 1]),
      [0, 0],
    );
    expect(shown.words).toEqual(
      expect.arrayContaining(['1, the others 0', 'shares of several windows add up']),
    );
  });

  test('of equal cells the first gets all, or all share', () => {
    const ties = tensor([2, 2], [5, 1, 5, 5]);
    const first = follow(pool(bare(2), max, local(2, 2, 2)), ties, tensor([1, 1], [3]), [0, 0]);
    expect(first.alt).toContain('Of equal largest cells the first gets all.');
    expect(first.alt).toContain('Gradient for the input: 3, 0; 0, 0.');
    const split = follow(pool(bare(2), maxSplit, global), ties, tensor([], [3]), [0, 0]);
    expect(split.words).toEqual(expect.arrayContaining(['5, in 3 cells', '3 ÷ 3 = 1']));
  });

  test('over a map too large for cells it is a surface and a share', () => {
    const shown = follow(pool(bare(2), average, global), ramp(28, 28), tensor([], [1]), [0, 0]);
    expect(shown.words).toEqual(
      expect.arrayContaining(['1 ÷ 784 ≈ 0.001276', 'gradient for the input, 28 × 28']),
    );
  });
});

describe('adaptive bins', () => {
  test('7 to 3: overlapping bins with bounds, and their means', () => {
    const operation = pool(bare(1), average, { kind: 'adaptive', outputSize: [3] });
    const shown = read(drawAdaptive(given(adaptiveInput(plane('AdaptiveAvgPool1d(3)', operation, ramp(7))))));
    expect(shown.words).toEqual(
      expect.arrayContaining([
        '⌊1 × 7 ÷ 3⌋ = 2, ends before ⌈2 × 7 ÷ 3⌉ = 5: cells 2–4',
        '(3 + 4 + 5) ÷ 3 = 4',
      ]),
    );
    expect(shown.alt).toContain('7 cells in 3 bins, cells 0–2; 2–4; 4–6.');
    expect(shown.alt).toContain('output 2, 4, 6');
  });

  test('equal axes are drawn once, long ones to scale', () => {
    const operation = pool(bare(2), average, { kind: 'adaptive', outputSize: [7, 7] });
    const shown = read(
      drawAdaptive(given(adaptiveInput(plane('AdaptiveAvgPool2d(7)', operation, ramp(32, 32))))),
    );
    expect(shown.words[2]).toBe('height and width: 32 cells in 7 bins, to scale');
    expect(shown.words).toEqual(expect.arrayContaining(['0–4', '27–31']));
  });
});

describe('overlap', () => {
  const overlap = (kernel: number, stride: number, ...shape: readonly number[]) => {
    const rank = shape.length === 1 ? 1 : 2;
    const sweeps = given(sweepsOf(pool(bare(rank), max, local(rank, kernel, stride)), shape));
    return read(drawOverlap({ layer: `MaxPool${rank}d(${kernel}, stride=${stride})`, sweeps }));
  };

  test('3x3 s2 on 7x7: one shared row and column, cells in up to four windows', () => {
    const shown = overlap(3, 2, 7, 7);
    expect(shown.words).toEqual(
      expect.arrayContaining(['window 3 − stride 2: neighbours share 1 row', 'in 4 windows', '3rd']),
    );
    expect(shown.alt).toContain('Windows over each cell: rows 1, 1, 2, 1, 2, 1, 1 times columns');
  });

  test('no overlap, and gaps', () => {
    expect(overlap(2, 2, 8).words[0]).toBe('Stride equal to the window: no overlap');
    expect(overlap(2, 3, 12).words).toEqual(expect.arrayContaining(['in no window', '1st', '4th']));
  });
});

test('unpooling shows where an index lies', () => {
  const pooled = { shape: [2, 2], data: [6, 8, 14, 16] };
  const output = { shape: [4, 4], data: [0, 0, 0, 0, 0, 6, 0, 8, 0, 0, 0, 0, 0, 14, 0, 16] };
  const shown = read(drawUnpool({ layer: 'MaxUnpool2d(2)', pooled, indices: [5, 7, 13, 15], output }));
  expect(shown.words).toContain('Index 5 is row 1, column 1: 5 = 1 × 4 + 1. The other 12 cells are 0.');
  expect(shown.alt).toContain('Indices: 5, 7; 13, 15.');
});

describe('shapes', () => {
  test('28x28x64 before and after, counted', () => {
    const operation: PoolOperation = {
      ...pool({ rank: 2, layout: 'channels_last', lead: 1, channels: true }, average, local(2, 2, 2)),
    };
    const shape = [null, 28, 28, 64];
    const before = mapShape(operation.axes, shape);
    const after = mapShape(operation.axes, inferShape(operation, shape).output);
    const shown = read(drawShapes({ layer: 'AveragePooling2D(2)', before, after }));
    expect(shown.words).toEqual(expect.arrayContaining(['28 × 28 × 64', '14 × 14 × 64', '64 channels']));
    expect(shown.alt).toContain('50,176 numbers become 12,544, one for every 4.');
  });

  test('global pooling leaves the channels, in either layout', () => {
    for (const [layout, shape] of [
      ['channels_last', [8, 7, 7, 1024]],
      ['channels_first', [8, 1024, 7, 7]],
    ] as const) {
      const operation = pool({ rank: 2, layout, lead: 1, channels: true }, average, global);
      const after = mapShape(operation.axes, inferShape(operation, shape).output);
      expect(mapShape(operation.axes, shape)).toEqual({ spatial: [7, 7], channels: 1024 });
      expect(after).toEqual({ spatial: [], channels: 1024 });
    }
  });

  test('an open size is a question mark and counts nothing', () => {
    const [before, after] = [null, null].map((open, index) => ({
      spatial: [open, 7 - 4 * index],
      channels: 3,
    }));
    const shown = read(
      drawShapes({ layer: 'MaxPooling2D(2)', before: given(before ?? null), after: given(after ?? null) }),
    );
    expect(shown.alt).toBe(
      'The map shrinks, the channels stay. MaxPooling2D(2): ? × 7 × 3 becomes ? × 3 × 3.',
    );
  });
});

test('a long chain stands together between its poolings', () => {
  const layers = Array.from({ length: 40 }, (_, index) => {
    const side = 224 / 2 ** Math.floor((index + 1) / 8);
    const pooling = index % 8 === 7;
    return { name: pooling ? `pool${index}` : `conv${index}`, shape: [side, side, 64], side, pooling };
  });
  const shown = read(drawTrace({ title: 'A model', input: { shape: [224, 224, 3], side: 224 }, layers }));
  expect(shown.words).toEqual(expect.arrayContaining(['conv0 + 6 more', 'pool7', '112 × 112 × 64']));
  expect(shown.words.length).toBeLessThan(32);
});

test('a receptive field is a share of the image', () => {
  const step = { kind: 'window', kernel: [3, 3], stride: [2, 2], dilation: [1, 1], begin: [0, 0] } as const;
  const [height, width] = receptiveField([step, step, step], 2).at(-1) ?? [];
  const axes = [given(height ?? null), given(width ?? null)] as const;
  const shown = read(drawReceptiveField({ after: 'pool3', image: [30, 30], axes }));
  expect(shown.words).toEqual(expect.arrayContaining(['15 × 15 pixels', '25 % of the image', '8 pixels']));
});

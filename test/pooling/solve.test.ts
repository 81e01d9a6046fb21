import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AxisGoal,
  inferShape,
  type PaddingChoice,
  type Setting,
  type SolveQuestion,
  solve,
} from '../../src/pooling/index.ts';
import { bare, local, max, padded, pool } from './operations.ts';

type Padding = number | 'same';
interface One {
  readonly kernel: number;
  readonly stride: number;
  readonly padding: Padding;
}

function question(axes: readonly AxisGoal[], more: Partial<SolveQuestion> = {}): SolveQuestion {
  return {
    axes,
    padding: 'valid',
    rounding: 'floor',
    strideIsKernel: false,
    oddKernel: false,
    overlapping: false,
    ...more,
  };
}

function reaches(
  asked: SolveQuestion,
  { input, output }: AxisGoal,
  { kernel, stride, padding }: One,
): boolean {
  const window = local(1, kernel, stride, {
    padding: padding === 'same' ? { kind: 'same', odd: 'upper' } : padded(1, padding),
    rounding: asked.rounding,
  });
  return inferShape(pool(bare(1), max, window), [input]).output[0] === output;
}

/** Every window, stride and padding within the bounds, tried out. */
function tryAll(asked: SolveQuestion, axis: AxisGoal): One[] {
  const limit = axis.input;
  const upTo = (most: number) => Array.from({ length: most }, (_, index) => index + 1);
  const paddings = (kernel: number): Padding[] => {
    const cells = asked.padding === 'at-most-half-kernel' ? [0, ...upTo(Math.floor(kernel / 2))] : [0];
    const inCells = axis.padding === undefined ? cells : cells.filter((p) => p === axis.padding);
    const same: Padding[] = axis.padding === undefined ? ['same'] : [];
    if (asked.padding === 'same') return same;
    return asked.padding === 'valid-or-same' ? [...inCells, ...same] : inCells;
  };
  const kernels = axis.kernel === undefined ? upTo(limit) : [axis.kernel];
  const strides = axis.stride === undefined ? upTo(limit) : [axis.stride];
  return kernels
    .flatMap((kernel) => strides.map((stride) => ({ kernel, stride })))
    .filter(({ kernel, stride }) => !asked.strideIsKernel || kernel === stride)
    .filter(({ kernel }) => !asked.oddKernel || kernel % 2 === 1)
    .filter(({ kernel, stride }) => !asked.overlapping || kernel > stride)
    .flatMap((pair) => paddings(pair.kernel).map((padding) => ({ ...pair, padding })))
    .filter((one) => reaches(asked, axis, one));
}

function name({ kernel, stride, padding }: One | Setting): string {
  return `k${kernel} s${stride} p${padding}`;
}

// Side by side without padding cells, then covering every cell, then skipping some; smaller numbers first.
function simplestFirst(a: One, b: One): number {
  const key = ({ kernel, stride, padding }: One) => [
    kernel === stride && (padding === 0 || padding === 'same') ? 0 : kernel >= stride ? 1 : 2,
    kernel,
    stride,
    padding === 'same' ? Infinity : padding,
  ];
  const [left, right] = [key(a), key(b)];
  const place = left.findIndex((entry, index) => entry !== right[index]);
  return place < 0 ? 0 : (left[place] ?? 0) - (right[place] ?? 0);
}

const maybe = (least: number, most: number) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.integer({ min: least, max: most }) },
  );
const goals = fc
  .record({
    input: fc.integer({ min: 1, max: 14 }),
    output: fc.integer({ min: 1, max: 16 }),
    kernel: maybe(1, 6),
    stride: maybe(1, 6),
    padding: maybe(0, 2),
  })
  .map(
    ({ input, output, kernel, stride, padding }): AxisGoal => ({
      input,
      output,
      ...(kernel === undefined ? {} : { kernel }),
      ...(stride === undefined ? {} : { stride }),
      ...(padding === undefined ? {} : { padding }),
    }),
  );
const demands = fc.record({
  padding: fc.constantFrom<PaddingChoice>('valid', 'at-most-half-kernel', 'same', 'valid-or-same'),
  rounding: fc.constantFrom('floor' as const, 'ceil' as const),
  strideIsKernel: fc.boolean(),
  overlapping: fc.boolean(),
  oddKernel: fc.boolean(),
});

describe('solve', () => {
  test('finds exactly what trying out every setting finds', () => {
    fc.assert(
      fc.property(goals, demands, (axis, demand) => {
        const asked = question([axis], demand);
        const all = tryAll(asked, axis);
        const { settings, total, square, nearest } = solve(asked);
        expect(total).toBe(all.length);
        expect(square).toBe(all.length);
        expect(settings).toHaveLength(Math.min(all.length, 50));
        expect(settings.map(name)).toEqual(all.sort(simplestFirst).slice(0, 50).map(name));
        expect(nearest === null).toBe(all.length > 0);
      }),
      { numRuns: 500 },
    );
  });

  test('lists the first fifty of many in order', () => {
    const long = fc.record({
      input: fc.integer({ min: 15, max: 36 }),
      output: fc.integer({ min: 1, max: 5 }),
    });
    fc.assert(
      fc.property(long, demands, (axis, demand) => {
        const asked = question([axis], demand);
        const all = tryAll(asked, axis);
        const { settings, total } = solve(asked);
        expect(total).toBe(all.length);
        expect(settings.map(name)).toEqual(all.sort(simplestFirst).slice(0, 50).map(name));
      }),
      { numRuns: 40 },
    );
  });

  test('names the nearest reachable lengths when there is no setting', () => {
    fc.assert(
      fc.property(goals, demands, (axis, demand) => {
        const asked = question([axis], demand);
        const { nearest } = solve(asked);
        fc.pre(nearest !== null);
        const reachable = Array.from({ length: 40 }, (_, index) => index + 1).filter(
          (output) => tryAll(asked, { ...axis, output }).length > 0,
        );
        const distance = Math.min(...reachable.map((output) => Math.abs(output - axis.output)));
        expect(nearest).toEqual([reachable.filter((output) => Math.abs(output - axis.output) === distance)]);
      }),
      { numRuns: 60 },
    );
  });

  test('counts settings for two axes: those alike on both, and all pairs', () => {
    fc.assert(
      fc.property(goals, goals, demands, (height, width, demand) => {
        const asked = question([height, width], demand);
        const [tall, wide] = [tryAll(asked, height), tryAll(asked, width)];
        const pairs = tall.flatMap((a) =>
          wide.filter((b) => (a.padding === 'same') === (b.padding === 'same')).map((b) => [a, b] as const),
        );
        const alike = pairs.filter(([a, b]) => name(a) === name(b));
        const { settings, total, square } = solve(asked);
        expect(total).toBe(pairs.length);
        expect(square).toBe(alike.length);
        expect(settings.length).toBe(Math.min(pairs.length, 50));
        expect(new Set(settings.map(name)).size).toBe(settings.length);
        for (const { kernel, stride, padding } of settings) {
          for (const [axis, goal] of [height, width].entries()) {
            const cells = padding === 'same' ? padding : (padding[axis] ?? Number.NaN);
            const one = { kernel: kernel[axis] ?? 0, stride: stride[axis] ?? 0, padding: cells };
            expect(reaches(asked, goal, one)).toBe(true);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  test('28 to 7 with strides left out: only pool_size 4', () => {
    const { settings, total } = solve(question([{ input: 28, output: 7 }], { strideIsKernel: true }));
    expect(settings).toEqual([{ kernel: [4], stride: [4], padding: [0] }]);
    expect(total).toBe(1);
  });

  test('224 to 7 with strides left out: 29 to 32', () => {
    const { settings } = solve(question([{ input: 224, output: 7 }], { strideIsKernel: true }));
    expect(settings.map(({ kernel }) => kernel[0])).toEqual([29, 30, 31, 32]);
  });

  test('112 to 56 in PyTorch: the plain halving first, then the padded windows every network uses', () => {
    const asked = question([{ input: 112, output: 56 }], { padding: 'at-most-half-kernel' });
    expect(solve(asked).settings.slice(0, 4).map(name)).toEqual([
      'k2 s2 p0',
      'k3 s2 p1',
      'k4 s2 p1',
      'k5 s2 p2',
    ]);
  });

  test('two axes of different sizes need different windows', () => {
    const axes = [
      { input: 28, output: 7 },
      { input: 14, output: 7 },
    ];
    const { settings, square } = solve(question(axes));
    expect(square).toBe(0);
    expect(settings[0]).toEqual({ kernel: [4, 2], stride: [4, 2], padding: [0, 0] });
  });

  test('no window makes more cells: 5 to 9 is out of reach, 5 is nearest', () => {
    const { settings, total, nearest } = solve(question([{ input: 5, output: 9 }]));
    expect({ settings, total, nearest }).toEqual({ settings: [], total: 0, nearest: [[5]] });
    expect(solve(question([{ input: 5, output: 0 }])).nearest).toEqual([[1]]);
  });

  test('names both lengths when two are equally near: 10 to 4 without strides gives 3 or 5', () => {
    const { nearest } = solve(question([{ input: 10, output: 4 }], { strideIsKernel: true }));
    expect(nearest).toEqual([[3, 5]]);
  });

  test('searches up to a million and says so', () => {
    const { searched, settings } = solve(question([{ input: 2 ** 31 - 1, output: 2 ** 30 - 1 }]));
    expect(searched).toEqual([1_000_000]);
    expect(settings[0]).toEqual({ kernel: [2], stride: [2], padding: [0] });
    const decided = { input: 2 ** 31 - 1, output: 5, kernel: 2, stride: 2 };
    expect(solve(question([decided]))).toMatchObject({ total: 0, nearest: [[]] });
  });

  test('says that a total passes 2^53', () => {
    const far = { input: 100_000, output: 3 };
    expect(solve(question([far, far])).total).toBeNull();
  });
});

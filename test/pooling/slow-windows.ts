import type { Axes, LocalWindow, PoolOperation } from '../../src/pooling/index.ts';

/**
 * Which cells every output covers, slow and written straight from the rules: it walks whole coordinates and marks
 * padding by position. It shares nothing with the room but its types.
 */
export interface Window {
  /** Full input coordinates of the real cells, in row-major order. */
  readonly real: readonly (readonly number[])[];
  /** Cells of padding between the real ones and the padding's end. */
  readonly padding: number;
}

/** One axis' windows: each a list of positions, some of them in the padding. */
type AxisPositions = readonly (readonly number[])[];

export function get(list: ArrayLike<number>, index: number): number {
  const value = list[index];
  if (value === undefined) throw new RangeError(`no element ${index}`);
  return value;
}

export function coordinates(shape: readonly number[]): readonly (readonly number[])[] {
  const [length, ...rest] = shape;
  if (length === undefined) return [[]];
  const inner = coordinates(rest);
  return Array.from({ length }, (_, index) => inner.map((others) => [index, ...others])).flat();
}

export function flat(shape: readonly number[], coordinate: readonly number[]): number {
  return coordinate.reduce((position, index, axis) => position * get(shape, axis) + index, 0);
}

function spatialAxes(axes: Axes): readonly number[] {
  const first = axes.channels && axes.layout === 'channels_first' ? axes.lead + 1 : axes.lead;
  return Array.from({ length: axes.rank }, (_, index) => first + index);
}

function samePad(
  n: number,
  k: number,
  s: number,
  d: number,
  odd: 'upper' | 'lower',
): readonly [number, number] {
  let outputs = 0;
  while (outputs * s < n) outputs++;
  const missing = Math.max((outputs - 1) * s + (k - 1) * d + 1 - n, 0);
  const less = (missing - (missing % 2)) / 2;
  return odd === 'upper' ? [less, missing - less] : [missing - less, less];
}

function localPositions(window: LocalWindow, axis: number, n: number): AxisPositions {
  const [k, s, d] = [get(window.kernel, axis), get(window.stride, axis), get(window.dilation, axis)];
  const { padding } = window;
  const [begin, end] =
    padding.kind === 'same'
      ? samePad(n, k, s, d, padding.odd)
      : [get(padding.begin, axis), get(padding.end, axis)];
  const anyPadding = padding.kind === 'same' || [...padding.begin, ...padding.end].some((cells) => cells > 0);
  const starts: number[] = [];
  const last = (start: number) => start + (k - 1) * d;
  for (let start = -begin; last(start) < n + end; start += s) starts.push(start);
  if (padding.kind === 'explicit' && window.rounding !== 'floor') {
    const final = starts.at(-1);
    if (final !== undefined && last(final) < n + end - 1) starts.push(final + s);
    const drops = window.rounding === 'ceil' || anyPadding;
    if (drops && get(starts, starts.length - 1) >= n) starts.pop();
  }
  return starts.map((start) =>
    Array.from({ length: k }, (_, index) => start + index * d).filter((position) => position < n + end),
  );
}

function axisPositions(
  operation: PoolOperation,
  axis: number,
  n: number,
  samples: readonly number[],
): AxisPositions {
  const { window } = operation;
  switch (window.kind) {
    case 'local':
      return localPositions(window, axis, n);
    case 'global':
      return [range(0, n)];
    case 'adaptive': {
      const bins = window.outputSize[axis] ?? n;
      // Cell j belongs to bin i when the stretches [j, j+1) and [i n/o, (i+1) n/o) share a point.
      return range(0, bins).map((i) =>
        range(0, n).filter((j) => (j + 1) * bins > i * n && j * bins < (i + 1) * n),
      );
    }
    case 'fractional': {
      const size = window.outputSize;
      const o =
        size.kind === 'size'
          ? get(size.size, axis)
          : size.kind === 'ratio'
            ? Math.floor(n * get(size.ratio, axis))
            : Math.floor(n / get(size.factor, axis));
      const k = get(window.kernel, axis);
      const f = Math.fround;
      const u = f(get(samples, axis));
      const alpha = f((n - k) / (o - 1));
      return range(0, o).map((i) => {
        const start = i === o - 1 ? n - k : Math.floor(f(f(i + u) * alpha)) - Math.floor(f(u * alpha));
        return range(start, start + k);
      });
    }
  }
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(to - from, 0) }, (_, index) => from + index);
}

export interface SlowPlan {
  readonly outputShape: readonly number[];
  /** One window per output element, in row-major order. */
  readonly windows: readonly Window[];
}

/** Every output element's window. `samples` holds one number per plane and spatial axis, in the axes' order. */
export function slowPlan(
  operation: PoolOperation,
  shape: readonly number[],
  samples: readonly number[] = [],
): SlowPlan {
  const { axes, window } = operation;
  const spatial = spatialAxes(axes);
  const perAxis = (plane: number) =>
    spatial.map((axis, index) =>
      axisPositions(
        operation,
        index,
        get(shape, axis),
        samples.slice(plane * axes.rank, (plane + 1) * axes.rank),
      ),
    );
  const lengths = perAxis(0).map((positions) => positions.length);
  const kept = shape.map((n, axis) => (spatial.includes(axis) ? get(lengths, axis - get(spatial, 0)) : n));
  const windows = coordinates(kept).map((coordinate) => {
    const positions = perAxis(planeOf(axes, shape, coordinate));
    const choices = coordinate.map((index, axis) =>
      spatial.includes(axis) ? (positions[axis - get(spatial, 0)]?.[index] ?? []) : [index],
    );
    const cells = product(choices);
    const real = cells.filter((cell) =>
      cell.every((position, axis) => position >= 0 && position < get(shape, axis)),
    );
    return { real, padding: cells.length - real.length };
  });
  const drop = window.kind === 'global' && !window.keepdims;
  return { outputShape: drop ? kept.filter((_, axis) => !spatial.includes(axis)) : kept, windows };
}

function planeOf(axes: Axes, shape: readonly number[], coordinate: readonly number[]): number {
  const spatial = spatialAxes(axes);
  const others = shape.map((_, axis) => axis).filter((axis) => !spatial.includes(axis));
  return flat(
    others.map((axis) => get(shape, axis)),
    others.map((axis) => get(coordinate, axis)),
  );
}

function product(choices: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const [first, ...rest] = choices;
  if (first === undefined) return [[]];
  const inner = product(rest);
  return first.flatMap((index) => inner.map((others) => [index, ...others]));
}

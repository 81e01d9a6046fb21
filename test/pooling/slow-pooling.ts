import type { Axes, LocalWindow, PoolOperation, Reduce, Tensor } from '../../src/pooling/index.ts';

/**
 * A second pooling, slow and written straight from the rules: it walks whole coordinates, marks padding by name and
 * reduces plain lists. It shares nothing with the room but its types.
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

export function divisor(operation: PoolOperation, window: Window): number {
  const rule = operation.window.kind === 'local' ? operation.window.divisor : { kind: 'real' as const };
  if (rule.kind === 'fixed') return rule.value;
  return rule.kind === 'real' ? window.real.length : window.real.length + window.padding;
}

/** Where among a window's values the extreme lies; -1 for none. */
export function extremePlace(
  reduce: Extract<Reduce, { kind: 'max' | 'min' }>,
  values: readonly number[],
): number {
  if (reduce.nan === 'propagate' && values.some(Number.isNaN)) return values.findLastIndex(Number.isNaN);
  const beats = (a: number, b: number) => (reduce.kind === 'max' ? a >= b : a <= b);
  const numbers = values.filter((value) => !Number.isNaN(value));
  const opposite = reduce.kind === 'max' ? -Infinity : Infinity;
  if (numbers.every((value) => value === opposite)) return values.length === 0 ? -1 : 0;
  return values.findIndex((value) => numbers.every((other) => beats(value, other)));
}

function reduceValues(operation: PoolOperation, window: Window, values: readonly number[]): number {
  const { reduce } = operation;
  const add = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0);
  switch (reduce.kind) {
    case 'max':
    case 'min': {
      const place = extremePlace(reduce, values);
      const opposite = reduce.kind === 'max' ? -Infinity : Infinity;
      const value = place < 0 ? opposite : get(values, place);
      return reduce.nan === 'ignore' && Number.isNaN(value) ? opposite : value;
    }
    case 'average': {
      if (operation.window.kind === 'local' && values.length === 0) return 0;
      const mean = add(values) / divisor(operation, window);
      return reduce.truncate ? Math.trunc(mean) : mean;
    }
    case 'lp': {
      const powers = values.map((value) => (reduce.sign === 'raw' ? value : Math.abs(value)) ** reduce.norm);
      const whole =
        operation.window.kind === 'local' ? operation.window.kernel.reduce((a, b) => a * b, 1) : 0;
      const scale = reduce.clipped === 'rescaled' && whole > 0 ? whole / values.length : 1;
      return (add(powers) * scale) ** (1 / reduce.norm);
    }
  }
}

export function slowForward(operation: PoolOperation, input: Tensor, samples: readonly number[] = []) {
  const { outputShape, windows } = slowPlan(operation, input.shape, samples);
  const values = windows.map((window) =>
    reduceValues(
      operation,
      window,
      window.real.map((cell) => get(input.data, flat(input.shape, cell))),
    ),
  );
  return { shape: outputShape, values };
}

/** Max, min and average gradients, each window handing out its upstream to a list of cells. */
export function slowBackward(operation: PoolOperation, input: Tensor, upstream: readonly number[]): number[] {
  const gradient = Array.from(input.data, () => 0);
  const { reduce } = operation;
  for (const [place, window] of slowPlan(operation, input.shape).windows.entries()) {
    const positions = window.real.map((cell) => flat(input.shape, cell));
    const values = positions.map((position) => get(input.data, position));
    const shares = sharesOf(operation, reduce, window, values).map((share) => share * get(upstream, place));
    for (const [index, position] of positions.entries()) {
      gradient[position] = get(gradient, position) + get(shares, index);
    }
  }
  return gradient;
}

function sharesOf(
  operation: PoolOperation,
  reduce: Reduce,
  window: Window,
  values: readonly number[],
): readonly number[] {
  if (reduce.kind === 'average') return values.map(() => 1 / divisor(operation, window));
  if (reduce.kind === 'lp') throw new RangeError('held against finite differences instead');
  const place = extremePlace(reduce, values);
  if (reduce.ties === 'first') return values.map((_, index) => (index === place ? 1 : 0));
  const extreme = place < 0 ? Number.NaN : get(values, place);
  const opposite = reduce.kind === 'max' ? -Infinity : Infinity;
  const value = reduce.nan === 'ignore' && Number.isNaN(extreme) ? opposite : extreme;
  const equals = values.filter((other) => other === value).length;
  return values.map((other) => (other === value ? 1 : 0) / equals);
}

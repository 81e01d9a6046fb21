import type { Axes, LocalWindow, PoolOperation, Reduce, Tensor, Window } from '../../src/pooling/index.ts';

/** Short ways to write the operations that tests name. */
export const max: Reduce = { kind: 'max', nan: 'propagate', ties: 'first' };
export const maxWithoutNan: Reduce = { kind: 'max', nan: 'ignore', ties: 'first' };
export const maxSplit: Reduce = { kind: 'max', nan: 'propagate', ties: 'split' };
export const average: Reduce = { kind: 'average', truncate: false };

export function lp(norm: number, framework: 'pytorch' | 'onnx'): Reduce {
  return framework === 'pytorch'
    ? { kind: 'lp', norm, sign: 'raw', clipped: 'rescaled' }
    : { kind: 'lp', norm, sign: 'absolute', clipped: 'as-is' };
}

/** A bare map: nothing but its spatial axes. */
export function bare(rank: 1 | 2 | 3): Axes {
  return { rank, layout: 'channels_first', lead: 0, channels: false };
}

/** A local window alike on every axis, without padding unless given. */
export function local(
  rank: number,
  kernel: number,
  stride: number,
  more: Partial<LocalWindow> = {},
): LocalWindow {
  const all = (value: number) => Array<number>(rank).fill(value);
  return {
    kind: 'local',
    kernel: all(kernel),
    stride: all(stride),
    dilation: all(1),
    padding: { kind: 'explicit', begin: all(0), end: all(0) },
    rounding: 'floor',
    divisor: { kind: 'real' },
    ...more,
  };
}

/** The same number of padding cells on every side. */
export function padded(rank: number, cells: number): LocalWindow['padding'] {
  const all = Array<number>(rank).fill(cells);
  return { kind: 'explicit', begin: all, end: all };
}

export function pool(axes: Axes, reduce: Reduce, window: Window): PoolOperation {
  return { kind: 'pool', axes, reduce, window, indices: { base: 'plane', order: 'row-major' } };
}

function tensor(shape: readonly number[], values: readonly number[]): Tensor {
  return { shape, data: Float32Array.from(values) };
}

/** One-dimensional values as a tensor. */
export function row(...values: readonly number[]): Tensor {
  return tensor([values.length], values);
}

/** 1, 2, 3 … up to the number of cells. */
export function ramp(...shape: readonly number[]): Tensor {
  const count = shape.reduce((product, length) => product * length, 1);
  return tensor(
    shape,
    Array.from({ length: count }, (_, index) => index + 1),
  );
}

import type { Layout, PoolOperation, SpatialRank, Window } from '../../src/pooling/index.ts';

/** One thing to measure: pooling random numbers of one shape. */
export interface Workload {
  readonly name: string;
  readonly reduce: 'average' | 'maximum';
  readonly layout: Layout;
  readonly type: 'float32' | 'uint8';
  readonly shape: readonly number[];
  readonly window: SlidingWindow | 'global' | AdaptiveWindow;
}

/** Alike on every axis, padding on every side. */
export interface SlidingWindow {
  readonly kernel: number;
  readonly stride: number;
  readonly padding: number;
}

export interface AdaptiveWindow {
  readonly size: number;
}

export function rankOf({ shape }: Workload): SpatialRank {
  if (shape.length === 3) return 1;
  return shape.length === 4 ? 2 : 3;
}

/** The workload as the pooling core knows it: padding is not counted, as ONNX and TensorFlow have it. */
export function operationOf(workload: Workload): PoolOperation {
  const rank = rankOf(workload);
  return {
    kind: 'pool',
    axes: { rank, layout: workload.layout, lead: 1, channels: true },
    reduce:
      workload.reduce === 'average'
        ? { kind: 'average', truncate: false }
        : { kind: 'max', nan: 'propagate', ties: 'first' },
    window: windowOf(workload.window, rank),
    indices: { base: 'plane', order: 'row-major' },
  };
}

function windowOf(window: Workload['window'], rank: number): Window {
  const all = (value: number) => Array<number>(rank).fill(value);
  if (window === 'global') return { kind: 'global', keepdims: true };
  if ('size' in window) return { kind: 'adaptive', outputSize: all(window.size) };
  return {
    kind: 'local',
    kernel: all(window.kernel),
    stride: all(window.stride),
    dilation: all(1),
    padding: { kind: 'explicit', begin: all(window.padding), end: all(window.padding) },
    rounding: 'floor',
    divisor: { kind: 'real' },
  };
}

/** Additions or comparisons of whoever visits every cell of every window. */
export function operationsOf(workload: Workload): number {
  const { window, shape } = workload;
  const count = shape.reduce((product, length) => product * length, 1);
  if (window === 'global' || 'size' in window) return count;
  return count * (window.kernel / window.stride) ** rankOf(workload);
}

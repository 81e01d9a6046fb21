import type { PoolOperation } from '../operation.ts';
import { wholeDivisor } from './division.ts';
import { type PooledMap, pooledMap } from './map.ts';
import type { Numbers } from './numbers.ts';
import { planFor } from './plan.ts';
import { runPlan } from './run.ts';
import { averageWhole } from './whole/average.ts';
import { type WholeMap, wholeMap } from './whole/map.ts';
import { maximumWhole } from './whole/maximum.ts';

/** Pools inputs of one shape. */
export interface Kernel {
  readonly blocks: number;
  /** Writes all of `output`; returns the blocks, of so many, that must be pooled again by the reference. */
  readonly pool: (input: Numbers, output: Float32Array) => readonly number[];
}

/** The fast way to pool inputs of a shape, or null if there is none: the reference pools everything. */
export function kernelFor(operation: PoolOperation, shape: readonly number[]): Kernel | null {
  const { reduce } = operation;
  const isAverage = reduce.kind === 'average' && !reduce.truncate;
  const map = isAverage || reduce.kind === 'max' ? pooledMap(operation, shape) : null;
  if (map === null) return null;
  const whole = wholeMap(map);
  return whole === null ? bandedKernel(operation, map) : wholeKernel(operation, map, whole);
}

function wholeKernel(operation: PoolOperation, map: PooledMap, whole: WholeMap): Kernel {
  const { blocks } = whole;
  if (operation.reduce.kind === 'max') {
    return { blocks, pool: (input, output) => maximumWhole(whole, input, output) };
  }
  const divisor = wholeDivisor(operation, map.axes);
  return { blocks, pool: (input, output) => averageWhole(whole, divisor, input, output) };
}

function bandedKernel(operation: PoolOperation, map: PooledMap): Kernel | null {
  const plan = planFor(operation, map);
  if (plan === null) return null;
  return { blocks: map.outer, pool: (input, output) => runPlan(plan, input, output) };
}

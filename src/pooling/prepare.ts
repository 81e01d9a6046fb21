import { inferShape } from './infer-shape.ts';
import { type Kernel, kernelFor } from './kernels/pool.ts';
import type { PoolOperation } from './operation.ts';
import { type Plan, planWindows } from './window/plan.ts';

/** What pooling inputs of one shape needs to know besides their numbers; each part is worked out when first asked for. */
export interface Prepared {
  readonly shape: readonly number[];
  readonly inputCount: number;
  readonly outputShape: readonly number[];
  readonly outputCount: number;
  readonly plans: () => readonly Plan[];
  readonly kernel: () => Kernel | null;
}

/** An operation is mostly applied to one shape again and again. */
const prepared = new WeakMap<PoolOperation, Prepared>();

/** Throws RangeError for a shape of the wrong rank or an output axis below zero. */
export function prepare(operation: PoolOperation, shape: readonly number[]): Prepared {
  const known = prepared.get(operation);
  if (known !== undefined && isSame(known.shape, shape)) return known;
  const outputShape = inferShape(operation, shape).output.map((length) => {
    if (length === null || length < 0) throw new RangeError(`no array has an axis of length ${length}`);
    return length;
  });
  const fresh: Prepared = {
    shape: [...shape],
    inputCount: countOf(shape),
    outputShape,
    outputCount: countOf(outputShape),
    plans: once(() => planWindows(operation, shape, null)),
    kernel: once(() => kernelFor(operation, shape)),
  };
  prepared.set(operation, fresh);
  return fresh;
}

function countOf(shape: readonly number[]): number {
  return shape.reduce((product, length) => product * length, 1);
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
  if (a.length !== b.length) return false;
  for (let axis = 0; axis < a.length; axis++) if (a[axis] !== b[axis]) return false;
  return true;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

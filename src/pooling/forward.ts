import type { Extra, Forward } from './extra.ts';
import type { Numbers } from './kernels/numbers.ts';
import type { Kernel } from './kernels/pool.ts';
import type { Operation, PoolOperation } from './operation.ts';
import { type Prepared, prepare } from './prepare.ts';
import { pool } from './reference/pool.ts';
import { samplesFor } from './reference/samples.ts';
import { unpool } from './reference/unpool.ts';
import type { Poolable, Tensor } from './tensor.ts';
import { planWindows } from './window/plan.ts';

const noExtra: Extra = {};

/** The reference pools fewer numbers than this in less time. */
const fewest = 512;

const cacheBytes = 2 ** 20;

/**
 * The output of an operation, in the input's kind of array, or in single precision for bytes. Sums run in double
 * precision and are rounded once; those of large inputs in single precision may be off by a millionth of their window's
 * mean absolute value. NaN and infinities stay in their windows; padding counts as nothing for a maximum and as zero
 * for a sum.
 *
 * Throws RangeError when the operation cannot run at all: a wrong rank, an output axis below zero, fractional pooling
 * without samples, unpooling without indices or with one that points outside.
 */
export function forward(operation: Operation, input: Poolable, extra: Extra = noExtra): Forward {
  if (operation.kind === 'unpool') {
    return { output: unpool(operation, floating(input), extra), indices: null };
  }
  const prepared = prepare(operation, input.shape);
  const { data } = input;
  if (
    !(data instanceof Float64Array) &&
    data.length >= fewest &&
    data.length === prepared.inputCount &&
    extra.wantIndices !== true &&
    extra.mask === undefined
  ) {
    const kernel = prepared.kernel();
    if (kernel !== null) return { output: poolFast(operation, prepared, kernel, data), indices: null };
  }
  return poolPlainly(operation, prepared, floating(input), extra);
}

function poolPlainly(operation: PoolOperation, prepared: Prepared, input: Tensor, extra: Extra): Forward {
  const { outputShape, outputCount } = prepared;
  const output: Tensor = {
    shape: outputShape,
    data: input.data instanceof Float32Array ? new Float32Array(outputCount) : new Float64Array(outputCount),
  };
  const plans =
    operation.window.kind === 'fractional'
      ? planWindows(operation, input.shape, samplesFor(input, extra))
      : prepared.plans();
  return { output, indices: pool(operation, plans, input, output, extra) };
}

function poolFast(operation: PoolOperation, prepared: Prepared, kernel: Kernel, data: Numbers): Tensor {
  const { shape, outputShape, outputCount } = prepared;
  const output = { shape: outputShape, data: roomFor(outputCount) };
  for (const block of kernel.pool(data, output.data)) {
    const plans = prepared.plans().map((plan) => {
      const outer = Math.floor((block * plan.input.outer) / kernel.blocks);
      return { ...plan, outerFrom: outer, outerTo: outer + 1 };
    });
    pool(operation, plans, floating({ shape, data }), output, noExtra);
  }
  return output;
}

function floating({ shape, data }: Poolable): Tensor {
  return { shape, data: data instanceof Uint8Array ? new Float32Array(data) : data };
}

/**
 * Room for an output. A larger one is not zeroed, since the kernels write all of it; to zero a smaller one costs
 * nothing, for it brings the memory into the cache.
 */
function roomFor(count: number): Float32Array {
  return 4 * count > cacheBytes
    ? new Float32Array(Buffer.allocUnsafeSlow(4 * count).buffer, 0, count)
    : new Float32Array(count);
}

import type { Extra, Forward } from './extra.ts';
import type { Operation } from './operation.ts';
import { pool } from './reference/pool.ts';
import { unpool } from './reference/unpool.ts';
import type { Tensor } from './tensor.ts';

/**
 * The output of an operation, in the input's kind of array; sums run in double precision and are rounded once.
 * NaN and infinities stay in their windows; padding counts as nothing for a maximum and as zero for a sum.
 *
 * Throws RangeError when the operation cannot run at all: a wrong rank, an output axis below zero, fractional pooling
 * without samples, unpooling without indices or with one that points outside.
 */
export function forward(operation: Operation, input: Tensor, extra: Extra = {}): Forward {
  return operation.kind === 'unpool'
    ? { output: unpool(operation, input, extra), indices: null }
    : pool(operation, input, extra);
}

import { asInt, asInts, python, repr } from '../../frameworks/index.ts';
import type { SpatialRank } from '../../pooling/index.ts';
import type { ArgumentKind } from '../arguments/kind.ts';
import { kind, unfit } from '../arguments/kinds.ts';
import { problem, type Result, success, valueError } from '../problem.ts';

/** One whole number for every axis, or a tuple with one each; at least `least`. */
export function sizes(rank: SpatialRank, least: number, fallback?: number): ArgumentKind<readonly number[]> {
  return kind(fallback === undefined ? undefined : python.int(fallback), (value, name) => {
    const single = asInt(value);
    const list = single === null ? asInts(value) : [single];
    if (list === null) return unfit(value, name, 'whole numbers', `${name}=${Math.max(least, 1)}`);
    const [first] = list;
    const full = list.length === 1 && first !== undefined ? Array.from({ length: rank }, () => first) : list;
    if (full.length !== rank) {
      const advice = `${name}=${repr(value)} does not fit: this layer slides over ${rank} axes, so it takes one number or ${rank}.`;
      return problem('bad-length', 'constructor', null, advice);
    }
    if (full.some((size) => size < least)) {
      const advice = `${name}=${repr(value)} is not possible: it is ${least} or more.`;
      return problem('out-of-range', 'constructor', null, advice);
    }
    return success(full);
  });
}

/** Cells on both sides of each axis, or PyTorch's two words for them. */
export type TorchPadding = 'same' | 'valid' | readonly number[];

export function padding(rank: SpatialRank): ArgumentKind<TorchPadding> {
  const cells = sizes(rank, 0, 0);
  return kind(python.int(0), (value, name): Result<TorchPadding> => {
    if (value.type !== 'str') return cells.read(value, name);
    if (value.value === 'same' || value.value === 'valid') return success(value.value);
    const error = valueError(`Invalid padding string ${repr(value)}, should be one of {'valid', 'same'}`);
    return problem('bad-choice', 'constructor', error, 'padding is a number of cells, "same" or "valid".');
  });
}

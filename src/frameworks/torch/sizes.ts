import type { SpatialRank } from '../../pooling/index.ts';
import type { FrameworkError } from '../binding/python-errors.ts';
import type { PythonValue } from '../python.ts';
import { type Result, refuse, runtimeError, success } from '../refusal.ts';
import { repr } from '../repr.ts';
import { asInt, asInts, repeated } from '../values/integers.ts';
import { notInts } from './messages.ts';

/** Which operator reads the argument, and how it words a wrong number of values. */
export interface SizeReader {
  /** `max_pool2d`, as TypeErrors name it. */
  readonly op: string;
  readonly rank: SpatialRank;
  readonly lengths: 'max' | 'average' | 'one-int';
}

/** An int for all axes, or one for each; a tuple of one int is also spread (ATen's IntArrayRef arguments). */
export function readSizes(
  reader: SizeReader,
  name: string,
  position: number,
  value: PythonValue,
): Result<readonly number[]> {
  const { op, rank } = reader;
  const advice = sizeAdvice(name, value, rank);
  const single = asInt(value);
  const values = single === null ? asInts(value) : repeated(single, rank);
  if (values === null) return refuse('bad-type', 'call', notInts(op, name, position, value), advice);
  const [first] = values;
  if (values.length === 1 && first !== undefined) return success(repeated(first, rank));
  if (values.length !== rank) {
    return refuse('bad-length', 'call', wrongLength(reader, name, values.length), advice);
  }
  return success(values);
}

function sizeAdvice(name: string, value: PythonValue, rank: SpatialRank): string {
  const example = rank === 1 ? `${name}=2` : `${name}=2 or ${name}=(${repeated(2, rank).join(', ')})`;
  if (value.type === 'str') {
    return `PyTorch pools with a number of cells here, not ${repr(value)}: write ${name}=1, for example.`;
  }
  const wanted = rank === 1 ? 'one whole number' : `one whole number, or ${rank} of them`;
  return `${name}=${repr(value)} does not fit a ${rank}d layer: it takes ${wanted}, for example ${example}.`;
}

/** max_pool2d, avg_pool2d and their kin each have their own sentence. */
function wrongLength({ op, rank, lengths }: SizeReader, name: string, count: number): FrameworkError {
  if (rank === 1) {
    if (lengths !== 'max')
      return runtimeError(`${op}() argument '${name}' should contain one int (got ${count})`);
    const none = name === 'stride' ? 'None, ' : '';
    const kinds =
      name === 'stride' || name === 'padding' ? 'an int, list of ints, or' : 'an int, list of ints or';
    return runtimeError(
      `${op}() ${name} must be ${none}${kinds} tuple of ints of size 1 but got size ${count}`,
    );
  }
  const family = op.replace(/_with_indices$/, '');
  const many = rank === 2 ? 'two' : 'three';
  const omitted = name === 'stride' ? 'omitted, ' : '';
  const verb =
    lengths === 'average' && rank === 3
      ? 'must be'
      : name === 'dilation'
        ? 'must be either'
        : 'must either be';
  return runtimeError(`${family}: ${name} ${verb} ${omitted}a single int, or a tuple of ${many} ints`);
}

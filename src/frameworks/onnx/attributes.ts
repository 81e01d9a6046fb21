import type { SpatialRank } from '../../pooling/index.ts';
import type { Refusal } from '../framework.ts';
import type { PythonValue } from '../python.ts';
import { type Result, refuse, success } from '../refusal.ts';
import { repr } from '../repr.ts';
import { asInt, asInts } from '../values/integers.ts';
import * as messages from './messages.ts';

const attributeTypes: Readonly<Record<PythonValue['type'], string>> = {
  int: 'INT',
  bool: 'INT',
  float: 'FLOAT',
  str: 'STRING',
  none: 'UNDEFINED',
  tuple: 'INTS',
  list: 'INTS',
  expression: 'UNDEFINED',
};

/** A list of ints, one per axis (twice as many for pads); null stands for an attribute that was left out. */
export function readInts(
  name: string,
  value: PythonValue,
  count: number | null,
): Result<readonly number[] | null> {
  if (value.type === 'none') return success(null);
  const numbers = asInts(value);
  const example = `${name}=[${Array.from({ length: count ?? 2 }, () => 2).join(', ')}]`;
  if (numbers === null) {
    const floats = (value.type === 'list' || value.type === 'tuple') && value.items.length > 0;
    const actual = floats ? 'FLOATS' : attributeTypes[value.type];
    const advice = `ONNX attributes list one whole number per axis: ${example}, not ${name}=${repr(value)}.`;
    return refuse('bad-type', 'constructor', messages.mismatchedType(name, 'INTS', actual), advice);
  }
  if (count !== null && numbers.length !== count) {
    const advice = `${name}=${repr(value)} has ${numbers.length} values; ${count} are needed, as in ${example}.`;
    return refuse('bad-length', 'shape', messages.wrongCount(name), advice);
  }
  return success(numbers);
}

/** 0 or 1, or another small int. */
export function readInt(name: string, value: PythonValue): Result<number> {
  const number = asInt(value);
  if (number !== null) return success(number);
  const error = messages.mismatchedType(name, 'INT', attributeTypes[value.type]);
  return refuse('bad-type', 'constructor', error, `${name} is a whole number in ONNX, not ${repr(value)}.`);
}

export function checkPositive(name: string, values: readonly number[]): Refusal | null {
  if (values.every((value) => value > 0)) return null;
  const advice = `${name}=[${values.join(', ')}] is not possible: every value must be 1 or more.`;
  return refuse('out-of-range', 'shape', messages.notPositive(name), advice);
}

/** The rank that a list of per-axis values stands for. */
export function rankOf(length: number): Result<SpatialRank> {
  if (length === 1 || length === 2 || length === 3) return success(length);
  const advice = `I pool over 1, 2 or 3 axes; ${length} are more than I compute.`;
  return refuse(
    'unsupported',
    'shape',
    null,
    length === 0 ? 'kernel_shape is empty: give one size per axis.' : advice,
  );
}

import type { PythonValue } from '../python.ts';
import { type Result, refuse, success } from '../refusal.ts';
import { print } from '../repr.ts';
import { asInt, repeated } from '../values/integers.ts';
import { notConvertible, notIntegers, unqualified } from './messages.ts';

/**
 * An int or a tuple as Keras' `standardize_tuple` takes it: one int for every axis, or one each, above zero (strides
 * may be zero here and fail later). Keras 3.16, keras/src/utils/argument_validation.py.
 */
export function standardizeTuple(
  name: string,
  value: PythonValue,
  count: number,
  zero: 'refused' | 'allowed',
): Result<readonly number[]> {
  const example = count === 1 ? `${name}=2` : `${name}=2 or ${name}=(${repeated(2, count).join(', ')})`;
  const wanted = count === 1 ? '1 whole number' : `${count} whole numbers, or one for all axes`;
  const advice = `${name}=${print(value)} does not fit: it takes ${wanted}, for example ${example}.`;

  const single = asInt(value);
  const items = single === null ? itemsOf(value) : null;
  if (single === null && (items === null || items.length !== count)) {
    const code = items === null ? 'bad-type' : 'bad-length';
    return refuse(code, 'constructor', notIntegers(name, count, value), advice);
  }
  const numbers: number[] = single === null ? [] : [...repeated(single, count)];
  for (const item of items ?? []) {
    const number = convert(item);
    if (number === null) {
      return refuse('bad-type', 'constructor', notConvertible(name, count, value, item), advice);
    }
    numbers.push(number);
  }
  const wrong = numbers.filter((number) => (zero === 'allowed' ? number < 0 : number <= 0));
  if (wrong.length > 0) {
    const error = unqualified(name, count, value, wrong, zero === 'allowed' ? '>= 0' : '> 0');
    return refuse('out-of-range', 'constructor', error, advice);
  }
  if (numbers.some((number) => !Number.isInteger(number))) {
    return refuse('bad-type', 'call', null, advice);
  }
  return success(numbers);
}

/** What Python's `tuple(value)` gives; a string falls into its characters. */
function itemsOf(value: PythonValue): readonly PythonValue[] | null {
  if (value.type === 'tuple' || value.type === 'list') return value.items;
  if (value.type !== 'str') return null;
  return [...value.value].map((character) => ({ type: 'str', value: character }));
}

/** Keras only tries `int(item)` and keeps the item, so 2.0 passes. */
function convert(value: PythonValue): number | null {
  return value.type === 'float' && Number.isFinite(value.value) ? value.value : asInt(value);
}

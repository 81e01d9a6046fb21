import type { FrameworkError } from '../binding/python-errors.ts';
import type { Argument, PythonValue } from '../python.ts';
import { typeError, valueError } from '../refusal.ts';
import { print, repr, typeName } from '../repr.ts';

/*
 * Keras 3.16 in its own words (keras/src: utils/argument_validation.py, ops/operation_utils.py, backend/config.py,
 * layers/layer.py, layers/input_spec.py, layers/pooling/). Slips in them, such as a missing space, are Keras' own.
 */

export const notIntegers = (name: string, count: number, value: PythonValue): FrameworkError =>
  valueError(
    `The \`${name}\` argument must be a tuple of ${count} integers. Received ${name}=${print(value)}`,
  );

export function notConvertible(
  name: string,
  count: number,
  value: PythonValue,
  item: PythonValue,
): FrameworkError {
  const { message } = notIntegers(name, count, value);
  return valueError(`${message}including element ${print(item)} of type <class '${typeName(item)}'>`);
}

export function unqualified(
  name: string,
  count: number,
  value: PythonValue,
  wrong: readonly number[],
  requirement: '> 0' | '>= 0',
): FrameworkError {
  const { message } = notIntegers(name, count, value);
  const set = `{${setOrder(wrong).join(', ')}}`;
  return valueError(`${message}, including values ${set} that do not satisfy \`value ${requirement}\``);
}

/** CPython iterates a small set of ints by the low three bits of their hashes; the hash of -1 is -2. */
function setOrder(values: readonly number[]): readonly number[] {
  const slot = (value: number) => (value === -1 ? -2 : value) & 7;
  return [...new Set(values)].sort((a, b) => slot(a) - slot(b));
}

export const badDataFormat = (value: PythonValue): FrameworkError =>
  valueError(
    "The `data_format` argument must be one of {'channels_first', 'channels_last'}. " +
      `Received: data_format=${print(value).toLowerCase()}`,
  );

export const badAdaptiveDataFormat = (value: PythonValue): FrameworkError =>
  valueError(`Invalid data_format: ${print(value)}. Expected 'channels_first' or 'channels_last'.`);

export const badPadding = (value: PythonValue): FrameworkError =>
  valueError(`Argument \`padding\` must be either 'valid' or 'same'. Received: padding=${print(value)}`);

export const outputTooSmall = (
  shape: string,
  poolSize: readonly number[],
  strides: readonly number[],
): FrameworkError =>
  valueError(
    'Computed output size would be zero or negative. Received: ' +
      `\`inputs.shape=${shape}\`, \`pool_size=${integerArray(poolSize)}\`, ` +
      `\`strides=${repr({ type: 'tuple', items: strides.map((value) => ({ type: 'int', value })) })}\`, ` +
      '`padding=valid`.',
  );

/** NumPy pads the numbers of an integer array to one width, and those of an array with `None` not at all. */
export function shapeArray(dimensions: readonly (number | null)[]): string {
  const numbers = dimensions.filter((dimension) => dimension !== null);
  if (numbers.length === dimensions.length) return integerArray(numbers);
  return `[${dimensions.map((dimension) => dimension ?? 'None').join(' ')}]`;
}

function integerArray(values: readonly number[]): string {
  const width = Math.max(0, ...values.map((value) => String(value).length));
  return `[${values.map((value) => String(value).padStart(width)).join(' ')}]`;
}

export const wrongRank = (
  layer: string,
  expected: number,
  shape: readonly (number | null)[],
): FrameworkError =>
  valueError(
    `Input 0 with name 'None' of layer '${layer}' is incompatible with the layer: ` +
      `expected ndim=${expected}, found ndim=${shape.length}. Full shape received: ${shapeTuple(shape)}`,
  );

function shapeTuple(shape: readonly (number | null)[]): string {
  return repr({
    type: 'tuple',
    items: shape.map((value) => (value === null ? { type: 'none' } : { type: 'int', value })),
  });
}

export const unrecognized = (layer: string, given: readonly Argument[]): FrameworkError =>
  valueError(
    `Unrecognized keyword arguments passed to ${layer}: ` +
      `{${given.map(({ name, value }) => `'${name}': ${repr(value)}`).join(', ')}}`,
  );

export function badOutputSize(rank: 1 | 2 | 3, value: PythonValue): FrameworkError {
  const wanted = ['tuple of 1 integer', '(height, width) tuple', '(depth, height, width) tuple'][rank - 1];
  return typeError(
    `\`output_size\` must be an integer or ${wanted}. ` +
      `Received: ${print(value)} of type <class '${typeName(value)}'>`,
  );
}

export const badOutputLength = (value: PythonValue): FrameworkError =>
  valueError(`For 1D input, \`output_size\` tuple must have length 1. Received: ${repr(value)}`);

export const emptyMaximum: FrameworkError = valueError('Cannot compute the max of an empty tensor.');

import type { Shape } from '../../pooling/index.ts';
import type { FrameworkError } from '../binding/python-errors.ts';
import type { PythonValue } from '../python.ts';
import { runtimeError, typeError } from '../refusal.ts';
import { typeName } from '../repr.ts';

/*
 * PyTorch 2.13 on the CPU in its own words (aten/src/ATen/native: Pool.h, MaxPooling.h, Pooling.cpp and the files of
 * each operator). Differences in wording between the ranks are PyTorch's own.
 */

/** `[1, 3, 4, 4]`, as PyTorch prints sizes. */
export const printSizes = (shape: Shape): string => `[${shape.map((size) => size ?? '?').join(', ')}]`;

/** `1x4x4`, as the pooling kernels print planes. */
const printPlane = (shape: Shape): string => shape.map((size) => size ?? '?').join('x');

export function notInts(op: string, name: string, position: number, value: PythonValue): FrameworkError {
  const at = `${op}(): argument '${name}' (position ${position}) must be tuple of ints`;
  if (value.type === 'tuple' || value.type === 'list') {
    const index = value.items.findIndex((item) => item.type !== 'int' && item.type !== 'bool');
    const item = value.items[index];
    if (item !== undefined) {
      return typeError(`${at}, but found element of type ${typeName(item)} at pos ${index}`);
    }
  }
  return typeError(`${at}, not ${typeName(value)}`);
}

export const zeroStride: FrameworkError = runtimeError('stride should not be zero');

export const negativePadding = (padding: number): FrameworkError =>
  runtimeError(`pad must be non-negative, but got pad: ${padding}`);

export const paddingOverEffective = (padding: number, kernel: number, dilation: number): FrameworkError =>
  runtimeError(
    `pad should be at most half of effective kernel size, but got pad=${padding}, kernel_size=${kernel} ` +
      `and dilation=${dilation}`,
  );

export function paddingOverHalf(padding: readonly number[], kernel: readonly number[]): FrameworkError {
  const start = 'pad should be smaller than or equal to half of kernel size, but got ';
  const [first, second, third] = padding;
  const [kFirst, kSecond, kThird] = kernel;
  if (third !== undefined) {
    const kernels = `kT: ${kFirst} kW: ${kThird} kH: ${kSecond}`;
    return runtimeError(`${start}${kernels} padT: ${first} padW: ${third} padH: ${second}`);
  }
  const [padH, padW, kH, kW] =
    second === undefined ? [0, first, 1, kFirst] : [first, second, kFirst, kSecond];
  return runtimeError(`${start}padW = ${padW}, padH = ${padH}, kW = ${kW}, kH = ${kH}`);
}

const axisLetters = { 1: ['H', 'W'], 2: ['H', 'W'], 3: ['T', 'H', 'W'] } as const;

/** "kernel size should be greater than zero, but got kH: 0 kW: 0", and the same for strides and dilations. */
export function notPositive(
  subject: 'kernel size' | 'stride' | 'dilation',
  values: readonly number[],
  rank: 1 | 2 | 3,
): FrameworkError {
  const prefix = { 'kernel size': 'k', stride: 'd', dilation: 'dilation' }[subject];
  const full = rank === 1 ? [1, ...values] : values;
  const listed = axisLetters[rank].map((letter, axis) => `${prefix}${letter}: ${full[axis]}`).join(' ');
  return runtimeError(`${subject} should be greater than zero, but got ${listed}`);
}

/** `plane` is channels and spatial sizes, `output` the same after pooling. */
export const outputTooSmall = (plane: Shape, output: Shape): FrameworkError =>
  runtimeError(
    `Given input size: (${printPlane(plane)}). Calculated output size: (${printPlane(output)}). ` +
      'Output size is too small',
  );

export const invalidOutput1d = (length: number): FrameworkError =>
  runtimeError(`max_pool1d() Invalid computed output size: ${length}`);

export function smallerThanKernel(input: Shape, kernel: readonly number[]): FrameworkError {
  const [t, h, w] = input;
  const [kT, kH, kW] = kernel;
  return runtimeError(
    `input image (T: ${t} H: ${h} W: ${w}) smaller than kernel size (kT: ${kT} kH: ${kH} kW: ${kW})`,
  );
}

export const dimensionRange = (op: string, shape: Shape): FrameworkError =>
  runtimeError(
    `Expected 2 to 3 dimensions, but got ${shape.length}-dimensional tensor for argument #1 'self' ` +
      `(while checking arguments for ${op})`,
  );

export const notBatchMode = (rank: 2 | 3): FrameworkError =>
  runtimeError(`non-empty ${rank + 1}D or ${rank + 2}D (batch mode) tensor expected for input`);

/** PyTorch leaves no space before the sizes. */
export const optionalBatch = (rank: 1 | 2, shape: Shape): FrameworkError =>
  runtimeError(
    `${rank === 1 ? 'max_pool1d: ' : ''}Expected ${rank + 1}D or ${rank + 2}D (batch mode) tensor with optional ` +
      `0 dim batch size for input, but got:${printSizes(shape)}`,
  );

export const outOfRange = (rank: number): FrameworkError => ({
  message:
    rank === 0
      ? 'Dimension specified as -3 but tensor has no dimensions'
      : `Dimension out of range (expected to be in range of [-${rank}, ${rank - 1}], but got -3)`,
  exception: 'IndexError',
});

export const emptyDimension3d = (op: string, shape: Shape): FrameworkError =>
  runtimeError(
    `${op}(): Expected input's non-batch dimensions to have positive length, but input has a shape of ` +
      `${printSizes(shape)} and non-batch dimension 0 has length zero!`,
  );

export const zeroDivisor: FrameworkError = runtimeError('divisor must be not zero');

export const notImplemented = (kernel: string, type: string): FrameworkError => ({
  message: `"${kernel}" not implemented for '${type}'`,
  exception: 'NotImplementedError',
});

export const notInt = (op: string, name: string, position: number, value: PythonValue): FrameworkError =>
  typeError(`${op}(): argument '${name}' (position ${position}) must be int, not ${typeName(value)}`);

export const inputDimension = (count: number): FrameworkError => ({
  message: `Input dimension should be at least ${count + 1}`,
  exception: 'ValueError',
});

export const adaptiveRank = (op: string, rank: 2 | 3, shape: Shape): FrameworkError =>
  runtimeError(`${op}(): Expected ${rank + 1}D or ${rank + 2}D tensor, but got ${printSizes(shape)}`);

export const adaptiveLength = (op: string, rank: 1 | 2 | 3, count: number): FrameworkError => {
  if (rank === 1) return runtimeError(`${op}() argument 'output_size' should contain one int (got ${count})`);
  return op.includes('max')
    ? runtimeError(`${op}(): internal error: output_size.size() must be ${rank}`)
    : runtimeError(`${op}: output_size must be ${rank}`);
};

export const adaptiveEmpty = (op: string, shape: Shape, dimension: number): FrameworkError =>
  runtimeError(
    `${op}(): Expected input to have non-zero size for non-batch dimensions, but input has sizes ` +
      `${printSizes(shape)} with dimension ${dimension} being empty`,
  );

export const negativeElements = (op: string, size: readonly number[]): FrameworkError =>
  runtimeError(
    `${op}: elements of output_size must be greater than or equal to 0 but received {${size.join(', ')}}`,
  );

export const negativeDimension = (size: number, shape: Shape): FrameworkError =>
  runtimeError(`Trying to create tensor with negative dimension ${size}: ${printSizes(shape)}`);

export const gradientMismatch = (gradient: Shape, output: Shape): FrameworkError =>
  runtimeError(
    `Mismatch in shape: grad_output[0] has a shape of torch.Size(${printSizes(gradient)}) and output[0] has a shape ` +
      `of torch.Size(${printSizes(output)}).`,
  );

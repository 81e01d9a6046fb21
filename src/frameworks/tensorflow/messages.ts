import type { FrameworkError } from '../binding/python-errors.ts';
import type { PythonValue } from '../python.ts';
import { typeError, valueError } from '../refusal.ts';
import { print, repr } from '../repr.ts';

/* TensorFlow 2.21 in its own words (tensorflow/python/ops/nn_ops.py, the op registry and shape functions). */

export const badLength = (name: string, value: PythonValue, rank: number, count: number): FrameworkError =>
  valueError(
    `${name} should be of length 1, ${rank} or ${rank + 2}. Received: ${name}=${repr(value)} of length ${count}`,
  );

export const badPadding = (value: PythonValue, allowed: readonly string[]): FrameworkError => ({
  message:
    `Value for attr 'padding' of "${print(value)}" is not in the list of allowed values: ` +
    allowed.map((name) => `"${name}"`).join(', '),
  exception: 'InvalidArgumentError',
});

export const explicitPadding = (value: PythonValue): FrameworkError =>
  typeError(`Expected string for argument 'padding' not ${repr(value)}.`);

export const negativeDimension = (kernel: number, input: number): FrameworkError =>
  valueError(`Negative dimension size caused by subtracting ${kernel} from ${input}`);

export const badRank = (rank: number): FrameworkError =>
  valueError(`\`input.shape.rank\` must be 3, 4 or 5. Received: input.shape of rank ${rank}.`);

export const stridedDilation: FrameworkError = valueError(
  '`strides > 1` not supported in conjunction with `dilation_rate > 1`.',
);

export const channelsFirstOnCpu: FrameworkError = {
  message: 'Default MaxPoolingOp only supports NHWC on device type CPU',
  exception: 'InvalidArgumentError',
};

export const smallRatio: FrameworkError = valueError('`pooling_ratio` elements should be >= 1.0.');

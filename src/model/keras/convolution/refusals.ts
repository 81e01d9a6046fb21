import type { Shape } from '../../../pooling/index.ts';
import { type Problem, problem, valueError } from '../../problem.ts';
import { printShape } from '../../shape/dimensions.ts';
import type { SlidingWindow } from '../../shape/window.ts';

/** `compute_conv_output_shape` of keras/src/ops/operation_utils.py; `depth` is the kernel's channels in and out. */
export function tooSmall(
  input: Shape,
  { kernel, stride, dilation }: SlidingWindow,
  depth: Shape,
  lengths: Shape,
): Problem {
  const error = valueError(
    'Computed output size would be zero or negative. Received ' +
      `\`inputs shape=${printShape(input)}\`, \`kernel shape=${printShape([...kernel, ...depth])}\`, ` +
      `\`dilation_rate=[${dilation.join(' ')}]\`, \`strides=${printShape(stride)}\`, \`padding=valid\`.`,
  );
  const advice =
    `The kernel ${printShape(kernel)}${dilation.some((rate) => rate > 1) ? ' with its dilation' : ''} is larger than ` +
    `what is left of the image, ${printShape(lengths)}. padding="same" fits any size; or take out a pooling layer ` +
    'before it, or start from a larger image.';
  return problem('window-too-large', 'shape', error, advice);
}

/** Checks of keras/src/layers/convolutional/base_conv.py that need no input. */
export function checkStrides(strides: readonly number[], dilation: readonly number[]): Problem | null {
  if (Math.max(...strides) <= 1 || Math.max(...dilation) <= 1) return null;
  const error = valueError(
    '`strides > 1` not supported in conjunction with `dilation_rate > 1`. ' +
      `Received: strides=${printShape(strides)} and dilation_rate=${printShape(dilation)}`,
  );
  return problem(
    'conflicting-arguments',
    'constructor',
    error,
    'Give either strides or dilation_rate, not both.',
  );
}

export function checkFilters(filters: number, groups: number): Problem | null {
  if (filters % groups === 0) return null;
  const error = valueError(
    'The number of filters must be evenly divisible by the number of groups. ' +
      `Received: groups=${groups}, filters=${filters}.`,
  );
  return problem(
    'out-of-range',
    'constructor',
    error,
    `${groups} groups need a multiple of ${groups} filters.`,
  );
}

export function checkChannels(channels: number | null, groups: number, input: Shape): Problem | null {
  if (channels === null || channels % groups === 0) return null;
  const error = valueError(
    'The number of input channels must be evenly divisible by the number of groups. ' +
      `Received groups=${groups}, but the input has ${channels} channels (full input shape is ${printShape(input)}).`,
  );
  const advice = `${channels} channels do not fall into ${groups} equal groups.`;
  return problem('wrong-channels', 'shape', error, advice);
}

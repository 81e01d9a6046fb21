import type { SpatialRank } from '../../../pooling/index.ts';
import { anything, flag, optional, positive } from '../../arguments/kinds.ts';
import { effect, lost } from '../../define.ts';
import type { ModelLayer } from '../../layer.ts';
import { type Problem, problem, valueError } from '../../problem.ts';
import { printShape, product, whenKnown } from '../../shape/dimensions.ts';
import { channelsOf, lengthsOf, planeOf, withPlane } from '../../shape/plane.ts';
import { kerasLayer } from '../callee.ts';
import { dataFormat, kernelAndBias, padding, tuple } from '../kinds.ts';
import { axesOf, checkRank } from '../rank.ts';
import { checkStrides } from './refusals.ts';

/** One axis of `compute_conv_transpose_output_shape` (keras/src/backend/common/backend_utils.py). */
interface TransposedAxis {
  readonly kernel: number;
  readonly stride: number;
  readonly same: boolean;
  readonly outputPadding: number | null;
}

/** n·s under `same`, (n-1)s + max(k, s) under `valid`; `output_padding` takes the place of what they add. */
function grow(input: number, { kernel, stride, same, outputPadding }: TransposedAxis): number {
  const start = (input - 1) * stride;
  if (same) return outputPadding === null ? input * stride : start + (kernel % 2) + outputPadding;
  return start + kernel + (outputPadding ?? Math.max(kernel, stride) - kernel);
}

/** Conv1DTranspose, Conv2DTranspose, Conv3DTranspose (keras/src/layers/convolutional/base_conv_transpose.py). */
function transposed(rank: SpatialRank): ModelLayer {
  const name = `Conv${rank}DTranspose`;
  return kerasLayer(`convolution_layers/convolution${rank}d_transpose`, {
    name,
    aliases: [`Convolution${rank}DTranspose`, `Deconvolution${rank}D`],
    rank,
    arguments: {
      filters: positive(),
      kernel_size: tuple(rank),
      strides: tuple(rank, 1),
      padding: padding('same'),
      output_padding: optional(tuple(rank, undefined, 'allowed')),
      data_format: dataFormat,
      dilation_rate: tuple(rank, 1),
      activation: anything(),
      use_bias: flag(true),
      ...kernelAndBias,
    },
    infer(args, [input]) {
      const { filters, output_padding, strides, dilation_rate } = args;
      const refused =
        checkOutputPadding(output_padding, strides) ??
        checkStrides(strides, dilation_rate) ??
        checkRank(name, input, rank + 2, 'min_ndim', axesOf(rank));
      if (refused !== null) return refused;
      const plane = planeOf(args.data_format, rank, input.length);
      const sizes = lengthsOf(input, plane).map((length, axis) =>
        whenKnown(length, (known) =>
          grow(known, {
            kernel: ((args.kernel_size[axis] ?? 1) - 1) * (dilation_rate[axis] ?? 1) + 1,
            stride: strides[axis] ?? 1,
            same: args.padding === 'same',
            outputPadding: output_padding?.[axis] ?? null,
          }),
        ),
      );
      const trainable = whenKnown(channelsOf(input, plane), (known) => {
        const perFilter = known * (product(args.kernel_size) ?? 0) + (args.use_bias ? 1 : 0);
        return perFilter * filters;
      });
      return effect(withPlane(input, plane, filters, sizes), { trainable, nonTrainable: 0 }, lost);
    },
  });
}

function checkOutputPadding(padding: readonly number[] | null, strides: readonly number[]): Problem | null {
  const axis = padding?.findIndex((cells, at) => cells >= (strides[at] ?? 1)) ?? -1;
  if (padding === null || axis === -1) return null;
  const error = valueError(
    '`output_padding` must be strictly less than `strides` for all dimensions. ' +
      `At dimension ${axis}, \`output_padding\` is ${padding[axis]} but \`strides\` is ${strides[axis]}. ` +
      `Received: output_padding=${printShape(padding)}, strides=${printShape(strides)}`,
  );
  return problem(
    'out-of-range',
    'constructor',
    error,
    'Leave output_padding out, or make it smaller than strides.',
  );
}

export const transposedConvolutions: readonly ModelLayer[] = [transposed(1), transposed(2), transposed(3)];

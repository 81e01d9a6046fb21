import type { SpatialRank } from '../../../pooling/index.ts';
import { anything, flag, positive } from '../../arguments/kinds.ts';
import { effect, lost } from '../../define.ts';
import type { ModelLayer } from '../../layer.ts';
import { type Problem, problem, runtimeError } from '../../problem.ts';
import { printSizes, product, whenKnown } from '../../shape/dimensions.ts';
import { channelsOf, lengthsOf, planeOf, withPlane } from '../../shape/plane.ts';
import { placement, torchLayer } from '../callee.ts';
import { sizes } from '../kinds.ts';
import { checkSpatial } from '../rank.ts';
import { batched, checkGroups, wrongChannels } from './refusals.ts';

/** (n-1)s - 2p + d(k-1) + output_padding + 1 cells (torch/nn/modules/conv.py). */
function transposed(rank: SpatialRank): ModelLayer {
  return torchLayer({
    name: `ConvTranspose${rank}d`,
    rank,
    arguments: {
      in_channels: positive(),
      out_channels: positive(),
      kernel_size: sizes(rank, 1),
      stride: sizes(rank, 1, 1),
      padding: sizes(rank, 0, 0),
      output_padding: sizes(rank, 0, 0),
      groups: positive(1),
      bias: flag(true),
      dilation: sizes(rank, 1, 1),
      padding_mode: anything(),
      ...placement,
    },
    infer(args, [input]) {
      const { in_channels, out_channels, groups } = args;
      const refused =
        checkGroups(in_channels, out_channels, groups) ??
        checkSpatial(`conv_transpose${rank}d`, rank, input) ??
        checkOutputPadding(args);
      if (refused !== null) return refused;
      const plane = planeOf('channels_first', rank, input.length);
      const weight = [in_channels, out_channels / groups, ...args.kernel_size];
      const channels = channelsOf(input, plane);
      if (channels !== null && channels !== in_channels) {
        return wrongChannels(groups, weight, batched(input, rank), in_channels, channels);
      }
      const output = lengthsOf(input, plane).map((length, axis) => {
        const at = (list: readonly number[]): number => list[axis] ?? 0;
        const reach = at(args.dilation) * (at(args.kernel_size) - 1) + at(args.output_padding) + 1;
        return whenKnown(length, (known) => (known - 1) * at(args.stride) - 2 * at(args.padding) + reach);
      });
      if (output.some((size) => size !== null && size <= 0)) return nothingLeft(input);
      const trainable = (product(weight) ?? 0) + (args.bias ? out_channels : 0);
      return effect(withPlane(input, plane, out_channels, output), { trainable, nonTrainable: 0 }, lost);
    },
  });
}

function checkOutputPadding(args: {
  readonly output_padding: readonly number[];
  readonly stride: readonly number[];
  readonly dilation: readonly number[];
}): Problem | null {
  const { output_padding: extra, stride, dilation } = args;
  if (extra.every((cells, axis) => cells < Math.max(stride[axis] ?? 1, dilation[axis] ?? 1))) return null;
  const error = runtimeError('output padding must be smaller than either stride or dilation');
  return problem(
    'out-of-range',
    'call',
    error,
    'output_padding decides between the sizes that one stride can mean: keep it below the stride.',
  );
}

function nothingLeft(input: readonly (number | null)[]): Problem {
  const advice = `The padding cuts off all that ${printSizes(input)} would give. Take less padding.`;
  return problem('padding-too-large', 'call', null, advice);
}

export const transposedConvolutions: readonly ModelLayer[] = [transposed(1), transposed(2), transposed(3)];

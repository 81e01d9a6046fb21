import { python } from '../../frameworks/index.ts';
import type { Shape } from '../../pooling/index.ts';
import { anything, flag, integers, positive } from '../arguments/kinds.ts';
import { effect } from '../define.ts';
import type { ModelLayer } from '../layer.ts';
import { type Problem, problem, runtimeError, valueError } from '../problem.ts';
import { agree, printSizes, product } from '../shape/dimensions.ts';
import { placement, torchLayer } from './callee.ts';

const { float, bool } = python;
const epsilon = { eps: anything(float(1e-5)) };
const trained = (count: number, affine: boolean) => ({ trainable: affine ? count : 0, nonTrainable: 0 });

const ranksOf = { 1: [2, 3], 2: [4], 3: [5] } as const;

/** Its running mean and variance are buffers, which PyTorch does not count as parameters. */
const batchNorm = (rank: 1 | 2 | 3): ModelLayer =>
  torchLayer({
    name: `BatchNorm${rank}d`,
    arguments: {
      num_features: positive(),
      ...epsilon,
      momentum: anything(float(0.1)),
      affine: flag(true),
      track_running_stats: anything(bool(true)),
      ...placement,
    },
    infer({ num_features, affine }, [input]) {
      const ranks: readonly number[] = ranksOf[rank];
      if (!ranks.includes(input.length)) return wrongRank(rank, input);
      const channels = input[1] ?? null;
      if (!agree(channels, num_features)) {
        const error = runtimeError(`running_mean should contain ${channels} elements not ${num_features}`);
        return problem(
          'wrong-channels',
          'call',
          error,
          `num_features=${channels} fits the channels that come in.`,
        );
      }
      return effect(input, trained(2 * num_features, affine));
    },
  });

function wrongRank(rank: 1 | 2 | 3, input: Shape): Problem {
  const wanted = ranksOf[rank].map((count) => `${count}D`).join(' or ');
  const fitting = input.length === 2 ? 1 : input.length === 4 ? 2 : input.length === 5 ? 3 : null;
  const instead = fitting === null ? '' : ` BatchNorm${fitting}d takes this one.`;
  const error = valueError(`expected ${wanted} input (got ${input.length}D input)`);
  return problem('wrong-rank', 'call', error, `${printSizes(input)} has ${input.length} axes.${instead}`);
}

const groupNorm = torchLayer({
  name: 'GroupNorm',
  arguments: {
    num_groups: positive(),
    num_channels: positive(),
    ...epsilon,
    affine: flag(true),
    ...placement,
  },
  infer({ num_groups, num_channels, affine }, [input]) {
    if (num_channels % num_groups !== 0) {
      const error = valueError(
        `num_channels (${num_channels}) must be divisible by num_groups (${num_groups})`,
      );
      const advice = `${num_channels} channels do not fall into ${num_groups} equal groups.`;
      return problem('out-of-range', 'constructor', error, advice);
    }
    if (!agree(input[1] ?? null, num_channels)) {
      const error = runtimeError(
        `Expected weight to be a vector of size equal to the number of channels in input, but got weight of ` +
          `shape [${num_channels}] and input of shape ${printSizes(input)}`,
      );
      return problem(
        'wrong-channels',
        'call',
        error,
        `num_channels=${input[1]} fits the channels that come in.`,
      );
    }
    return effect(input, trained(2 * num_channels, affine));
  },
});

const layerNorm = torchLayer({
  name: 'LayerNorm',
  arguments: {
    normalized_shape: integers(),
    ...epsilon,
    elementwise_affine: flag(true),
    bias: flag(true),
    ...placement,
  },
  infer({ normalized_shape, elementwise_affine, bias }, [input]) {
    const tail = input.slice(-normalized_shape.length);
    if (
      tail.length !== normalized_shape.length ||
      !tail.every((size, at) => agree(size, normalized_shape[at] ?? null))
    ) {
      const error = runtimeError(
        `Given normalized_shape=${printSizes(normalized_shape)}, expected input with shape ` +
          `[*, ${normalized_shape.join(', ')}], but got input of size${printSizes(input)}`,
      );
      const advice = `normalized_shape names the last axes; those that come in are ${printSizes(tail)}.`;
      return problem('wrong-features', 'call', error, advice);
    }
    const size = product(normalized_shape) ?? 0;
    return effect(input, trained(size * (bias ? 2 : 1), elementwise_affine));
  },
});

/** Without weights unless `affine` says so. */
const instanceNorm = (rank: 1 | 2 | 3): ModelLayer =>
  torchLayer({
    name: `InstanceNorm${rank}d`,
    rank,
    arguments: {
      num_features: positive(),
      ...epsilon,
      momentum: anything(float(0.1)),
      affine: flag(false),
      track_running_stats: anything(bool(false)),
      ...placement,
    },
    infer: ({ num_features, affine }, [input]) => effect(input, trained(2 * num_features, affine)),
  });

export const normalizations: readonly ModelLayer[] = [
  batchNorm(1),
  batchNorm(2),
  batchNorm(3),
  groupNorm,
  layerNorm,
  instanceNorm(1),
  instanceNorm(2),
  instanceNorm(3),
];

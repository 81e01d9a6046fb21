import { python } from '../../frameworks/index.ts';
import type { Shape } from '../../pooling/index.ts';
import { anyOf, anything, flag, integers } from '../arguments/kinds.ts';
import { effect } from '../define.ts';
import type { ModelLayer } from '../layer.ts';
import { type Problem, problem, valueError } from '../problem.ts';
import { printShape, product, whenKnown } from '../shape/dimensions.ts';
import { kerasLayer } from './callee.ts';

const { float, int, none } = python;

const axis = integers(int(-1));

/** The dimensions at some axes, counted from the end where negative; null where one is out of range. */
function sizesAt(shape: Shape, axes: readonly number[]): Shape | null {
  const places = axes.map((place) => (place < 0 ? place + shape.length : place));
  if (places.some((place) => place < 0 || place >= shape.length)) return null;
  return places.map((place) => shape[place] ?? null);
}

function noSuchAxis(axes: readonly number[], shape: Shape): Problem {
  const advice = `axis ${axes.join(', ')} is not among the ${shape.length} axes of ${printShape(shape)}.`;
  return problem('out-of-range', 'shape', null, advice);
}

/** gamma and beta learn, the moving mean and variance do not. */
const batchNormalization = kerasLayer('normalization_layers/batch_normalization', {
  name: 'BatchNormalization',
  aliases: ['BatchNorm'],
  arguments: {
    axis,
    momentum: anything(float(0.99)),
    epsilon: anything(float(0.001)),
    center: flag(true),
    scale: flag(true),
    ...anyOf(
      'beta_initializer',
      'gamma_initializer',
      'moving_mean_initializer',
      'moving_variance_initializer',
      'beta_regularizer',
      'gamma_regularizer',
      'beta_constraint',
      'gamma_constraint',
      'renorm',
      'renorm_clipping',
      'renorm_momentum',
      'synchronized',
    ),
  },
  infer(args, [input]) {
    const channels = sizesAt(input, args.axis);
    if (channels === null) return noSuchAxis(args.axis, input);
    const size = product(channels);
    return effect(input, {
      trainable: whenKnown(size, (known) => known * (Number(args.center) + Number(args.scale))),
      nonTrainable: whenKnown(size, (known) => known * 2),
    });
  },
});

const layerNormalization = kerasLayer('normalization_layers/layer_normalization', {
  name: 'LayerNormalization',
  arguments: {
    axis,
    epsilon: anything(float(0.001)),
    center: flag(true),
    scale: flag(true),
    ...anyOf(
      'beta_initializer',
      'gamma_initializer',
      'beta_regularizer',
      'gamma_regularizer',
      'beta_constraint',
      'gamma_constraint',
    ),
  },
  infer(args, [input]) {
    const normalized = sizesAt(input, args.axis);
    if (normalized === null) return noSuchAxis(args.axis, input);
    const learned = Number(args.center) + Number(args.scale);
    return effect(input, {
      trainable: whenKnown(product(normalized), (known) => known * learned),
      nonTrainable: 0,
    });
  },
});

const groupNormalization = kerasLayer('normalization_layers/group_normalization', {
  name: 'GroupNormalization',
  arguments: {
    groups: integers(int(32)),
    axis,
    epsilon: anything(float(0.001)),
    center: flag(true),
    scale: flag(true),
    ...anyOf(
      'beta_initializer',
      'gamma_initializer',
      'beta_regularizer',
      'gamma_regularizer',
      'beta_constraint',
      'gamma_constraint',
    ),
  },
  infer(args, [input]) {
    const [channels = null] = sizesAt(input, args.axis) ?? [];
    const [groups = 32] = args.groups;
    const parts = groups === -1 ? channels : groups;
    if (channels !== null && parts !== null && channels % parts !== 0) {
      const error = valueError(
        `Number of groups (${parts}) must be a multiple of the number of channels (${channels}).`,
      );
      const advice = `${channels} channels do not fall into ${parts} equal groups: take a divisor of ${channels}.`;
      return problem('wrong-channels', 'shape', error, advice);
    }
    const learned = Number(args.center) + Number(args.scale);
    return effect(input, { trainable: whenKnown(channels, (known) => known * learned), nonTrainable: 0 });
  },
});

/** Its mean, variance and count come from `adapt`, unless the first two are given. */
const normalization = kerasLayer('preprocessing_layers/numerical/normalization', {
  name: 'Normalization',
  arguments: { axis, mean: anything(none), variance: anything(none), invert: flag(false) },
  infer(args, [input]) {
    const kept = sizesAt(input, args.axis);
    if (kept === null) return noSuchAxis(args.axis, input);
    const given = args.mean.type !== 'none';
    return effect(input, {
      trainable: 0,
      nonTrainable: given ? 0 : whenKnown(product(kept), (known) => known * 2 + 1),
    });
  },
});

export const normalizations: readonly ModelLayer[] = [
  batchNormalization,
  layerNormalization,
  groupNormalization,
  normalization,
];

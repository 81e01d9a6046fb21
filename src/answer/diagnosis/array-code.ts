import type { FrameworkId } from '../../frameworks/index.ts';
import type { Shape } from '../../pooling/index.ts';

/** How a library brings one map to the size of another; null where it has no short way. */
export interface JoinedCode {
  crop(from: Shape, to: Shape, axes: readonly number[]): string | null;
  pad(from: Shape, to: Shape, axes: readonly number[]): string | null;
  resize(from: Shape, to: Shape, axes: readonly number[]): string | null;
  /** Pooling once more, and its opposite, by a whole factor. */
  pool(times: number): string | null;
  repeat(times: number, to: Shape): string | null;
  /** A 1 × 1 convolution that gives the channels of the other. */
  convolve(from: Shape, to: Shape, axes: readonly number[]): string | null;
}

/** `axis` is the one that sizes were told for; null where the message does not say which. */
export function joinedCode(framework: FrameworkId | 'numpy', axis: number | null): JoinedCode {
  switch (framework) {
    case 'torch':
      return torch(axis);
    case 'jax':
    case 'flax':
      return arrays('jnp');
    case 'numpy':
      return arrays('np');
    case 'caffe':
      return caffe;
    default:
      return keras;
  }
}

const added = (from: Shape, to: Shape, axis: number): number => (to[axis] ?? 0) - (from[axis] ?? 0);

/** Keras' layers name the spatial axes alone, whether or not the batch is told. */
const keras: JoinedCode = {
  crop: (from, to) => `Cropping${dimensions(from)}D(${margins(to, from)})`,
  pad: (from, to) => `ZeroPadding${dimensions(from)}D(${margins(from, to)})`,
  resize: (_, to) => (dimensions(to) === 2 ? `Resizing(${image(to).join(', ')})` : null),
  pool: (times) => `MaxPooling2D(${times})`,
  repeat: (times, to) => (dimensions(to) === 2 ? `UpSampling2D(${times})` : `tf.tile(x, [1, ${times}, 1])`),
  convolve: (_, to) => `Conv${dimensions(to)}D(${to.at(-1)}, 1)`,
};

/** Three sizes are an image without its batch, or a sequence in a batch of one or of any size. */
const dimensions = (shape: Shape): number =>
  shape.length === 3 ? (shape[0] === null || shape[0] === 1 ? 1 : 2) : shape.length - 2;
const image = (shape: Shape): Shape => shape.slice(-1 - dimensions(shape), -1);

function margins(small: Shape, large: Shape): string {
  const each = image(small).map((size, at) => `(0, ${(image(large)[at] ?? 0) - (size ?? 0)})`);
  return each.length === 1 ? (each[0] ?? '') : `(${each.join(', ')})`;
}

function torch(axis: number | null): JoinedCode {
  return {
    crop: (from, to, axes) => {
      if (from.length > 1)
        return `x[..., ${lastFrom(axes, from)
          .map((at) => `:${to[at]}`)
          .join(', ')}]`;
      return axis === null ? 'skip[..., :x.size(2), :x.size(3)]' : `x[${':, '.repeat(axis)}:${to[0]}]`;
    },
    pad: (from, to, axes) => {
      if (from.length > 1) {
        const ends = lastFrom(axes, from)
          .toReversed()
          .map((at) => `0, ${added(from, to, at)}`);
        return `F.pad(x, (${ends.join(', ')}))`;
      }
      if (axis === null) return 'F.pad(x, (0, skip.size(3) - x.size(3), 0, skip.size(2) - x.size(2)))';
      return `F.pad(x, (${'0, 0, '.repeat(Math.max(0, 3 - axis))}0, ${added(from, to, 0)}))`;
    },
    resize: (_, to) =>
      to.length > 1
        ? `F.interpolate(x, size=(${to.slice(2).join(', ')}))`
        : 'F.interpolate(x, size=skip.shape[2:])',
    pool: (times) => `nn.MaxPool2d(${times})`,
    repeat: (times) => `nn.Upsample(scale_factor=${times})`,
    convolve: (from, to, [at = 0]) => `nn.Conv2d(${from[at]}, ${to[at]}, 1)`,
  };
}

/** The axes from the first that differs to the last: what stands behind an ellipsis. */
const lastFrom = (axes: readonly number[], shape: Shape): readonly number[] =>
  shape.flatMap((_, at) => (at >= Math.min(...axes) ? [at] : []));

function arrays(library: 'np' | 'jnp'): JoinedCode {
  return {
    crop: (_, to, axes) =>
      `x[${to
        .slice(0, Math.max(...axes) + 1)
        .map((size, at) => (axes.includes(at) ? `:${size}` : ':'))
        .join(', ')}]`,
    pad: (from, to) =>
      `${library}.pad(x, (${to.map((_, at) => `(0, ${Math.max(0, added(from, to, at))})`).join(', ')}))`,
    resize: (_, to) => (library === 'jnp' ? `jax.image.resize(x, (${to.join(', ')}), "bilinear")` : null),
    pool: (times) => `nn.max_pool(x, (${times}, ${times}), strides=(${times}, ${times}))`,
    repeat: () => null,
    convolve: () => null,
  };
}

const caffe: JoinedCode = {
  crop: () => 'layer { type: "Crop" }',
  pad: () => null,
  resize: () => null,
  pool: (times) => `pooling_param { pool: MAX kernel_size: ${times} stride: ${times} }`,
  repeat: () => null,
  convolve: () => null,
};

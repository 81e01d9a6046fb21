import { type FrameworkId, python } from '../../frameworks/index.ts';
import type { Shape } from '../../pooling/index.ts';
import type { Diagnosis } from './diagnosis.ts';
import { byHand, byStep, type Fix, firstFixes } from './fix.ts';
import { isChannelsFirst } from './layout.ts';

export interface WrongChannels {
  readonly expected: number;
  readonly found: number;
  readonly input: Shape | null;
  /** PyTorch's weight: filters, channels, and the sizes of the kernel. */
  readonly weight: Shape | null;
  readonly framework: FrameworkId;
}

/** A convolution was built for another number of channels than arrives. */
export function wrongChannels(told: WrongChannels): Diagnosis {
  const { expected, found, input, framework } = told;
  const first = isChannelsFirst(framework);
  const place = first ? (input?.length ?? 0) - 3 : (input?.length ?? 0) - 1;
  const swapped =
    input !== null && input[first ? input.length - 1 : place - 2] === expected && found !== expected;
  return {
    kind: 'wrong-channels',
    expected,
    found,
    input,
    swapped,
    fixes: firstFixes(
      swapped ? turned(input, first) : [],
      coloured(told),
      swapped ? [] : rebuilt(told),
      input ? [] : oneByOne(told),
    ),
  };
}

/** The channels moved to where the layer reads them. */
function turned(input: Shape, first: boolean): readonly Fix[] {
  if (input.length < 3) return [];
  const batch = input.slice(0, -3);
  const [a = null, b = null, c = null] = input.slice(-3);
  const from = batch.length;
  const shape = first ? [...batch, c, a, b] : [...batch, b, c, a];
  const order = first ? [from + 2, from, from + 1] : [from + 1, from + 2, from];
  const all = [...batch.map((_, at) => at), ...order].join(', ');
  return first
    ? byHand('channels-to-front', `x.permute(${all})`, input, shape)
    : byHand('channels-last', `tf.transpose(x, (${all}))`, input, shape);
}

/** A grey image three times over, or a coloured one made grey. */
function coloured({ expected, found, input, framework }: WrongChannels): readonly Fix[] {
  const first = isChannelsFirst(framework);
  const batch = framework === 'keras' ? null : 1;
  const shape = input ?? (first ? [batch, found, 224, 224] : [batch, 224, 224, found]);
  const place = first ? shape.length - 3 : shape.length - 1;
  if (shape[place] !== found) return [];
  const output = shape.map((size, at) => (at === place ? expected : size));
  const extent = input ? 'whole' : 'example';
  if (expected === 3 && found === 1) {
    const times = shape.length === 4 ? '1, 3, 1, 1' : '3, 1, 1';
    return byHand('add-channel', first ? `x.repeat(${times})` : code(framework, 3), shape, output, extent);
  }
  if (found === 4 && expected === 3)
    return byHand('drop-axis', first ? `x[${':, '.repeat(place)}:3]` : 'x[..., :3]', shape, output, extent);
  if (found === 3 && expected === 1)
    return byHand(
      'drop-axis',
      first
        ? `x.mean(${place}, keepdim=True)`
        : isJax(framework)
          ? 'x.mean(-1, keepdims=True)'
          : 'tf.image.rgb_to_grayscale(x)',
      shape,
      output,
      extent,
    );
  return [];
}

const isJax = (framework: FrameworkId): boolean => framework === 'jax' || framework === 'flax';

const code = (framework: FrameworkId, times: number): string =>
  isJax(framework) ? `jnp.repeat(x, ${times}, axis=-1)` : 'tf.image.grayscale_to_rgb(x)';

/** A convolution before it that gives the channels which the layer was built for; images get theirs otherwise. */
function oneByOne({ expected, found, framework }: WrongChannels): readonly Fix[] {
  if (found <= 4) return [];
  const layer =
    framework === 'torch'
      ? `nn.Conv2d(${found}, ${expected}, 1)`
      : isJax(framework)
        ? `nn.Conv(${expected}, (1, 1))`
        : `Conv2D(${expected}, 1)`;
  return byHand('match-channels', layer, [found], [expected], 'axis');
}

/** The layer built for the channels that arrive: PyTorch's weight tells its filters and its kernel. */
function rebuilt({ found, input, weight, framework }: WrongChannels): readonly Fix[] {
  if (framework === 'keras' && input && input.length > 2)
    return byHand(
      'fixed-input',
      `Input((${input
        .slice(1)
        .map((size) => size ?? 'None')
        .join(', ')}))`,
      input,
      input,
    );
  const [filters = null, , ...kernel] = weight ?? [];
  const [side = null] = kernel;
  if (framework !== 'torch' || !input || filters === null || side === null) return [];
  if (kernel.some((size) => size !== side)) return [];
  const name = `Conv${kernel.length}d`;
  const args = [found, filters, side];
  return byStep(
    'match-features',
    `nn.${name}(${args.join(', ')})`,
    { name, given: args.map((value) => ({ name: null, value: python.int(value) })) },
    input,
    'torch',
  );
}

import type { FrameworkId } from '../../frameworks/index.ts';
import type { Shape } from '../../pooling/index.ts';
import { joinedCode } from './array-code.ts';
import type { Diagnosis } from './diagnosis.ts';
import { byHand, byLayer, type Fix, firstFixes } from './fix.ts';
import { isChannelsFirst } from './layout.ts';

type Found = Extract<Diagnosis, { kind: 'sizes-differ' }>;

export interface Joined {
  /** Whole shapes, or one size of each where the message tells no more. */
  readonly first: Shape;
  readonly second: Shape;
  readonly framework: FrameworkId | 'numpy';
  /** The axis that the sizes are of, where a message tells it. */
  readonly axis: number | null;
}

/** Two maps of different sizes that should be joined or added. */
export function sizesDiffer(joined: Joined): Diagnosis {
  const { first, second, framework, axis } = joined;
  if (first.length !== second.length) return axesDiffer(joined);
  const whole = first.length > 1;
  const axes = whole ? differing(first, second, framework) : [0];
  const cause =
    (whole ? axes.length > 0 && axes.every((at) => at === channelsOf(first, framework)) : axis === 1) ||
    first.length === 2
      ? 'channels'
      : causeOf(axes.map((at) => [first[at] ?? 0, second[at] ?? 0]));
  const [pair] = axes;
  const apart = pair === undefined ? null : Math.abs((first[pair] ?? 0) - (second[pair] ?? 0));
  const code = joinedCode(framework, axis);
  return {
    kind: 'sizes-differ',
    first,
    second,
    apart,
    extent: whole ? 'whole' : 'axis',
    axis,
    cause,
    framework,
    fixes: axes.length === 0 || first.length === 2 ? [] : fixesFor(first, second, axes, cause, code),
  };
}

/** A map beside what is flat already: pooling the map globally leaves its channels, as the other has them. */
function axesDiffer({ first, second, framework }: Joined): Diagnosis {
  const map = first.length === 4 ? first : second;
  const flat = map === first ? second : first;
  const [batch = null, , , channels = null] = map;
  const keras = framework === 'keras';
  const arrays = framework === 'jax' || framework === 'flax' || framework === 'numpy';
  const fixes =
    map.length !== 4 || flat.length !== 2
      ? []
      : keras
        ? byLayer('global', 'GlobalAveragePooling2D()', map, 'keras')
        : arrays
          ? byHand('global', 'x.mean((1, 2))', map, [batch, channels])
          : [];
  return { ...wholeArrays(first, second), cause: 'axes', framework, fixes };
}

/** Arrays that are told whole, and are not about to be joined along an axis. */
const wholeArrays = (first: Shape, second: Shape) =>
  ({ kind: 'sizes-differ', first, second, apart: null, extent: 'whole', axis: null }) as const;

/** Images that a loader should stack into one batch. */
export function imagesDiffer(first: Shape, second: Shape): Diagnosis {
  const axes = differing(first, second, 'torch');
  const { large, small, wider, cut } = inOrder(first, second, axes);
  const mixed = axes.some((at) => (large[at] ?? 0) < (small[at] ?? 0));
  const coloured = axes.every((axis) => axis === 0) && first.length === 3;
  const sizes = (shape: Shape) => shape.slice(-2).join(', ');
  return {
    ...wholeArrays(first, second),
    cause: coloured ? 'colours' : 'images',
    framework: 'torch',
    fixes: coloured
      ? firstFixes(
          wider[0] === 3 || cut[0] === 3
            ? byHand(
                'same-colours',
                'img.convert("RGB")',
                wider[0] === 3 ? small : large,
                wider[0] === 3 ? wider : cut,
              )
            : [],
          cut[0] === 1 ? byHand('same-colours', 'transforms.Grayscale()', large, cut) : [],
        )
      : firstFixes(
          byHand('resize', `transforms.Resize((${sizes(wider)}))`, small, wider),
          mixed ? [] : byHand('crop', `transforms.CenterCrop((${sizes(cut)}))`, large, cut),
        ),
  };
}

const channelsOf = (shape: Shape, framework: FrameworkId | 'numpy'): number =>
  framework !== 'numpy' && isChannelsFirst(framework) ? shape.length - 3 : shape.length - 1;

/** The axes on which two shapes differ; channels may, where they are what is joined. */
function differing(first: Shape, second: Shape, framework: FrameworkId | 'numpy'): readonly number[] {
  if (first.length !== second.length) return [];
  const all = first.flatMap((size, axis) =>
    size !== null && second[axis] != null && size !== second[axis] ? [axis] : [],
  );
  const spatial = all.filter((axis) => axis !== channelsOf(first, framework));
  return spatial.length > 0 && first.length > 2 ? spatial : all;
}

/** How close two sizes are that pooling and upsampling pulled apart by rounding. */
const nearly = 0.85;

function causeOf(pairs: readonly (readonly [number, number])[]): Found['cause'] {
  const ratios = pairs.map(([a, b]) => Math.max(a, b) / Math.max(1, Math.min(a, b)));
  const [ratio = 1] = ratios;
  if (ratio >= 2 && Number.isInteger(ratio) && ratios.every((one) => one === ratio || one === 1))
    return 'multiple';
  const close = pairs.every(([a, b]) => Math.abs(a - b) === 1 || Math.min(a, b) / Math.max(a, b) >= nearly);
  return close ? 'rounding' : 'paths';
}

/** Which is larger on the axes that differ, and what each becomes with the other's sizes there. */
function inOrder(first: Shape, second: Shape, axes: readonly number[]) {
  const [axis = 0] = axes;
  const [large, small] = (first[axis] ?? 0) > (second[axis] ?? 0) ? [first, second] : [second, first];
  const taken = (shape: Shape, other: Shape) =>
    shape.map((size, at) => (axes.includes(at) ? (other[at] ?? null) : size));
  return { large, small, cut: taken(large, small), wider: taken(small, large) };
}

function fixesFor(
  first: Shape,
  second: Shape,
  axes: readonly number[],
  cause: Found['cause'],
  code: ReturnType<typeof joinedCode>,
): readonly Fix[] {
  const { large, small, cut, wider } = inOrder(first, second, axes);
  const extent = first.length > 1 ? 'whole' : 'axis';
  const way = (means: Fix['means'], written: string | null, from: Shape, to: Shape) =>
    written === null ? [] : byHand(means, written, from, to, extent);
  const resized = way('resize', code.resize(small, wider, axes), small, wider);
  // One array is larger on one axis and smaller on another: cropping would have to be done to both.
  if (axes.some((at) => (large[at] ?? 0) < (small[at] ?? 0))) return resized;
  if (cause === 'channels') return way('match-channels', code.convolve(small, wider, axes), small, wider);
  if (cause === 'multiple') {
    const [at = 0] = axes;
    const least = small[at] ?? 1;
    const times = (large[at] ?? 0) / least;
    const all =
      axes.length === Math.max(1, first.length - 2) &&
      axes.every((one) => large[one] === times * (small[one] ?? 1));
    if (!all) return resized;
    return firstFixes(
      least > 1 ? way('pool-other', code.pool(times), large, cut) : [],
      way(least > 1 ? 'resize' : 'repeat', code.repeat(times, wider), small, wider),
    );
  }
  return firstFixes(
    way('crop', code.crop(large, cut, axes), large, cut),
    way('pad', code.pad(small, wider, axes), small, wider),
    resized,
  );
}

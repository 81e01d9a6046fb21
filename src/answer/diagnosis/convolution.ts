import type { Shape } from '../../pooling/index.ts';
import type { Diagnosis } from './diagnosis.ts';
import { byHand, type Fix, firstFixes } from './fix.ts';
import { channelsLastBefore, isTooNarrow } from './layout.ts';

/** What a message on a convolution's kernel that does not fit tells. */
interface Convolution {
  readonly framework: 'keras' | 'torch';
  /** The map: whole in Keras, in PyTorch its sizes alone, with the padding already added. */
  readonly input: Shape | null;
  /** The sizes of the kernel, one for each axis of the map. */
  readonly kernel: Shape | null;
  readonly filters: number | null;
}

/** A convolution's kernel is larger than the map; sizes are those of a stride of 1, which changes none of the causes. */
export function convolutionTooLarge(told: Convolution): Diagnosis {
  const map = mapOf(told);
  const kernel = told.kernel?.filter((size) => size !== null) ?? null;
  const at = map && kernel ? map.findIndex((size, axis) => size < (kernel[axis] ?? 0)) : -1;
  const [size, cells] = [map?.[at] ?? null, kernel?.[at] ?? null];
  return {
    kind: 'convolution-too-large',
    kernel,
    map,
    padded: told.framework === 'torch',
    swapped: told.framework === 'keras' && map !== null && isTooNarrow(map),
    sum:
      size === null || cells === null ? null : { size, window: cells, stride: 1, output: size - cells + 1 },
    fixes: map ? (told.framework === 'torch' ? torchFixes(map, kernel) : kerasFixes(map, kernel, told)) : [],
  };
}

function mapOf({ framework, input }: Convolution): readonly number[] | null {
  const sizes = framework === 'torch' ? input : (input?.slice(1, -1) ?? null);
  const known = sizes?.filter((size) => size !== null) ?? [];
  return known.length > 0 && known.length === sizes?.length ? known : null;
}

const fitting = (map: readonly number[], kernel: readonly number[]): readonly number[] =>
  map.map((size, axis) => Math.min(size, kernel[axis] ?? size));

const after = (map: readonly number[], kernel: readonly number[]): readonly number[] =>
  map.map((size, axis) => size - (kernel[axis] ?? 1) + 1);

const written = (sizes: readonly number[]): string =>
  sizes.every((size) => size === sizes[0]) ? String(sizes[0]) : `(${sizes.join(', ')})`;

function torchFixes(map: readonly number[], kernel: readonly number[] | null): readonly Fix[] {
  if (!kernel) return [];
  const small = fitting(map, kernel);
  const sides = map.map((size, axis) => Math.max(0, Math.ceil(((kernel[axis] ?? 0) - size) / 2)));
  const wider = map.map((size, axis) => size + 2 * (sides[axis] ?? 0));
  // A map of two cells at most has no padding yet, so that the argument itself can be named.
  const unpadded = map.every((size) => size <= 2);
  const ends = sides.toReversed().flatMap((side) => [side, side]);
  const more = unpadded ? `padding=${written(sides)}` : `F.pad(x, (${ends.join(', ')}))`;
  return firstFixes(
    byHand('smaller-kernel', `kernel_size=${written(small)}`, map, after(map, small), 'map'),
    byHand('more-padding', more, map, after(wider, kernel), 'map'),
    unpadded ? onePoolLess(map, kernel) : [],
  );
}

function onePoolLess(map: readonly number[], kernel: readonly number[]): readonly Fix[] {
  const output = after(
    map.map((size) => 2 * size),
    kernel,
  );
  return output.every((size) => size > 0) ? byHand('one-pool-less', null, map, output, 'map') : [];
}

function kerasFixes(
  map: readonly number[],
  kernel: readonly number[] | null,
  { input, filters }: Convolution,
): readonly Fix[] {
  const whole = (sizes: readonly number[]): Shape => [input?.[0] ?? null, ...sizes, filters];
  const show = (means: Fix['means'], code: string | null, output: readonly number[]) =>
    filters !== null && input
      ? byHand(means, code, input, whole(output))
      : byHand(means, code, map, output, 'map');
  const small = kernel ? fitting(map, kernel) : map.map(() => 1);
  const less = kernel ? onePoolLess(map, kernel) : [];
  return firstFixes(
    isTooNarrow(map) ? channelsLastBefore : [],
    show('same-padding', 'padding="same"', map),
    show('smaller-kernel', `kernel_size=${written(small)}`, after(map, small)),
    less.flatMap(({ output }) =>
      show(
        'one-pool-less',
        null,
        output.map((size) => size ?? 0),
      ),
    ),
  );
}

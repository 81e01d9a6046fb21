import type { FrameworkId } from '../../frameworks/index.ts';
import type { Shape } from '../../pooling/index.ts';
import type { Diagnosis } from './diagnosis.ts';
import { byHand, type Fix, firstFixes } from './fix.ts';

/** Two maps of different sizes that should be joined or added, or images that should be one batch. */
export function sizesDiffer(first: Shape, second: Shape, framework: FrameworkId, images: boolean): Diagnosis {
  const axes = differing(first, second, framework);
  const pairs = axes.map((axis) => [first[axis] ?? 0, second[axis] ?? 0] as const);
  const [pair] = pairs;
  const doubled =
    pairs.length > 0 && pairs.every(([a, b]) => (a === 2 * b && b > 1) || (b === 2 * a && a > 1));
  return {
    kind: 'sizes-differ',
    first,
    second,
    apart: pair ? Math.abs(pair[0] - pair[1]) : null,
    cause: images ? 'images' : doubled ? 'doubled' : 'rounding',
    fixes: fixesFor(first, second, axes, { torch: framework === 'torch', images, doubled }),
  };
}

/** The axes on which two shapes differ; channels may, where they are what is joined. */
function differing(first: Shape, second: Shape, framework: FrameworkId): readonly number[] {
  if (first.length !== second.length) return [];
  const all = first.flatMap((size, axis) =>
    size !== null && second[axis] != null && size !== second[axis] ? [axis] : [],
  );
  const channels = framework === 'torch' ? first.length - 3 : first.length - 1;
  const spatial = all.filter((axis) => axis !== channels);
  return spatial.length > 0 && first.length > 2 ? spatial : all;
}

interface Manner {
  readonly torch: boolean;
  readonly images: boolean;
  readonly doubled: boolean;
}

function fixesFor(
  first: Shape,
  second: Shape,
  axes: readonly number[],
  { torch, images, doubled }: Manner,
): readonly Fix[] {
  const [axis] = axes;
  if (axis === undefined) return [];
  const [large, small] = (first[axis] ?? 0) > (second[axis] ?? 0) ? [first, second] : [second, first];
  const missing = axes.map((at) => (large[at] ?? 0) - (small[at] ?? 0));
  if (missing.some((one) => one < 0)) return [];
  const taken = (shape: Shape, other: Shape) =>
    shape.map((size, at) => (axes.includes(at) ? (other[at] ?? null) : size));
  const [cut, wider] = [taken(large, small), taken(small, large)];
  const [less, more] = [axes.map((at) => small[at]), axes.map((at) => large[at])].map((sizes) =>
    sizes.join(', '),
  );
  const flat = axes.length === 2;
  if (images)
    return firstFixes(
      byHand('resize', `transforms.Resize((${more}))`, small, wider),
      byHand('crop', `transforms.CenterCrop((${less}))`, large, cut),
    );
  if (doubled && flat)
    return firstFixes(
      byHand('pool-other', torch ? 'nn.MaxPool2d(2)' : 'MaxPooling2D(2)', large, cut),
      byHand('resize', torch ? 'nn.Upsample(scale_factor=2)' : 'UpSampling2D(2)', small, wider),
    );
  const margins = missing.map((one) => `(0, ${one})`).join(', ');
  const crop = torch ? `x[..., ${axes.map((at) => `:${small[at]}`).join(', ')}]` : `Cropping2D((${margins}))`;
  const pad = torch
    ? `F.pad(x, (${missing
        .toReversed()
        .map((one) => `0, ${one}`)
        .join(', ')}))`
    : `ZeroPadding2D((${margins}))`;
  return firstFixes(
    byHand('crop', flat || torch ? crop : `the first ${less} of ${more}`, large, cut),
    byHand('pad', flat || torch ? pad : `${missing[0]} more at the end`, small, wider),
    byHand(
      'resize',
      torch
        ? `F.interpolate(x, size=(${more}${flat ? '' : ','}))`
        : flat
          ? `Resizing(${more})`
          : `UpSampling to ${more}`,
      small,
      wider,
    ),
  );
}

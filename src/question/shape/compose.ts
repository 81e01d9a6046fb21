import type { Layout, Shape } from '../../pooling/index.ts';
import type { AxisName } from '../question.ts';
import type { NamedSize } from './worded.ts';
import type { WrittenShape } from './written.ts';

/** How far apart a shape and the words on its other axes may stand, in tokens. */
const reach = 6;

/**
 * Joins sizes named in prose with the shape they belong to: "32 RGB images of 224x224" is a batch of 32, height and
 * width 224, and 3 channels. The asker gave no order, so the axes stand as `layout` has them.
 */
export function composeShapes(
  shapes: readonly WrittenShape[],
  named: readonly NamedSize[],
  layout: Layout,
  rank: 1 | 2 | 3 | null,
): readonly WrittenShape[] {
  const used = new Set<NamedSize>();
  const known = named.some(({ loose }) => !loose) ? named : [];
  const joined = shapes.map((shape) => {
    const near = nearTo(shape, known, used);
    const composed = composeWith(shape, near, layout, rank);
    if (composed !== shape) for (const size of near) used.add(size);
    return composed;
  });
  const rest = known.filter((size) => !used.has(size));
  const alone =
    known.length === 0 && shapes.length === 0 ? fromLetter(named, rank) : fromNames(rest, layout, rank);
  return alone === null || joined.some((shape) => shape.shape.length > 2) ? joined : [...joined, alone];
}

function nearTo(
  shape: WrittenShape,
  named: readonly NamedSize[],
  used: ReadonlySet<NamedSize>,
): readonly NamedSize[] {
  const near: NamedSize[] = [];
  let { from, to } = shape;
  for (let grown = true; grown; ) {
    grown = false;
    for (const size of named) {
      if (used.has(size) || near.includes(size) || near.some((other) => other.axis === size.axis)) continue;
      if (size.to > from - reach && size.from < to + reach) {
        near.push(size);
        from = Math.min(from, size.from);
        to = Math.max(to, size.to);
        grown = true;
      }
    }
  }
  return near;
}

function composeWith(
  shape: WrittenShape,
  near: readonly NamedSize[],
  layout: Layout,
  rank: 1 | 2 | 3 | null,
): WrittenShape {
  if (shape.axes !== null || near.length === 0 || shape.shape.length > 3) return shape;
  const depth = rank === 3 || near.some((size) => size.axis === 'depth');
  const spatial = spatialNames(shape.shape.length, depth || near.some((size) => size.axis === 'channels'));
  const sizes = new Map<AxisName, number | null>();
  if (spatial === null || (shape.shape.length === 3 && !depth)) {
    const batch = near.find((size) => size.axis === 'batch');
    if (batch === undefined || shape.shape.length !== 3 || rank === 1) return shape;
    return spanning({ ...shape, shape: [batch.size, ...shape.shape] }, [batch]);
  }
  for (const [index, axis] of spatial.entries()) sizes.set(axis, shape.shape[index] ?? null);
  const added = near.filter((size) => !sizes.has(size.axis) && size.axis !== 'steps');
  if (added.length === 0) return shape;
  for (const size of added) sizes.set(size.axis, size.size);
  return spanning({ ...shape, ...arranged(sizes, layout), notation: 'words' }, added);
}

function spatialNames(rank: number, known: boolean): readonly AxisName[] | null {
  if (rank === 2) return ['height', 'width'];
  return rank === 3 && known ? ['depth', 'height', 'width'] : null;
}

/** "n = 28, f = 2": the side of a square map, or the length of a sequence. */
function fromLetter([only]: readonly NamedSize[], rank: 1 | 2 | 3 | null): WrittenShape | null {
  if (only === undefined || rank === 3) return null;
  const axes: readonly AxisName[] = rank === 1 ? ['steps'] : ['height', 'width'];
  const { from, to, size } = only;
  return { shape: axes.map(() => size), axes, notation: 'words', problem: null, from, to };
}

/** A shape that is all prose: "height 10, width 12, 3 channels", "100 timesteps with 8 features". */
function fromNames(named: readonly NamedSize[], layout: Layout, rank: 1 | 2 | 3 | null): WrittenShape | null {
  const sizes = new Map<AxisName, number | null>();
  const taken: NamedSize[] = [];
  for (const size of named) {
    if (sizes.has(size.axis)) continue;
    sizes.set(size.axis, size.size);
    taken.push(size);
  }
  // "W = 224": who states one side means a square.
  const [side, ...sides] = taken.filter(({ axis }) => axis === 'width' || axis === 'height');
  if (
    rank !== 1 &&
    side !== undefined &&
    sides.length === 0 &&
    side.to - side.from > 2 &&
    !sizes.has('steps')
  ) {
    sizes.set('height', side.size);
    sizes.set('width', side.size);
  }
  const image = sizes.has('height') && sizes.has('width');
  if (image && rank !== 3 && sizes.has('depth') && !sizes.has('channels')) {
    sizes.set('channels', sizes.get('depth') ?? null);
    sizes.delete('depth');
  }
  if (!image && sizes.has('depth') && !sizes.has('steps')) {
    sizes.set('steps', sizes.get('depth') ?? null);
    sizes.delete('depth');
  }
  if (!image && !(sizes.has('steps') && sizes.size > 1)) return null;
  if (image) sizes.delete('steps');
  else for (const axis of ['height', 'width'] as const) sizes.delete(axis);
  const [first] = taken;
  if (first === undefined) return null;
  const { shape, axes } = arranged(sizes, layout);
  return spanning({ shape, axes, notation: 'words', problem: null, from: first.from, to: first.to }, taken);
}

const order: Readonly<Record<Layout, readonly AxisName[]>> = {
  channels_last: ['batch', 'steps', 'depth', 'height', 'width', 'channels'],
  channels_first: ['batch', 'channels', 'steps', 'depth', 'height', 'width'],
};

function arranged(
  sizes: ReadonlyMap<AxisName, number | null>,
  layout: Layout,
): { readonly shape: Shape; readonly axes: readonly AxisName[] } {
  const axes = order[layout].filter((axis) => sizes.has(axis));
  return { axes, shape: axes.map((axis) => sizes.get(axis) ?? null) };
}

function spanning(shape: WrittenShape, named: readonly NamedSize[]): WrittenShape {
  return {
    ...shape,
    from: Math.min(shape.from, ...named.map((size) => size.from)),
    to: Math.max(shape.to, ...named.map((size) => size.to)),
  };
}

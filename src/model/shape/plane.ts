import type { Dimension, Layout, Shape, SpatialRank } from '../../pooling/index.ts';

/** Where the channels and the spatial axes of a shape stand. */
export interface Plane {
  readonly channelAxis: number;
  readonly spatialAxes: readonly number[];
}

/** The axes of a shape whose last ones are `rank` spatial axes and the channels. */
export function planeOf(layout: Layout, rank: SpatialRank, shapeRank: number): Plane {
  const first = shapeRank - rank - (layout === 'channels_last' ? 1 : 0);
  return {
    channelAxis: layout === 'channels_last' ? shapeRank - 1 : first - 1,
    spatialAxes: Array.from({ length: rank }, (_, axis) => first + axis),
  };
}

export const channelsOf = (shape: Shape, { channelAxis }: Plane): Dimension => shape[channelAxis] ?? null;

export const lengthsOf = (shape: Shape, { spatialAxes }: Plane): readonly Dimension[] =>
  spatialAxes.map((axis) => shape[axis] ?? null);

/** The shape with other channels and other lengths in the same places. */
export function withPlane(
  shape: Shape,
  { channelAxis, spatialAxes }: Plane,
  channels: Dimension,
  lengths: readonly Dimension[],
): Shape {
  return shape.map((size, axis) => {
    if (axis === channelAxis) return channels;
    const spatial = spatialAxes.indexOf(axis);
    return spatial === -1 ? size : (lengths[spatial] ?? null);
  });
}

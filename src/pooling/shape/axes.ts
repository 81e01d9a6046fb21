import type { Axes } from '../operation.ts';

/** How many axes a shape has that is read by `axes`. */
export function expectedRank(axes: Axes): number {
  return axes.lead + axes.rank + (axes.channels ? 1 : 0);
}

/** Position of the first spatial axis; the others follow it. */
export function firstSpatialAxis(axes: Axes): number {
  return axes.lead + (axes.channels && axes.layout === 'channels_first' ? 1 : 0);
}

/** Position of the channel axis, or null for a bare map. */
export function channelAxis(axes: Axes): number | null {
  if (!axes.channels) return null;
  return axes.layout === 'channels_first' ? axes.lead : axes.lead + axes.rank;
}

import type { Axes, SpatialRank } from '../pooling/index.ts';

/** What the frameworks' documentation calls the spatial axes, by their number. */
const spatialNames: Readonly<Record<SpatialRank, readonly string[]>> = {
  1: ['steps'],
  2: ['height', 'width'],
  3: ['depth', 'height', 'width'],
};

/** The name of every axis of a shape that is read by `axes`, in order. */
export function axisNames({ rank, layout, lead, channels }: Axes): readonly string[] {
  const batch = Array.from({ length: lead }, () => 'batch');
  const depth = channels ? ['channels'] : [];
  const spatial = spatialNames[rank];
  return layout === 'channels_first' ? [...batch, ...depth, ...spatial] : [...batch, ...spatial, ...depth];
}

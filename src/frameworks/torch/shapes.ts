import type { Axes, Shape, SpatialRank } from '../../pooling/index.ts';

/** PyTorch's layout: channels first, with a batch in front or without one. */
export const axesFor = (rank: SpatialRank, shape: Shape): Axes => ({
  rank,
  layout: 'channels_first',
  lead: shape.length === rank + 2 ? 1 : 0,
  channels: true,
});

export const fitsRank = (rank: SpatialRank, shape: Shape): boolean =>
  shape.length === rank + 1 || shape.length === rank + 2;

/** Channels and spatial sizes, without the batch. */
export const planeOf = (rank: SpatialRank, shape: Shape): Shape => shape.slice(-rank - 1);

export const spatialOf = (rank: SpatialRank, shape: Shape): Shape => shape.slice(-rank);

/** One-dimensional pooling runs as two-dimensional with a height of one, and its messages show it. */
export const asImage = (shape: Shape): Shape => [...shape.slice(0, -1), 1, ...shape.slice(-1)];

export const rankAdvice = (layer: string, rank: SpatialRank, shape: Shape): string => {
  const letters = { 1: 'L', 2: 'H, W', 3: 'D, H, W' }[rank];
  return (
    `${layer} reads (C, ${letters}) or (N, C, ${letters}); (${shape.map((size) => size ?? '?').join(', ')}) has ` +
    `${shape.length} ${shape.length === 1 ? 'axis' : 'axes'}. x.unsqueeze(0) adds one in front.`
  );
};

export const emptyAdvice = (shape: Shape): string =>
  `Only the batch may be empty; (${shape.map((size) => size ?? '?').join(', ')}) has another axis of length 0.`;

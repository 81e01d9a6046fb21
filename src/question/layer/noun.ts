import type { LayerFamily } from '../../frameworks/index.ts';

export const reduces: Readonly<Record<string, LayerFamily['reduce']>> = {
  max: 'max',
  maximum: 'max',
  maximal: 'max',
  average: 'average',
  averaging: 'average',
  averaged: 'average',
  averages: 'average',
  maxed: 'max',
  avg: 'average',
  avrg: 'average',
  ave: 'average',
  mean: 'average',
  min: 'min',
  minimum: 'min',
  lp: 'lp',
  l2: 'lp',
  sum: 'sum',
};

export const windows: Readonly<Record<string, LayerFamily['window']>> = {
  global: 'global',
  globally: 'global',
  local: 'local',
  windowed: 'local',
  normal: 'local',
  plain: 'local',
  ordinary: 'local',
  regular: 'local',
  adaptive: 'adaptive',
  fractional: 'fractional',
};

export const ranks: Readonly<Record<string, 1 | 2 | 3>> = {
  '1d': 1,
  '2d': 2,
  '3d': 3,
  temporal: 1,
  spatial: 2,
  volumetric: 3,
};

interface Noun {
  readonly reduce?: LayerFamily['reduce'] | null;
  readonly window?: LayerFamily['window'];
  readonly rank?: 1 | 2 | 3 | null;
}

const compound =
  /^(global|adaptive|fractional)?_?(max|maximum|average|avg|mean|min|lp|sum)?_?(un)?pool(?:ing|ed|s|er|ings)?_?([123]d)?(?:_\d{1,4})?$/;

/** What a noun for pooling says: "pool", "maxpooling", "GlobalAveragePooling", "average_pooling2d_5", "GAP2D". */
export function nounOf(word: string): Noun | null {
  const short = /^(gap|gmp)([123]d)?s?$/.exec(word);
  if (short !== null) {
    return { reduce: short[1] === 'gap' ? 'average' : 'max', window: 'global', ...rankOf(short[2]) };
  }
  const parts = word.length > 40 ? null : compound.exec(word);
  if (parts === null) return null;
  const [, window, reduce, un, rank] = parts;
  const unpool: Noun = un === undefined ? {} : { reduce: 'max', window: 'unpool' };
  return {
    ...(window === undefined ? {} : { window: windows[window] ?? 'local' }),
    ...(reduce === undefined ? {} : { reduce: reduces[reduce] ?? null }),
    ...rankOf(rank),
    ...unpool,
  };
}

function rankOf(written: string | undefined): Noun {
  const rank = ranks[written ?? ''];
  return rank === undefined ? {} : { rank };
}

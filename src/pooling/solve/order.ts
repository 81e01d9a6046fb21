import type { Interval } from './search.ts';

/** A setting on one axis, or alike on all. */
export interface AxisSetting {
  readonly kernel: number;
  readonly stride: number;
  readonly padding: number | 'same';
}

/** Windows side by side without padding cells; others that cover every cell; those that skip cells in between. */
export type Tier = 'side-by-side' | 'covering' | 'skipping';
export const tiers: readonly Tier[] = ['side-by-side', 'covering', 'skipping'];

export function tierOf(setting: AxisSetting): Tier {
  const { kernel, stride, padding } = setting;
  if (kernel === stride && (padding === 0 || padding === 'same')) return 'side-by-side';
  return kernel >= stride ? 'covering' : 'skipping';
}

/** The strides that a window of this length can have in a tier. */
export function tierStrides(tier: Tier, kernel: number, strideIsKernel: boolean): Interval {
  const low = tier === 'skipping' ? kernel + 1 : tier === 'covering' && !strideIsKernel ? 1 : kernel;
  const high = tier === 'skipping' ? (strideIsKernel ? kernel : Number.POSITIVE_INFINITY) : kernel;
  return { low, high };
}

/** Simplest first: by tier, then within it. */
export function compareSettings(a: AxisSetting, b: AxisSetting): number {
  return tiers.indexOf(tierOf(a)) - tiers.indexOf(tierOf(b)) || compareWithinTier(a, b);
}

/** The smaller window first, then the smaller stride, then the smaller padding, "same" after cells. */
export function compareWithinTier(a: AxisSetting, b: AxisSetting): number {
  return a.kernel - b.kernel || a.stride - b.stride || paddingRank(a.padding) - paddingRank(b.padding);
}

function paddingRank(padding: number | 'same'): number {
  return padding === 'same' ? Number.MAX_SAFE_INTEGER : padding;
}

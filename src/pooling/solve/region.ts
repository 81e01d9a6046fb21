import type { Search } from './search.ts';

/**
 * A set of windows k and paddings p. `net` is the window less its padding, k - 2p: the output size depends on k and p
 * through it alone, but for the last window that ceil_mode may drop. All bounds are included.
 */
export interface Region {
  readonly netLow: number;
  readonly netHigh: number;
  readonly paddingLow: number;
  readonly paddingHigh: number;
}

/**
 * Everything that does for all goals of the search at one stride, as disjoint regions. That a padding is at most half
 * its window means that `net` is not negative; no net is longer than the longest window.
 */
export function regionsAt(search: Search, stride: number): readonly Region[] {
  return search.rounding === 'floor' ? floorRegion(search, stride) : ceilRegions(search, stride);
}

// floor((n - net) / s) + 1 = o.
function floorRegion(search: Search, stride: number): readonly Region[] {
  const { goals, kernel, padding } = search;
  let netLow = 0;
  let netHigh = kernel.high;
  for (const { input, output } of goals) {
    const last = input - (output - 1) * stride;
    netLow = Math.max(netLow, last - stride + 1);
    netHigh = Math.min(netHigh, last);
  }
  if (netLow > netHigh || padding.low > padding.high) return [];
  return [{ netLow, netHigh, paddingLow: padding.low, paddingHigh: padding.high }];
}

// For each goal ceil((n - net) / s) + 1 is o and the last window starts before n + p, or it is o + 1 and the last
// window is dropped.
function ceilRegions(search: Search, stride: number): readonly Region[] {
  const { goals, kernel, padding } = search;
  let regions: readonly Region[] = [
    { netLow: 0, netHigh: kernel.high, paddingLow: padding.low, paddingHigh: padding.high },
  ];
  for (const { input, output } of goals) {
    const last = input - (output - 1) * stride;
    const narrowed: Region[] = [];
    for (const region of regions) {
      const { paddingLow, paddingHigh } = region;
      const next = last - stride;
      addNarrowed(narrowed, region, last, stride, Math.max(paddingLow, 1 - last), paddingHigh);
      addNarrowed(narrowed, region, next, stride, paddingLow, Math.min(paddingHigh, -next));
    }
    regions = narrowed;
  }
  return regions;
}

function addNarrowed(
  narrowed: Region[],
  region: Region,
  net: number,
  stride: number,
  paddingLow: number,
  paddingHigh: number,
): void {
  const netLow = Math.max(region.netLow, net);
  const netHigh = Math.min(region.netHigh, net + stride - 1);
  if (netLow <= netHigh && paddingLow <= paddingHigh) {
    narrowed.push({ netLow, netHigh, paddingLow, paddingHigh });
  }
}

/** The smallest padding that a region allows to a window of this length: k - 2p must lie in its net. */
export function leastPadding(region: Region, kernel: number): number {
  return Math.max(region.paddingLow, Math.ceil((kernel - region.netHigh) / 2));
}

/** The largest one; below the smallest when there is none. */
export function mostPadding(region: Region, kernel: number): number {
  return Math.min(region.paddingHigh, Math.floor((kernel - region.netLow) / 2));
}

import { at } from '../element.ts';
import type { AxisSetting, Tier } from './order.ts';
import { leastPadding, mostPadding, type Region, regionsAt } from './region.ts';
import { type Interval, meet, point, type Search } from './search.ts';
import { comesTooLate, insertSetting, type SortedSettings } from './sorted-settings.ts';
import { strideRange } from './stride-range.ts';

/** The first `most` settings of one tier with padding in cells (or none), in order. */
export function listPadded(search: Search, tier: Tier, most: number): readonly AxisSetting[] {
  const padding = tier === 'side-by-side' ? meet(search.padding, point(0)) : search.padding;
  const found: SortedSettings = { settings: [], most };
  fill(found, { ...search, padding }, tier);
  return found.settings;
}

// Windows grow on both sides of the middle stride: started there, the list soon holds the smallest ones, and either
// side ends where all that is left would come too late for it.
function fill(found: SortedSettings, search: Search, tier: Tier): void {
  const { low, high } = strideRange(search);
  const { input, output } = at(search.goals, 0);
  const middle = Math.min(Math.max(middleStride(search, tier), low), high + 1);
  for (let stride = middle; stride <= high; stride++) {
    const kernels = tierKernels(search, tier, stride);
    if (comesTooLate(found, { kernel: kernels.low, stride, padding: 0 })) break;
    for (const region of regionsAt(search, stride)) addRegion(found, search, region, kernels, stride, tier);
  }
  for (let stride = middle - 1; stride >= low; stride--) {
    if (comesTooLate(found, { kernel: input - output * stride, stride: 0, padding: 0 })) break;
    const kernels = tierKernels(search, tier, stride);
    for (const region of regionsAt(search, stride)) addRegion(found, search, region, kernels, stride, tier);
  }
}

function middleStride(search: Search, tier: Tier): number {
  const { input, output } = at(search.goals, 0);
  const windows = search.rounding === 'floor' ? output : output - 1;
  if (search.kernel.low === search.kernel.high || windows === 0) return search.stride.low;
  return Math.floor(input / (tier === 'skipping' ? windows : windows + 1));
}

function tierKernels(search: Search, tier: Tier, stride: number): Interval {
  const { kernel, strideIsKernel, overlapping } = search;
  if (overlapping && (strideIsKernel || tier !== 'covering')) return { low: 1, high: 0 };
  if (tier === 'side-by-side') return meet(kernel, point(stride));
  if (tier === 'covering') {
    return meet(kernel, {
      low: overlapping ? stride + 1 : stride,
      high: strideIsKernel ? stride : kernel.high,
    });
  }
  return meet(kernel, { low: 1, high: strideIsKernel ? 0 : stride - 1 });
}

// Windows and paddings come in order, so the first that no longer fits on the list ends the region.
function addRegion(
  found: SortedSettings,
  search: Search,
  region: Region,
  kernels: Interval,
  stride: number,
  tier: Tier,
): void {
  const low = Math.max(kernels.low, region.netLow + 2 * region.paddingLow);
  const high = Math.min(kernels.high, region.netHigh + 2 * region.paddingHigh);
  for (let kernel = low; kernel <= high; kernel++) {
    if (search.oddKernel && kernel % 2 === 0) continue;
    const last = mostPadding(region, kernel);
    for (let padding = leastPadding(region, kernel); padding <= last; padding++) {
      const bare = kernel === stride && padding === 0;
      if (bare !== (tier === 'side-by-side')) continue;
      if (!insertSetting(found, { kernel, stride, padding })) return;
    }
  }
}

import { type AxisSetting, type Tier, tierOf, tierStrides } from './order.ts';
import { type Interval, meet, type Search, size } from './search.ts';

/**
 * The strides that bring every goal about under "same": ceil(n / s) = o, whatever the window. For o = 1 that is every
 * stride from n on.
 */
function sameStrides(search: Search): Interval {
  return search.goals.reduce<Interval>(
    (range, { input, output }) =>
      meet(range, {
        low: Math.ceil(input / output),
        high: output === 1 ? Number.POSITIVE_INFINITY : Math.ceil(input / (output - 1)) - 1,
      }),
    search.stride,
  );
}

/** How many settings under "same" answer the search. */
export function countSame(search: Search): number {
  const strides = sameStrides(search);
  if (search.overlapping) return countOverlapping(search, strides);
  if (search.strideIsKernel) return windows(meet(strides, search.kernel), search.oddKernel);
  return size(strides) * windows(search.kernel, search.oddKernel);
}

/** For each stride the windows that are longer. */
function countOverlapping(search: Search, strides: Interval): number {
  if (search.strideIsKernel) return 0;
  let count = 0;
  const last = Math.min(strides.high, search.kernel.high - 1);
  for (let stride = strides.low; stride <= last; stride++) {
    count += windows(meet(search.kernel, { low: stride + 1, high: search.kernel.high }), search.oddKernel);
  }
  return count;
}

function windows(range: Interval, oddKernel: boolean): number {
  if (size(range) === 0) return 0;
  return oddKernel ? Math.ceil(range.high / 2) - Math.ceil((range.low - 1) / 2) : size(range);
}

/** The first `most` settings of one tier, by window and stride. */
export function listSame(search: Search, tier: Tier, most: number): readonly AxisSetting[] {
  const found: AxisSetting[] = [];
  const able = sameStrides(search);
  const needed = meet(search.kernel, neededKernels(able, tier));
  const step = search.oddKernel ? 2 : 1;
  const first = search.oddKernel && needed.low % 2 === 0 ? needed.low + 1 : needed.low;
  for (let kernel = first; kernel <= needed.high && found.length < most; kernel += step) {
    const strides = meet(able, tierStrides(tier, kernel, search.strideIsKernel));
    for (let stride = strides.low; stride <= strides.high && found.length < most; stride++) {
      const setting: AxisSetting = { kernel, stride, padding: 'same' };
      if (tierOf(setting) === tier && (!search.overlapping || kernel > stride)) found.push(setting);
    }
  }
  return found;
}

function neededKernels(strides: Interval, tier: Tier): Interval {
  if (tier === 'side-by-side') return strides;
  return tier === 'covering'
    ? { low: strides.low, high: Number.POSITIVE_INFINITY }
    : { low: 1, high: strides.high - 1 };
}

import { countRegion } from './count-region.ts';
import { leastPadding, mostPadding, regionsAt } from './region.ts';
import { contains, type Search, size } from './search.ts';
import { strideRange } from './stride-range.ts';

/** How many settings with padding in cells (or none) answer the search. */
export function countPadded(search: Search): number {
  const { low, high } = strideRange(search);
  let count = 0;
  for (let stride = low; stride <= high; stride++) count += countAt(search, stride);
  return count;
}

/** Whether any does. */
export function hasPadded(search: Search): boolean {
  const { low, high } = strideRange(search);
  for (let stride = low; stride <= high; stride++) {
    if (countAt(search, stride) > 0) return true;
  }
  return false;
}

function countAt(search: Search, stride: number): number {
  const { kernel, oddKernel, overlapping } = search;
  if (size(kernel) === 0) return 0;
  const only = search.strideIsKernel ? stride : kernel.low === kernel.high ? kernel.low : null;
  if (only !== null && (!contains(kernel, only) || (oddKernel && only % 2 === 0))) return 0;
  if (only !== null && overlapping && only <= stride) return 0;
  const tooShort = overlapping ? Math.min(stride, kernel.high) : 0;
  let count = 0;
  for (const region of regionsAt(search, stride)) {
    count +=
      only === null
        ? countRegion(region, kernel.high, oddKernel) - countRegion(region, tooShort, oddKernel)
        : Math.max(mostPadding(region, only) - leastPadding(region, only) + 1, 0);
  }
  return count;
}

import type { Interval, Search } from './search.ts';

/**
 * A range of strides that holds all that can do, and few others: with t = n + 2p - k cells left beside the window,
 * floor needs (o-1)s <= t < os; ceil lets the last window reach over the end and start in the padding.
 */
export function strideRange(search: Search): Interval {
  const { kernel, padding, rounding } = search;
  let { low, high } = search.stride;
  for (const { input, output } of search.goals) {
    const least = input - kernel.high + 2 * padding.low;
    const mostPadding = Math.min(padding.high, Math.floor(kernel.high / 2));
    const most = Math.min(input, input - kernel.low + 2 * mostPadding);
    low = Math.max(low, Math.ceil((least + 1) / output));
    if (output > 1) {
      const reach = rounding === 'floor' ? most : input + mostPadding;
      high = Math.min(high, Math.floor(reach / (output - 1)));
    }
    if (search.strideIsKernel) low = Math.max(low, Math.floor(input / (output + 1)));
  }
  return { low, high };
}

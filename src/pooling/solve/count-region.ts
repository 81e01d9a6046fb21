import type { Region } from './region.ts';

/** How many windows and paddings a region holds, windows from 1 to `longest`, odd ones only if asked. */
export function countRegion(region: Region, longest: number, oddKernel: boolean): number {
  const { netLow, netHigh, paddingLow, paddingHigh } = region;
  if (paddingLow === paddingHigh) {
    const low = Math.max(netLow + 2 * paddingLow, 1);
    const high = Math.min(netHigh + 2 * paddingLow, longest);
    if (high < low) return 0;
    return oddKernel ? ((high + 1) >> 1) - (low >> 1) : high - low + 1;
  }
  if (oddKernel) return countParity(region, longest, (longest + 1) & 1);
  const emptyWindow = netLow === 0 && paddingLow === 0 ? 1 : 0;
  return countParity(region, longest, 0) + countParity(region, longest, 1) - emptyWindow;
}

/**
 * The windows and paddings with an even or odd `longest - net`, in closed form: with u = longest - net a window is
 * short enough when 2p <= u, so pairs (u, p) are counted under a staircase.
 */
function countParity(region: Region, longest: number, parity: number): number {
  const { netLow, netHigh, paddingLow, paddingHigh } = region;
  const high = (longest - netLow - parity) >> 1;
  const low = (longest - netHigh - 1 - parity) >> 1;
  const count = stairs(high, paddingHigh) - stairs(low, paddingHigh);
  return paddingLow === 0 ? count : count - stairs(high, paddingLow - 1) + stairs(low, paddingLow - 1);
}

/** Pairs (step, p) with p <= step <= steps and p <= most. */
function stairs(steps: number, most: number): number {
  const last = Math.min(most, steps);
  return last < 0 ? 0 : (last + 1) * (steps + 1) - (last * (last + 1)) / 2;
}

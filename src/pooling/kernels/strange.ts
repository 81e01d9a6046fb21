import type { Machine } from './machine.ts';
import type { Numbers } from './numbers.ts';
import type { Plan } from './plan.ts';
import { type Change, gather, poolGathered, type Tile } from './tile.ts';

/** Sums that overflow single precision are taken of numbers this many times smaller. */
const shrink = 2 ** -64;
const largest = (2 - 2 ** -23) * 2 ** 127;

/** Pools a tile at `dst` once more, where NaN or sums too large for single precision were met. */
export function poolAgain(plan: Plan, machine: Machine, input: Numbers, tile: Tile, dst: number): void {
  const pooled = machine.floats.subarray(
    dst / 4,
    dst / 4 + tile.blocks * (tile.band.to - tile.band.from) * plan.after,
  );
  const pool = (change: Change) => {
    gather(plan, machine, input, tile, 0, change);
    poolGathered(plan, machine, tile, dst);
  };
  if (plan.reduce.kind === 'average') averageAgain(plan, pooled, pool);
  else maximumAgain(plan.reduce.kind === 'max' && plan.reduce.nan === 'propagate', pooled, pool);
}

/** The maximum of the numbers, and then NaN wherever one is covered, if it is to win. */
function maximumAgain(nanWins: boolean, pooled: Float32Array, pool: (change: Change) => void): void {
  let found = 0;
  pool(({ dropNan }, address, count) => {
    found |= dropNan(address, count);
  });
  if (found === 0 || !nanWins) return;
  const numbers = pooled.slice();
  pool(({ markNan }, address, count) => markNan(address, count));
  for (const [index, number] of numbers.entries()) pooled[index] = pooled[index] === 1 ? Number.NaN : number;
}

/** Where a mean is not finite, it is taken of smaller numbers: what then still is not finite was so in the input. */
function averageAgain(plan: Plan, pooled: Float32Array, pool: (change: Change) => void): void {
  const means = pooled.slice();
  pool(({ scale }, address, count) => scale(address, count, shrink));
  for (const [index, mean] of means.entries()) {
    pooled[index] = Number.isFinite(mean) ? mean : enlarged(pooled[index] ?? 0, plan.isBounded);
  }
}

/** Rounding alone cannot make a mean larger than the largest number. */
function enlarged(mean: number, isBounded: boolean): number {
  const value = mean / shrink;
  return isBounded && Number.isFinite(value) ? Math.min(Math.max(value, -largest), largest) : value;
}

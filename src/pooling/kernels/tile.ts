import type { Machine } from './machine.ts';
import { bring, type Numbers } from './numbers.ts';
import { type Band, undivided } from './pass/pass.ts';
import type { Plan } from './plan.ts';

/** What is pooled at once: a band of windows along the outermost axis, in each of some blocks. */
export interface Tile {
  readonly block: number;
  readonly blocks: number;
  readonly band: Band;
}

/** Changes `count` floats at `address` before they are pooled. */
export type Change = (machine: Machine, address: number, count: number) => void;

/**
 * Brings the cells of a tile but the first `kept` into the machine, a few at a time, and pools them along the inner
 * axes. Returns whether a maximum met what may be NaN.
 */
export function gather(
  plan: Plan,
  machine: Machine,
  input: Numbers,
  { block, blocks, band }: Tile,
  kept: number,
  change: Change | null,
): boolean {
  const { axis, before, held, inner, stagedCells } = plan;
  let alarm = 0;
  for (let done = kept; done < band.cells; done += stagedCells) {
    const cells = Math.min(stagedCells, band.cells - done);
    const start = (block * axis.input + band.cell + done) * before;
    const count = blocks * cells * before;
    const dst = plan.gathered + 4 * done * held;
    let src = inner.length === 0 ? dst : plan.staged;
    bring(machine, input, start, count, src);
    change?.(machine, src, count);
    for (const pass of inner) {
      const to = pass.dst ?? dst;
      alarm |= pass.pool(machine, src, to, blocks * cells * pass.rows, pass.band, undivided);
      src = to;
    }
  }
  return alarm !== 0;
}

/** Pools the gathered cells of a tile along the outermost axis. Returns whether any output is in doubt. */
export function poolGathered(plan: Plan, machine: Machine, { blocks, band }: Tile, dst: number): boolean {
  const division = plan.divider?.divide(machine, band.from, band.to) ?? undivided;
  return plan.last(machine, plan.gathered, dst, blocks, band, division) !== 0;
}

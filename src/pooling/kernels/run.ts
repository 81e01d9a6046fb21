import { type Machine, machineFor } from './machine.ts';
import type { Numbers } from './numbers.ts';
import type { Band } from './pass/pass.ts';
import type { Plan } from './plan.ts';
import { poolAgain } from './strange.ts';
import { gather, poolGathered, type Tile } from './tile.ts';

/** Pools `input` into `output` by a plan, tile by tile; returns the blocks that only the reference can pool. */
export function runPlan(plan: Plan, input: Numbers, output: Float32Array): readonly number[] {
  const { axis, tiles, after, outer, pooled } = plan;
  const machine = machineFor(plan, plan.bytes);
  plan.divider?.begin(machine);
  const doubtful = new Set<number>();
  let waiting = 0;
  let written = 0;
  const copyOut = () => {
    output.set(machine.floats.subarray(pooled / 4, pooled / 4 + waiting), written);
    written += waiting;
    waiting = 0;
  };
  for (let block = 0; block < outer; block += tiles.blocks) {
    const blocks = Math.min(tiles.blocks, outer - block);
    let kept: Band | null = null;
    for (let from = 0; from < axis.output; from += tiles.windows) {
      const band = bandOf(plan, from);
      const count = blocks * (band.to - from) * after;
      if (waiting + count > plan.pooledFloats) copyOut();
      const dst = pooled + 4 * waiting;
      const tile: Tile = { block, blocks, band };
      const shared = kept === null ? 0 : keep(plan, machine, kept, band);
      const alarm = gather(plan, machine, input, tile, shared, null);
      const isStrange = poolGathered(plan, machine, tile, dst) || alarm;
      if (isStrange && plan.isUnordered)
        for (let offset = 0; offset < blocks; offset++) doubtful.add(block + offset);
      if (isStrange && !plan.isUnordered) poolAgain(plan, machine, input, tile, dst);
      kept = isStrange && !plan.isUnordered ? null : band;
      waiting += count;
    }
  }
  copyOut();
  return [...doubtful];
}

/** The windows from `from` on that are pooled at once; several blocks are always taken whole. */
function bandOf({ axis, tiles }: Plan, from: number): Band {
  if (tiles.blocks > 1) return { from: 0, to: axis.output, cell: 0, cells: axis.input };
  const to = Math.min(from + tiles.windows, axis.output);
  const cell = axis.window(from).first;
  const last = axis.window(to - 1);
  return { from, to, cell, cells: last.first + last.count - cell };
}

/** Moves the cells that two bands share to the front; returns how many. */
function keep({ gathered, held }: Plan, { floats }: Machine, kept: Band, band: Band): number {
  const shared = Math.max(kept.cell + kept.cells - band.cell, 0);
  const start = gathered / 4 + (band.cell - kept.cell) * held;
  if (shared > 0) floats.copyWithin(gathered / 4, start, start + shared * held);
  return shared;
}

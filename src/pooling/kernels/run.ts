import { type Machine, machineFor } from './machine.ts';
import type { Numbers } from './numbers.ts';
import type { Band } from './pass/pass.ts';
import type { Plan } from './plan.ts';
import { poolAgain } from './strange.ts';
import { gather, poolGathered, type Tile } from './tile.ts';

/** Pools `input` into `output` by a plan, tile by tile. */
export function runPlan(plan: Plan, input: Numbers, output: Float32Array): void {
  const { axis, tiles, after, outer, pooled } = plan;
  const machine = machineFor(plan, plan.bytes);
  plan.divider?.begin(machine);
  let waiting = 0;
  let written = 0;
  const copyOut = () => {
    output.set(machine.floats.subarray(pooled / 4, pooled / 4 + waiting), written);
    written += waiting;
    waiting = 0;
  };
  for (let block = 0; block < outer; block += tiles.blocks) {
    const blocks = Math.min(tiles.blocks, outer - block);
    let held: Band | null = null;
    for (let from = 0; from < axis.output; from += tiles.windows) {
      const band = bandOf(plan, from);
      const count = blocks * (band.to - from) * after;
      if (waiting + count > plan.pooledFloats) copyOut();
      const dst = pooled + 4 * waiting;
      const tile: Tile = { block, blocks, band };
      const kept = held === null ? 0 : keep(plan, machine, held, band);
      const alarm = gather(plan, machine, input, tile, kept, null);
      const isStrange = poolGathered(plan, machine, tile, dst) || alarm;
      if (isStrange) poolAgain(plan, machine, input, tile, dst);
      held = isStrange ? null : band;
      waiting += count;
    }
  }
  copyOut();
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
function keep({ gathered, after }: Plan, { floats }: Machine, held: Band, band: Band): number {
  const shared = Math.max(held.cell + held.cells - band.cell, 0);
  const start = gathered / 4 + (band.cell - held.cell) * after;
  if (shared > 0) floats.copyWithin(gathered / 4, start, start + shared * after);
  return shared;
}

import type { Layout } from '../layout.ts';
import { choosePass, type Task } from './choose.ts';
import { mean, type Pass, sum, undivided } from './pass.ts';

/** The fastest pass for an average: one that divides on its way out, or one that adds up and a division after it. */
export function dividingPass(task: Omit<Task, 'operation'>, layout: Layout): Pass {
  const chosen = choosePass({ ...task, operation: mean }, layout);
  if (chosen.divides) return chosen.pass;
  const { width, outer, windows } = task;
  const add = choosePass({ ...task, operation: sum }, layout).pass;
  const sums = layout.take(4 * outer * windows * width, 16 * windows * width);
  return (machine, src, dst, blocks, band, division) => {
    add(machine, src, sums, blocks, band, undivided);
    const bytes = 4 * (band.to - band.from) * width;
    const rows = division.step === 0 ? 1 : blocks;
    const count = ((band.to - band.from) * width * blocks) / rows;
    return machine.slide(
      mean,
      sums,
      dst,
      rows,
      bytes,
      bytes,
      count,
      1,
      0,
      division.address,
      division.step,
      division.inverse,
    );
  };
}

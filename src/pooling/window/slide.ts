import { entry } from '../element.ts';
import type { Plan } from './plan.ts';

/** One window's real cells: how many along each axis and how far apart in the flat data. */
export interface Patch {
  planes: number;
  rows: number;
  columns: number;
  planeStride: number;
  rowStride: number;
  columnStride: number;
  /** Cells counting padding, but none past it. */
  counted: number;
}

/** Called for each output cell with its flat position, that of its window's first real cell, and the window. */
export type Visit = (output: number, input: number, patch: Readonly<Patch>) => void;

/** Visits every output cell of a plan in row-major order within each plane. The patch is reused between calls. */
export function slide(plan: Plan, visit: Visit): void {
  const { input, output } = plan;
  const [deep, high, wide] = plan.windows;
  const [, height, width] = input.extent;
  const { inner } = input;
  const patch: Patch = {
    planes: 0,
    rows: 0,
    columns: 0,
    planeStride: deep.step * height * width * inner,
    rowStride: high.step * width * inner,
    columnStride: wide.step * inner,
    counted: 0,
  };
  for (let outer = plan.outerFrom; outer < plan.outerTo; outer++) {
    const base = outer * input.cells;
    let target = outer * output.cells * inner;
    for (let z = 0; z < deep.first.length; z++) {
      const zBase = base + entry(deep.first, z) * height * width;
      patch.planes = entry(deep.count, z);
      const zCounted = entry(deep.counted, z);
      for (let y = 0; y < high.first.length; y++) {
        const yBase = zBase + entry(high.first, y) * width;
        patch.rows = entry(high.count, y);
        const yCounted = zCounted * entry(high.counted, y);
        for (let x = 0; x < wide.first.length; x++) {
          const start = (yBase + entry(wide.first, x)) * inner;
          patch.columns = entry(wide.count, x);
          patch.counted = yCounted * entry(wide.counted, x);
          for (let channel = plan.innerFrom; channel < plan.innerTo; channel++) {
            visit(target + channel, start + channel, patch);
          }
          target += inner;
        }
      }
    }
  }
}

/** Real cells of a window. */
export function cellCount(patch: Readonly<Patch>): number {
  return patch.planes * patch.rows * patch.columns;
}

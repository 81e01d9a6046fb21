import type { SlidingAxis } from '../../shape/window-count.ts';
import type { PooledAxis } from '../axis.ts';
import type { Layout } from '../layout.ts';
import { tileFloats } from '../tiles.ts';
import { halvingsOf, pairsPass } from './pairs.ts';
import { max, type Pass, watchedMax } from './pass.ts';
import { rowsPass } from './rows.ts';
import { segmentedPass, type WholeAxis } from './segmented.ts';
import { slidePass } from './slide.ts';
import { sweepPass } from './sweep.ts';
import { rowsAtOnce, transposedPass } from './transposed.ts';

/** What a pass is to work on. */
export interface Task {
  readonly operation: number;
  readonly axis: PooledAxis;
  /** Floats in a cell. */
  readonly width: number;
  /** The largest band: blocks, and cells and windows in each. */
  readonly outer: number;
  readonly cells: number;
  readonly windows: number;
}

/** A pass, and whether it can divide on its way out. */
export interface Chosen {
  readonly pass: Pass;
  readonly divides: boolean;
}

/** Where a kernel for large windows overtakes one that visits every cell of each. */
const large = { wide: 6, narrow: 12 };

/** The fastest pass for a task. */
export function choosePass(task: Task, layout: Layout): Chosen {
  const { operation, axis, width } = task;
  const { sliding } = axis;
  const most = width >= rowsAtOnce ? large.wide : large.narrow;
  if (sliding !== null && sliding.stride === 1 && sliding.kernel <= most) {
    return { pass: slidePass(operation, axis, sliding, width, layout), divides: true };
  }
  if (sliding !== null && width === 1 && isPaired(sliding)) {
    return { pass: pairsPass(operation, axis, sliding, task.outer * task.cells, layout), divides: false };
  }
  if (operation !== watchedMax) return chooseAnyPass(task, layout);
  const { pass, divides } = chooseAnyPass({ ...task, operation: max }, layout);
  const watched: Pass = (machine, src, dst, outer, band, division) =>
    machine.hasNan(src, outer * band.cells * width) | pass(machine, src, dst, outer, band, division);
  return { pass: watched, divides };
}

/** A pass that takes any windows. */
function chooseAnyPass({ operation, axis, width, outer, cells, windows }: Task, layout: Layout): Chosen {
  const { sliding } = axis;
  if (width >= rowsAtOnce) return { pass: widePass(operation, axis, width, windows, layout), divides: true };
  if (width < 4 && outer >= rowsAtOnce / 2) {
    const pass = widePass(operation, axis, width * rowsAtOnce, windows, layout);
    return { pass: transposedPass(pass, width, Math.max(cells, windows), layout), divides: false };
  }
  if (width < 4 && sliding !== null) {
    const passOf = (stretch: WholeAxis) =>
      widePass(operation, stretch, width * rowsAtOnce, stretch.output, layout);
    const pass = segmentedPass(operation, axis, sliding, width, outer * windows, layout, passOf);
    return { pass, divides: false };
  }
  return { pass: rowsPass(operation, axis, width, windows, layout), divides: true };
}

function widePass(operation: number, axis: PooledAxis, width: number, windows: number, layout: Layout): Pass {
  const { sliding } = axis;
  return sliding !== null && sliding.kernel > large.wide && sliding.kernel > 2 * sliding.stride
    ? sweepPass(operation, sliding, width, layout)
    : rowsPass(operation, axis, width, windows, layout);
}

function isPaired(sliding: SlidingAxis): boolean {
  const halvings = halvingsOf(sliding);
  const kernel = sliding.kernel / 2 ** halvings;
  return sliding.stride / 2 ** halvings === 2 && kernel > 1 && kernel <= large.narrow;
}

/** What the passes along some axes may read or write beyond a buffer: seams, and the last rows of a turned block. */
export function guardBytes(axes: readonly PooledAxis[], inner: number): number {
  let width = inner;
  let guard = 0;
  for (const { output, sliding } of axes.toReversed()) {
    const seam = sliding !== null && (width < 4 || sliding.kernel <= large.narrow) ? sliding.kernel : 0;
    const turned = width < 4 ? 3 * Math.min(output, tileFloats) : 0;
    guard = Math.max(guard, 4 * width * Math.max(seam, turned));
    width *= output;
  }
  return guard + 64;
}

import { at } from '../element.ts';
import type { PoolOperation, Reduce } from '../operation.ts';
import type { PooledAxis } from './axis.ts';
import { type Divider, newDivider } from './division.ts';
import { type Layout, newLayout } from './layout.ts';
import type { PooledMap } from './map.ts';
import { choosePass, guardBytes } from './pass/choose.ts';
import { dividingPass } from './pass/dividing.ts';
import { type Band, max, type Pass, sum, watchedMax } from './pass/pass.ts';
import { type Tiles, tileFloats, tilesFor } from './tiles.ts';

/** A pass along an inner axis, over `rows` rows for each cell of the outermost one. */
export interface InnerPass {
  readonly pool: Pass;
  readonly band: Band;
  readonly rows: number;
  /** Where it writes; null for the last one, which writes where cells are gathered. */
  readonly dst: number | null;
}

/** Everything about pooling one shape that can be known before the numbers are. Addresses are in the machine. */
export interface Plan {
  readonly reduce: Reduce;
  readonly bytes: number;
  readonly outer: number;
  /** The outermost axis. The map is pooled along it last, in bands, after the inner axes, innermost first. */
  readonly axis: PooledAxis;
  readonly tiles: Tiles;
  /** Floats in a cell of that axis as it comes, and once the inner axes are pooled. */
  readonly before: number;
  readonly after: number;
  /** Where cells come in, how many at a time, and where they gather for the last pass. */
  readonly staged: number;
  readonly stagedCells: number;
  readonly inner: readonly InnerPass[];
  readonly gathered: number;
  readonly last: Pass;
  /** Null for a maximum. */
  readonly divider: Divider | null;
  /** A mean of finite numbers cannot be infinite unless they are divided by less than their number. */
  readonly isBounded: boolean;
  /** Where the windows of a few tiles wait to be copied out, and room for how many floats. */
  readonly pooled: number;
  readonly pooledFloats: number;
}

/** Shapes that would need more memory than this are left to the reference. */
const mostBytes = 48 * 2 ** 20;

/** How to pool a map, or null if that would take too much memory. */
export function planFor(operation: PoolOperation, map: PooledMap): Plan | null {
  const { axes, outer, inner } = map;
  const { window } = operation;
  const axis = at(axes, 0);
  const within = axes.slice(1);
  const before = within.reduce((product, { input }) => product * input, inner);
  const after = within.reduce((product, { output }) => product * output, inner);
  const tiles = tilesFor(axis, outer, before, after);
  const stagedCells =
    axes.length === 1 ? tiles.cells : Math.min(tiles.cells, Math.max(Math.floor(tileFloats / before), 1));
  const pooledFloats = Math.max(tiles.blocks * tiles.windows * after, tileFloats);
  const stagedFloats = tiles.blocks * stagedCells * before;
  const gatheredFloats = tiles.blocks * tiles.cells * after;
  if (tiles.windows > tileFloats && outer > 1) return null;
  if (4 * (2 * stagedFloats + gatheredFloats + 2 * pooledFloats) > mostBytes) return null;

  const layout = newLayout();
  const isMax = operation.reduce.kind === 'max';
  const gathered = layout.take(4 * gatheredFloats, guardBytes(axes, inner));
  const staged = axes.length === 1 ? gathered : layout.take(4 * stagedFloats, guardBytes(within, inner));
  const passes = innerPasses(isMax, within, inner, tiles.blocks * stagedCells, layout);
  const divider = isMax ? null : newDivider(operation, axes, inner, tiles.windows, layout);
  const task = { axis, width: after, outer: tiles.blocks, cells: tiles.cells, windows: tiles.windows };
  const last = isMax
    ? choosePass({ ...task, operation: within.length > 0 ? max : watchedMax }, layout).pass
    : dividingPass(task, layout);
  const pooled = layout.take(4 * pooledFloats, guardBytes(axes, inner));
  const bytes = layout.size();
  return bytes > mostBytes
    ? null
    : {
        reduce: operation.reduce,
        bytes,
        outer,
        axis,
        tiles,
        before,
        after,
        staged,
        stagedCells,
        inner: passes,
        gathered,
        last,
        divider,
        isBounded: window.kind !== 'local' || window.divisor.kind !== 'fixed',
        pooled,
        pooledFloats,
      };
}

/** Passes along the inner axes, innermost first, for so many cells of the outermost one at a time. */
function innerPasses(
  isMax: boolean,
  axes: readonly PooledAxis[],
  inner: number,
  cells: number,
  layout: Layout,
): readonly InnerPass[] {
  const passes: InnerPass[] = [];
  let width = inner;
  for (let index = axes.length - 1; index >= 0; index--) {
    const axis = at(axes, index);
    const rows = axes.slice(0, index).reduce((product, { input }) => product * input, 1);
    const { input, output } = axis;
    const first = index === axes.length - 1;
    const operation = isMax ? (first ? watchedMax : max) : sum;
    const floats = rows * output * width;
    passes.push({
      pool: choosePass({ operation, axis, width, outer: cells * rows, cells: input, windows: output }, layout)
        .pass,
      band: { from: 0, to: output, cell: 0, cells: input },
      rows,
      dst: index === 0 ? null : layout.take(4 * cells * floats, guardBytes(axes, inner)),
    });
    width *= output;
  }
  return passes;
}

import { at } from '../element.ts';
import type { PoolOperation, Reduce } from '../operation.ts';
import type { PooledAxis } from './axis.ts';
import { type Divider, newDivider } from './division.ts';
import { type Layout, newLayout } from './layout.ts';
import type { PooledMap } from './map.ts';
import { choosePass, guardBytes, type Task } from './pass/choose.ts';
import { dividingPass } from './pass/dividing.ts';
import { type Band, max, mean, type Pass, sum, watchedMax } from './pass/pass.ts';
import { type Planes, planesOf, planesPass } from './pass/planes.ts';
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
  /** Floats in a gathered cell. */
  readonly held: number;
  readonly last: Pass;
  /** Null for a maximum. */
  readonly divider: Divider | null;
  /** Tiles with NaN, or zeros of both signs, are left to the reference: their cells are not met in its order. */
  readonly isUnordered: boolean;
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
  const isMax = operation.reduce.kind === 'max';
  const axis = at(axes, 0);
  const within = axes.slice(1);
  const planes =
    axes.length > 1 && inner === 1 ? planesOf(at(axes, axes.length - 2), at(axes, axes.length - 1)) : null;
  const isDirect = axes.length === 1 || (planes !== null && axes.length === 2);
  const before = within.reduce((product, { input }) => product * input, inner);
  const after = within.reduce((product, { output }) => product * output, inner);
  const held = isDirect ? before : after;
  const tiles = tilesFor(axis, outer, before, after);
  const stagedCells = isDirect
    ? tiles.cells
    : Math.min(tiles.cells, Math.max(Math.floor(tileFloats / before), 1));
  const pooledFloats = Math.max(tiles.blocks * tiles.windows * after, tileFloats);
  const stagedFloats = tiles.blocks * stagedCells * before;
  const gatheredFloats = tiles.blocks * tiles.cells * held;
  if (tiles.windows > tileFloats && outer > 1) return null;
  if (4 * (2 * stagedFloats + gatheredFloats + 2 * pooledFloats) > mostBytes) return null;

  const layout = newLayout();
  const gathered = layout.take(4 * gatheredFloats, guardBytes(axes, inner));
  const staged = isDirect ? gathered : layout.take(4 * stagedFloats, guardBytes(within, inner));
  const passes = isDirect
    ? []
    : innerPasses(isMax, within, planes, inner, tiles.blocks * stagedCells, layout);
  const divider = isMax ? null : newDivider(operation, axes, inner, tiles.windows, layout);
  const task = { axis, width: after, outer: tiles.blocks, cells: tiles.cells, windows: tiles.windows };
  const last = lastPass(isMax, task, isDirect ? planes : null, passes.length === 0, layout);
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
        held,
        last,
        divider,
        isUnordered: isMax && planes !== null,
        isBounded: window.kind !== 'local' || window.divisor.kind !== 'fixed',
        pooled,
        pooledFloats,
      };
}

/** The pass along the outermost axis, which divides; it watches the cells if it is the first to see them. */
function lastPass(
  isMax: boolean,
  task: Omit<Task, 'operation'>,
  planes: Planes | null,
  isFirst: boolean,
  layout: Layout,
): Pass {
  if (planes !== null) return planesPass(isMax ? watchedMax : mean, planes);
  return isMax
    ? choosePass({ ...task, operation: isFirst ? watchedMax : max }, layout).pass
    : dividingPass(task, layout);
}

/** Passes along the inner axes, innermost first, for so many cells of the outermost one at a time. */
function innerPasses(
  isMax: boolean,
  axes: readonly PooledAxis[],
  planes: Planes | null,
  inner: number,
  cells: number,
  layout: Layout,
): readonly InnerPass[] {
  const passes: InnerPass[] = [];
  let width = inner;
  for (let index = axes.length - 1; index >= 0; index--) {
    const operation = isMax ? (passes.length === 0 ? watchedMax : max) : sum;
    const isPlane = planes !== null && passes.length === 0;
    if (isPlane) width *= at(axes, index--).output;
    const axis = at(axes, index);
    const rows = axes.slice(0, index).reduce((product, { input }) => product * input, 1);
    const { input, output } = axis;
    const floats = rows * output * width;
    passes.push({
      pool: isPlane
        ? planesPass(operation, planes)
        : choosePass({ operation, axis, width, outer: cells * rows, cells: input, windows: output }, layout)
            .pass,
      band: { from: 0, to: output, cell: 0, cells: input },
      rows,
      dst: index === 0 ? null : layout.take(4 * cells * floats, guardBytes(axes, inner)),
    });
    width *= output;
  }
  return passes;
}

import type { IndexRule } from '../operation.ts';
import type { Extent, Grid } from './grid.ts';

/**
 * The index a framework gives a cell, from its flat position: counted within its plane (PyTorch), over all planes
 * one after the other (ONNX), or over cells with their channels inside, for one batch entry or for all (TensorFlow
 * max_pool_with_argmax). Column-major swaps the order within the plane (ONNX storage_order=1).
 */
export function indexOf(rule: IndexRule, grid: Grid, position: number): number {
  const { inner, cells, channels } = grid;
  const row = Math.floor(position / inner);
  const plane = Math.floor(row / cells) * inner + (position % inner);
  const inPlane = rule.order === 'row-major' ? row % cells : transpose(row % cells, grid.extent);
  switch (rule.base) {
    case 'plane':
      return inPlane;
    case 'tensor':
      return plane * cells + inPlane;
    case 'image-with-channels':
      return inPlane * channels + (plane % channels);
    case 'batch-with-channels':
      return (Math.floor(plane / channels) * cells + inPlane) * channels + (plane % channels);
  }
}

/** A cell of a map, and the plane the map belongs to. */
export interface PlaneCell {
  readonly plane: number;
  readonly cellIndex: number;
}

/**
 * The cell that an index found in `plane` points to, the inverse of `indexOf`. It may lie outside the grid when the
 * index does.
 */
export function cellOfIndex(rule: IndexRule, grid: Grid, plane: number, index: number): PlaneCell {
  const { cells, channels } = grid;
  const found = cellByBase(rule.base, cells, channels, plane, index);
  if (rule.order === 'row-major' || found.cellIndex < 0 || found.cellIndex >= cells) return found;
  const [depth, height, width] = grid.extent;
  return { plane: found.plane, cellIndex: transpose(found.cellIndex, [width, height, depth]) };
}

function cellByBase(
  base: IndexRule['base'],
  cells: number,
  channels: number,
  plane: number,
  index: number,
): PlaneCell {
  switch (base) {
    case 'plane':
      return { plane, cellIndex: index };
    case 'tensor':
      return { plane: Math.floor(index / cells), cellIndex: index % cells };
    case 'image-with-channels': {
      const batch = Math.floor(plane / channels);
      return { plane: batch * channels + (index % channels), cellIndex: Math.floor(index / channels) };
    }
    case 'batch-with-channels': {
      const row = Math.floor(index / channels);
      const batch = Math.floor(row / cells);
      return { plane: batch * channels + (index % channels), cellIndex: row % cells };
    }
  }
}

/** A row-major position within `extent`, counted with the first axis fastest instead. */
function transpose(position: number, extent: Extent): number {
  const [depth, height, width] = extent;
  const column = position % width;
  const row = Math.floor(position / width) % height;
  const slice = Math.floor(position / (width * height));
  return slice + depth * (row + height * column);
}

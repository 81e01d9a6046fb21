import type { Patch } from './slide.ts';

/** Calls `visit` with the flat position of every real cell of a window, in row-major order. */
export function eachCell(start: number, patch: Readonly<Patch>, visit: (position: number) => void): void {
  for (let z = 0; z < patch.planes; z++) {
    for (let y = 0; y < patch.rows; y++) {
      let position = start + z * patch.planeStride + y * patch.rowStride;
      for (let x = 0; x < patch.columns; x++) {
        visit(position);
        position += patch.columnStride;
      }
    }
  }
}

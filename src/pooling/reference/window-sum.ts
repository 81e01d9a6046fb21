import { cell } from '../element.ts';
import type { Patch } from '../window/slide.ts';

type Data = Float32Array | Float64Array;

/** Sum of a window's real cells in row-major order, in double precision. */
export function sumWindow(data: Data, start: number, patch: Readonly<Patch>): number {
  let sum = 0;
  for (let z = 0; z < patch.planes; z++) {
    for (let y = 0; y < patch.rows; y++) {
      let position = start + z * patch.planeStride + y * patch.rowStride;
      for (let x = 0; x < patch.columns; x++) {
        sum += cell(data, position);
        position += patch.columnStride;
      }
    }
  }
  return sum;
}

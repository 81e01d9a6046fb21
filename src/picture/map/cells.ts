/** A row-major array of one channel: one axis for a sequence, two for a map, three for a volume. */
export interface Cells {
  readonly shape: readonly number[];
  readonly data: ArrayLike<number>;
}

/** One flat layer of it: the whole of a map, the only row of a sequence, one depth of a volume. */
export interface Slice {
  readonly rows: number;
  readonly columns: number;
  readonly at: (row: number, column: number) => number;
}

/** Spatial sizes as depth, rows, columns; what an array of lower rank lacks is 1. */
export function sizes(shape: readonly number[]): { depth: number; rows: number; columns: number } {
  const [columns = 1, rows = 1, depth = 1] = shape.toReversed();
  return { depth, rows, columns };
}

/** The slice at a depth; places outside the array read as NaN. */
export function sliceOf(cells: Cells, depth = 0): Slice {
  const { rows, columns } = sizes(cells.shape);
  const base = depth * rows * columns;
  return { rows, columns, at: (row, column) => cells.data[base + row * columns + column] ?? Number.NaN };
}

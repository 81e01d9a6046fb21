import { count } from '../text/list.ts';
import type { TraceLayer } from './input.ts';

/** More rows than this are no picture any more. */
const MOST = 13;
const END = 6;

/** The layers themselves where there are few; otherwise runs between poolings as one row, and the middle left out. */
export function shortened(layers: readonly TraceLayer[]): readonly TraceLayer[] {
  if (layers.length <= MOST) return layers;
  const grouped = runs(layers);
  if (grouped.length <= MOST) return grouped;
  const between = grouped.slice(END, -END);
  return [
    ...grouped.slice(0, END),
    together(between, `${count(between.length, 'more row')}`),
    ...grouped.slice(-END),
  ];
}

function runs(layers: readonly TraceLayer[]): TraceLayer[] {
  const rows: TraceLayer[][] = [];
  for (const layer of layers) {
    const open = rows.at(-1);
    const last = open?.at(-1);
    const joins = layer.takes === undefined && !layer.pooling;
    if (open && last && joins && !last.pooling && last.side === layer.side) open.push(layer);
    else rows.push([layer]);
  }
  return rows.map((row) => together(row, `${row[0]?.name ?? ''} + ${row.length - 1} more`));
}

/** Several layers as one row with the shape that the last of them gives. */
function together(layers: readonly TraceLayer[], name: string): TraceLayer {
  const [first] = layers;
  const last = layers.at(-1);
  if (first === undefined || last === undefined || layers.length === 1) {
    return first ?? { name, shape: [], side: null, pooling: false };
  }
  const { takes } = first;
  const { name: _, takes: __, ...end } = last;
  return { ...end, name, pooling: false, ...(takes ? { takes } : {}) };
}

import { formatNumber } from './number.ts';

/** Alternative texts may be at most this long on every platform; what they list stays well below. */
const MOST = 16;

/** Numbers as words read them: "1, 2, 5, 6", of many the first ones and how many there are. */
export function listNumbers(values: ArrayLike<number>): string {
  const shown = Array.from({ length: Math.min(values.length, MOST) }, (_, index) =>
    formatNumber(values[index] ?? 0),
  );
  return values.length > MOST ? `${shown.join(', ')} and so on, ${values.length} numbers` : shown.join(', ');
}

/** A map row by row: "3.5, 5.5; 11.5, 13.5"; of a large one only how many numbers it has. */
export function listRows(values: ArrayLike<number>, columns: number): string {
  if (values.length > MOST) return listNumbers(values);
  const rows: string[] = [];
  for (let at = 0; at < values.length; at += columns) {
    rows.push(listNumbers(Array.from({ length: columns }, (_, index) => values[at + index] ?? 0)));
  }
  return rows.join('; ');
}

/** "4 cells", "1 cell". */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** "0" or "0–2": positions from the first to the last. */
export function span(from: number, to: number): string {
  return to - from === 1 ? `${from}` : `${from}–${to - 1}`;
}

/** "row 0", "rows 0–2", or that there is none of them but padding. */
export function places(noun: string, from: number, to: number): string {
  if (to <= from) return `no ${noun} but padding`;
  return `${noun}${to - from === 1 ? '' : 's'} ${span(from, to)}`;
}

/** "28 × 28 × 64"; an open size is a question mark. */
export function sizeText(shape: readonly (number | null)[]): string {
  return shape.map((size) => size ?? '?').join(' × ');
}

import { isNamePart } from '../scan.ts';
import { numberAt } from './number.ts';

/** Numbers side by side in a line, in rows where `;` or ` / ` stands between. */
export interface RunRead {
  readonly rows: readonly (readonly number[])[];
  readonly commas: boolean;
  readonly end: number;
}

/** The numbers from `from` on that have only spaces, commas, `|`, `and` or row marks between them. */
export function runAt(text: string, from: number): RunRead | null {
  const rows: number[][] = [[]];
  let commas = false;
  let end = from;
  let at = from;
  for (;;) {
    const number = numberAt(text, at);
    if (!number) break;
    rows.at(-1)?.push(number.value);
    end = number.end;
    const gap = gapAt(text, end);
    if (!gap) break;
    if (!numberAt(text, gap.end)) break;
    if (gap.row) rows.push([]);
    commas ||= gap.comma;
    at = gap.end;
  }
  return end > from ? { rows: rows.filter((row) => row.length > 0), commas, end } : null;
}

/** What stands between two numbers of a run; null where the run ends. */
function gapAt(text: string, from: number): { end: number; comma: boolean; row: boolean } | null {
  let at = from;
  let comma = false;
  let row = false;
  let space = false;
  for (;;) {
    const char = text.charAt(at);
    if (char === ' ' || char === '\t' || char === '\u00a0') space = true;
    else if (char === ',' || char === '|') {
      if (comma) return null;
      comma = true;
    } else if (char === ';' || (char === '/' && space)) {
      if (row) return null;
      row = true;
    } else if (text.startsWith('and', at) && space && !isNamePart(text.charAt(at + 3))) at += 2;
    else break;
    at += 1;
  }
  return at > from && (space || comma || row) ? { end: at, comma, row } : null;
}

import type { Span } from '../../question.ts';
import { linesIn } from '../line.ts';
import { normaliseSigns } from '../normalise.ts';
import { spanThrough } from '../offsets.ts';
import type { CodeProblem } from '../problem.ts';
import { isDigit, isNamePart, isOpener } from '../scan.ts';
import { bracketAt } from './bracket.ts';
import { runAt } from './run.ts';

/** An array written as numbers, outside code. */
export interface RowArray {
  /** `list`: nested brackets; `matlab`: rows ended by `;`; `line`: numbers in a line; `block`: lines of numbers. */
  readonly notation: 'list' | 'matlab' | 'line' | 'block';
  readonly shape: readonly number[];
  readonly values: Float64Array;
  /** Whether commas stand between the numbers; `8, 8, 128` may well be a shape, `8 8 128` hardly. */
  readonly commas: boolean;
  readonly span: Span;
}

export interface RowsRead {
  readonly arrays: readonly RowArray[];
  /** Ragged rows, by their number, and brackets that are never closed. */
  readonly problems: readonly CodeProblem[];
}

/**
 * The arrays that stand in a text as plain numbers, in order and without overlap: nested lists, MATLAB rows, blocks of
 * lines, and three or more numbers in a row. Calls and code are not looked at; `from` and `to` of spans are positions
 * in `text`.
 */
export function readRows(text: string): RowsRead {
  const plain = normaliseSigns(text);
  const arrays: RowArray[] = [];
  const problems: CodeProblem[] = [];
  const back = (span: Span): Span => spanThrough(plain.offsets, span);
  let at = 0;
  for (const block of blocksIn(plain.text)) {
    inProse(plain.text, at, block.span.start, arrays, problems);
    const [first = []] = block.rows;
    const row = block.rows.findIndex((candidate) => candidate.length !== first.length);
    const { span } = block;
    if (row < 0) {
      const shape = [block.rows.length, first.length];
      const values = Float64Array.from(block.rows.flat());
      arrays.push({ notation: 'block', shape, values, commas: block.commas, span });
    } else {
      const found = block.rows[row]?.length ?? 0;
      problems.push({ kind: 'ragged', row: row + 1, expected: first.length, found, span });
    }
    at = span.end;
  }
  inProse(plain.text, at, plain.text.length, arrays, problems);
  return {
    arrays: stacked(plain.text, arrays).map((array) => ({ ...array, span: back(array.span) })),
    problems: problems.map((problem) => ({ ...problem, span: back(problem.span) })),
  };
}

interface Block {
  readonly rows: (readonly number[])[];
  commas: boolean;
  readonly span: { readonly start: number; end: number };
}

/** Two or more lines in a row that hold nothing but numbers and the signs of a table. */
function blocksIn(text: string): Block[] {
  const blocks: Block[] = [];
  let open: Block | null = null;
  for (const line of linesIn(text, { start: 0, end: text.length })) {
    const written = text.slice(line.start, line.end).trim();
    const isRule = written.includes('-') && [...written].every((char) => '-+|=: '.includes(char));
    if (isRule && open) continue;
    const row = lineOfNumbers(text, line);
    if (!row) open = null;
    else {
      if (!open) {
        open = { rows: [], commas: false, span: { start: row.span.start, end: row.span.end } };
        blocks.push(open);
      }
      open.rows.push(row.numbers);
      open.commas ||= row.commas;
      open.span.end = row.span.end;
    }
  }
  return blocks.filter(({ rows }) => rows.length > 1);
}

function lineOfNumbers(
  text: string,
  line: Span,
): { numbers: readonly number[]; commas: boolean; span: Span } | null {
  let start = line.start;
  while (start < line.end && ' \t|'.includes(text.charAt(start))) start += 1;
  const run = runAt(text, start);
  const [numbers, ...others] = run?.rows ?? [];
  if (!run || !numbers || numbers.length < 2 || others.length > 0) return null;
  const rest = text.slice(run.end, line.end);
  return [...rest].every((char) => ' \t|,;\r\n'.includes(char))
    ? { numbers, commas: run.commas, span: { start, end: run.end } }
    : null;
}

function inProse(text: string, from: number, to: number, arrays: RowArray[], problems: CodeProblem[]): void {
  const range = text.slice(0, to);
  for (let at = from; at < to; ) {
    const char = text.charAt(at);
    const before = text.charAt(at - 1);
    if (isOpener(char) && !isNamePart(before) && !')]'.includes(before || ' ')) {
      const read = bracketAt(range, at);
      if (read?.problem) problems.push(read.problem);
      if (read && read.shape.length > 0) {
        const { notation, shape, commas } = read;
        const values = Float64Array.from(read.values);
        arrays.push({ notation, shape, values, commas, span: { start: at, end: read.end } });
      }
      at = read?.end ?? at + 1;
    } else if (startsNumber(text, at)) {
      const run = runAt(range, at);
      const array =
        run && !inBrackets(text, at, run.end) && lineArray(run.rows, run.commas, { start: at, end: run.end });
      if (array) arrays.push(array);
      at = Math.max(run?.end ?? 0, wordEnd(text, at));
    } else at += 1;
  }
}

/** Three numbers make a row; two rows of two make an array as well. */
function lineArray(rows: readonly (readonly number[])[], commas: boolean, span: Span): RowArray | null {
  const [first = []] = rows;
  const values = Float64Array.from(rows.flat());
  if (rows.length > 1 && rows.every((row) => row.length === first.length)) {
    return { notation: 'matlab', shape: [rows.length, first.length], values, commas, span };
  }
  return rows.length === 1 && values.length >= 3
    ? { notation: 'line', shape: [values.length], values, commas, span }
    : null;
}

/** Whether numbers are the end of a tuple or of a subscript: a shape, or something else that is no data. */
function inBrackets(text: string, start: number, end: number): boolean {
  const after = text
    .slice(end, end + 8)
    .trimStart()
    .charAt(0);
  if (after !== ')' && after !== ']') return false;
  const before =
    text
      .slice(Math.max(0, start - 8), start)
      .trimEnd()
      .at(-1) ?? '';
  return '([,'.includes(before);
}

function startsNumber(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  if (isNamePart(before) || '.-+*/=^'.includes(before || ' ')) return false;
  const char = text.charAt(at);
  const next = '+-.'.includes(char) ? text.charAt(at + 1) : char;
  return (
    isDigit(next) || next === '.' || text.startsWith('nan', at) || text.startsWith('inf', at) || next === 'i'
  );
}

function wordEnd(text: string, from: number): number {
  let at = from + 1;
  while (isNamePart(text.charAt(at)) || text.charAt(at) === '.') at += 1;
  return at;
}

/** Lists of one length on lines of their own, one below the other, are the rows of a matrix. */
function stacked(text: string, arrays: readonly RowArray[]): RowArray[] {
  const groups: RowArray[][] = [];
  for (const array of arrays) {
    const group = groups.at(-1);
    const above = group?.at(-1);
    if (group && above && isBelow(text, above, array)) group.push(array);
    else groups.push([array]);
  }
  return groups.flatMap((group) => {
    const [first, last] = [group[0], group.at(-1)];
    if (!first || !last || group.length === 1) return group;
    const width = first.values.length;
    const values = new Float64Array(group.length * width);
    for (const [row, array] of group.entries()) values.set(array.values, row * width);
    const span = { start: first.span.start, end: last.span.end };
    return [{ ...first, notation: 'block', shape: [group.length, width], values, span }];
  });
}

function isBelow(text: string, above: RowArray, array: RowArray): boolean {
  const rows = [above, array].every(({ notation, shape }) => notation === 'list' && shape.length === 1);
  if (!rows || above.values.length !== array.values.length) return false;
  const between = text.slice(above.span.end, array.span.start);
  return between.split('\n').length === 2 && [...between].every((char) => ' \t\r\n,'.includes(char));
}

import type { Bracket, CodeProblem } from '../problem.ts';
import { asBracket, closerOf, isOpener } from '../scan.ts';
import { numberAt } from './number.ts';

/** Numbers in brackets: an item is a number or a list of items. */
type Item = number | readonly Item[];

export interface BracketRead {
  readonly notation: 'list' | 'matlab';
  readonly shape: readonly number[];
  readonly values: readonly number[];
  readonly commas: boolean;
  readonly end: number;
  readonly problem: CodeProblem | null;
}

const deepest = 8;
const tooDeep = new RegExp(`(?:[[({]\\s*){${deepest + 1}}`, 'y');

/**
 * The array whose opening bracket stands at `from`: `[[1, 2], [3, 4]]`, `[[1 2] [3 4]]`, `[1 2; 3 4]`. Null where
 * anything but numbers is in it, and for one pair of parentheses, which is a shape.
 */
export function bracketAt(text: string, from: number): BracketRead | null {
  tooDeep.lastIndex = from;
  if (tooDeep.test(text)) return null;
  const walk = new Walk(text);
  const item = walk.list(from, 1);
  if (!item) return null;
  const nested = item.items.some((entry) => typeof entry !== 'number');
  if ((text.charAt(from) === '(' && !nested) || item.items.length === 0) return null;
  const span = { start: from, end: item.end };
  const shape = shapeOf(item.items);
  const values: number[] = [];
  const ragged = collect(item.items, shape, 0, values);
  const problem: CodeProblem | null = ragged
    ? { kind: 'ragged', ...ragged, span }
    : walk.unclosed === null
      ? null
      : { kind: 'unclosed', bracket: walk.unclosed, span: { start: from, end: from + 1 } };
  const notation = walk.semicolons ? 'matlab' : 'list';
  return { notation, shape: ragged ? [] : shape, values, commas: walk.commas, end: item.end, problem };
}

class Walk {
  private readonly text: string;
  semicolons = false;
  commas = false;
  unclosed: Bracket | null = null;

  constructor(text: string) {
    this.text = text;
  }

  list(from: number, depth: number): { items: Item[]; end: number } | null {
    const bracket = asBracket(this.text.charAt(from));
    if (depth > deepest) return null;
    const rows: Item[][] = [[]];
    let at = from + 1;
    /** A comma is the last sign so far, so that a new line goes on with the row. */
    let loose = false;
    /** How many numbers stand before each end of a line that ends a row. */
    const lines: number[] = [];
    for (;;) {
      const char = this.text.charAt(at);
      if (char === '') {
        this.unclosed = bracket;
        break;
      }
      if (char === closerOf(bracket)) {
        at += 1;
        break;
      }
      if (' \t\r\n,|'.includes(char)) {
        if (char === '\n' && !loose) lines.push(rows.at(-1)?.length ?? 0);
        this.commas ||= char === ',';
        if (char === ',' || char === '\n') loose = char === ',';
        at += 1;
      } else if (char === ';') {
        this.semicolons = true;
        rows.push([]);
        at += 1;
      } else if (isOpener(char)) {
        const inner = this.list(at, depth + 1);
        if (!inner) return null;
        rows.at(-1)?.push(inner.items);
        at = inner.end;
        if (this.unclosed !== null) break;
      } else {
        const number = numberAt(this.text, at);
        if (!number) {
          const read = rows.flat();
          const nested = read.some((item) => typeof item !== 'number');
          if (read.length === 0 || (depth === 1 && !nested)) return null;
          this.unclosed = bracket;
          break;
        }
        rows.at(-1)?.push(number.value);
        loose = false;
        at = number.end;
      }
    }
    const filled = (this.semicolons ? rows : splitLines(rows, lines)).filter((row) => row.length > 0);
    const items = filled.length > 1 ? filled : (filled[0] ?? []);
    return { items, end: at };
  }
}

/** `[1 2` over `3 4]`: lines of one length are the rows of a matrix, others are one long row. */
function splitLines(rows: readonly Item[][], lines: readonly number[]): Item[][] {
  const [all = []] = rows;
  const ends = [...lines.filter((end) => end > 0 && end < all.length), all.length];
  const [width = 0] = ends;
  const even = all.length === width * ends.length && ends.every((end, at) => end === width * (at + 1));
  const plain = all.every((item) => typeof item === 'number');
  return even && plain && width > 1 ? ends.map((end) => all.slice(end - width, end)) : [all];
}

function shapeOf(items: readonly Item[]): number[] {
  const shape: number[] = [];
  for (let level: Item | undefined = items; typeof level === 'object'; level = level[0])
    shape.push(level.length);
  return shape;
}

function collect(
  items: readonly Item[],
  shape: readonly number[],
  axis: number,
  values: number[],
): { row: number; expected: number; found: number } | null {
  const expected = shape[axis + 1] ?? 1;
  for (const [index, item] of items.entries()) {
    const found = typeof item === 'number' ? 1 : item.length;
    const isLeaf = typeof item === 'number';
    if (found !== expected || isLeaf !== (axis + 1 === shape.length))
      return { row: index + 1, expected, found };
    if (isLeaf) values.push(item);
    else {
      const problem = collect(item, shape, axis + 1, values);
      if (problem) return problem;
    }
  }
  return null;
}

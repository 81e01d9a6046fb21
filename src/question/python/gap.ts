import type { Edit } from './offsets.ts';
import type { Bracket, CodeProblem } from './problem.ts';
import { isDigit, type Token } from './scan.ts';

/** An open bracket and what has been seen in it so far. */
export interface Frame {
  readonly bracket: Bracket;
  readonly at: number;
  /** A call's or a subscript's bracket, not one around a tuple or list. */
  readonly trailing: boolean;
  commas: number;
  /** Commas stand in a bracket inside this one. */
  commasInside: boolean;
  numbersOnly: boolean;
  readonly gaps: Gap[];
}

/** Two values side by side with nothing between them but white space. */
export interface Gap {
  readonly at: number;
  readonly before: Token;
  /** `,` between two items, `=` between a name and its value, `sign` for a number with a sign, as in `[1 -2]`. */
  readonly missing: ',' | '=' | 'sign';
}

const operatorWords = new Set(
  'and or not in is if else elif for lambda await async from import as yield return del assert while with'.split(
    ' ',
  ),
);
const numberWords = new Set(['nan', 'inf', 'NaN', 'Inf', 'NAN', 'INF']);

export function asFrame(bracket: Bracket, at: number, trailing: boolean): Frame {
  return { bracket, at, trailing, commas: 0, commasInside: false, numbersOnly: true, gaps: [] };
}

/** Whether a word is a value: any name that is no operator, or only `nan` and `inf`. */
export function isValueWord(word: string, kind: 'any' | 'number'): boolean {
  return kind === 'number' ? numberWords.has(word) : !operatorWords.has(word);
}

/** What is missing between two tokens that stand apart, the first of which ends a value; null if nothing is. */
export function gapBefore(
  source: string,
  token: Token,
  previous: Token,
  literalEnds: boolean,
  afterArgumentName: boolean,
): Gap | null {
  const gap = (missing: Gap['missing']): Gap => ({ at: previous.to, before: token, missing });
  const word = source.slice(token.from, token.to);
  const named = afterArgumentName && previous.kind === 'name';
  switch (token.kind) {
    case 'number':
      return gap(named ? '=' : ',');
    case 'name':
      return operatorWords.has(word) ? null : gap(',');
    case 'string':
      return previous.kind === 'string' ? null : gap(named ? '=' : ',');
    case 'open':
      return (literalEnds || previous.kind === 'number') && word !== '{' ? gap(',') : null;
    case 'sign': {
      const next = source.charAt(token.to);
      const bound = isDigit(next) || next === '.' || next === 'i' || next === 'n';
      return (word === '-' || word === '+') && bound ? gap('sign') : null;
    }
    default:
      return null;
  }
}

/** What has to be put into the gaps of a bracket that is complete. Rows as NumPy prints them are no problem. */
export function fillGaps(source: string, frame: Frame): { edits: Edit[]; problems: CodeProblem[] } {
  const printed =
    frame.bracket === '[' &&
    !frame.trailing &&
    frame.commas === 0 &&
    !frame.commasInside &&
    frame.numbersOnly;
  const edits: Edit[] = [];
  const problems: CodeProblem[] = [];
  for (const { at, before, missing } of frame.gaps) {
    if (missing === 'sign' && !printed) continue;
    edits.push({ at, remove: 0, insert: missing === '=' ? '=' : ',' });
    if (printed) continue;
    const word = source.slice(before.from, before.to);
    const span = { start: before.from, end: before.to };
    problems.push({ kind: missing === '=' ? 'missing-equals' : 'missing-comma', before: word, span });
  }
  return { edits, problems };
}

/** `1.` as `1.0`, which the grammar does not know, and `2x2` as `(2, 2)`; null for a number that stays. */
export function numberEdit(word: string, at: number): Edit | null {
  const point = word.indexOf('.');
  if (point >= 0 && !isDigit(word.charAt(point + 1)) && isDigit(word.charAt(0))) {
    return word.indexOf('.', point + 1) < 0 ? { at: at + point + 1, remove: 0, insert: '0' } : null;
  }
  const sizes = word.split(/[xX]/);
  const isPair = sizes.length > 1 && sizes.every((size) => size !== '' && [...size].every(isDigit));
  if (!isPair || word.startsWith('0')) return null;
  return { at, remove: word.length, insert: `(${sizes.join(', ')})` };
}

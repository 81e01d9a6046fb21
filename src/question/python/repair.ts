import { applyEdits, type Edit, type MappedText } from './offsets.ts';
import type { Bracket, CodeProblem } from './problem.ts';
import { asBracket, closerOf, scan, type Token } from './scan.ts';
import { startsStatement } from './statement-start.ts';

export interface Repaired extends MappedText {
  readonly problems: readonly CodeProblem[];
  /** How deep the brackets nest. */
  readonly depth: number;
}

interface Frame {
  readonly bracket: Bracket;
  readonly at: number;
  /** A call's or a subscript's bracket, not one around a tuple or list. */
  readonly trailing: boolean;
  commas: number;
  numbersOnly: boolean;
  readonly gaps: Gap[];
}

/** Two values side by side with nothing between them but white space. */
interface Gap {
  readonly at: number;
  readonly before: Token;
  /** `[1 -2]`: a sign that belongs to the number after it. */
  readonly signed: boolean;
}

const operatorWords = new Set(
  'and or not in is if else elif for lambda await async from import as yield return del assert while with'.split(
    ' ',
  ),
);
const numberWords = new Set(['nan', 'inf', 'NaN', 'Inf', 'NAN', 'INF']);

/**
 * `source` as it was probably meant: open brackets closed (where a new statement begins, or at the end), closing
 * brackets that close nothing taken out, missing commas and end quotes put in. Rows printed by NumPy
 * (`[[1 2] [3 4]]`) become lists and are no problem. Everything else that was changed is named in `problems`.
 */
export function repair(source: string): Repaired {
  const plain = new Repair(source, false);
  return (plain.leftOpen ? new Repair(source, true) : plain).result();
}

class Repair {
  private readonly source: string;
  private readonly edits: Edit[] = [];
  private readonly problems: CodeProblem[] = [];
  private readonly frames: Frame[] = [];
  private depth = 0;
  readonly leftOpen: boolean;

  constructor(source: string, splitStatements: boolean) {
    this.source = source;
    let previous: Token | null = null;
    let valueEnds = false;
    let literalEnds = false;
    let statementIndent = indentAt(source, 0);
    for (const token of scan(source)) {
      if (token.kind === 'comment') continue;
      if (token.kind === 'newline') {
        if (splitStatements && this.frames.length > 0) {
          if (startsStatement(source, token.to, statementIndent)) this.closeAll(previous?.to ?? token.from);
        }
        if (this.frames.length === 0) {
          statementIndent = indentAt(source, token.to);
          valueEnds = false;
        }
        continue;
      }
      const apart = previous !== null && previous.to < token.from;
      const frame = this.frames.at(-1);
      if (frame && previous && apart && valueEnds && this.isGap(token, previous, literalEnds)) {
        const signed = token.kind === 'sign';
        frame.gaps.push({ at: previous.to, before: token, signed });
      }
      literalEnds = false;
      switch (token.kind) {
        case 'open': {
          const bracket = asBracket(source.charAt(token.from));
          const trailing = valueEnds && !(apart && frame?.gaps.at(-1)?.before === token);
          if (frame && (bracket === '(' || trailing)) frame.numbersOnly = false;
          this.frames.push({ bracket, at: token.from, trailing, commas: 0, numbersOnly: true, gaps: [] });
          this.depth = Math.max(this.depth, this.frames.length);
          valueEnds = false;
          break;
        }
        case 'close':
          literalEnds = this.close(token);
          valueEnds = true;
          break;
        case 'string':
          if (!token.closed) this.closeString(token);
          if (frame) frame.numbersOnly = false;
          valueEnds = true;
          break;
        case 'name': {
          const word = source.slice(token.from, token.to);
          if (frame && !numberWords.has(word)) frame.numbersOnly = false;
          valueEnds = !operatorWords.has(word);
          break;
        }
        case 'number':
          valueEnds = true;
          break;
        default: {
          const char = source.charAt(token.from);
          if (frame && char === ',') frame.commas += 1;
          else if (frame && !'+-'.includes(char)) frame.numbersOnly = false;
          valueEnds = false;
        }
      }
      previous = token;
    }
    this.leftOpen = this.frames.length > 0;
    this.closeAll(previous?.to ?? source.length);
  }

  result(): Repaired {
    const problems = this.problems.toSorted((a, b) => a.span.start - b.span.start);
    return { ...applyEdits(this.source, this.edits), problems, depth: this.depth };
  }

  private isGap(token: Token, previous: Token, literalEnds: boolean): boolean {
    const word = this.source.slice(token.from, token.to);
    if (token.kind === 'number') return true;
    if (token.kind === 'name') return !operatorWords.has(word);
    if (token.kind === 'string') return previous.kind !== 'string';
    if (token.kind === 'open') return (literalEnds || previous.kind === 'number') && word !== '{';
    const next = this.source.charAt(token.to);
    return token.kind === 'sign' && (word === '-' || word === '+') && next !== ' ' && next !== '\n';
  }

  /** Returns whether what was closed is a tuple or a list, which nothing can be called on. */
  private close(token: Token): boolean {
    const closer = asBracket(this.source.charAt(token.from));
    const span = { start: token.from, end: token.to };
    const matching = this.frames.findLastIndex((frame) => closerOf(frame.bracket) === closer);
    if (this.frames.length === 0) {
      this.edits.push({ at: token.from, remove: 1, insert: ' ' });
      this.problems.push({ kind: 'unopened', bracket: closer, span });
      return false;
    }
    if (matching < 0) {
      const frame = this.pop();
      if (!frame) return false;
      this.edits.push({ at: token.from, remove: 1, insert: closerOf(frame.bracket) });
      this.problems.push({ kind: 'unopened', bracket: closer, span });
      return !frame.trailing;
    }
    while (this.frames.length > matching + 1) this.closeTop(token.from);
    return this.pop()?.trailing === false;
  }

  private pop(): Frame | undefined {
    const frame = this.frames.pop();
    if (frame) this.fillGaps(frame);
    return frame;
  }

  private closeTop(at: number): void {
    const frame = this.pop();
    if (!frame) return;
    this.edits.push({ at, remove: 0, insert: closerOf(frame.bracket) });
    this.problems.push({
      kind: 'unclosed',
      bracket: frame.bracket,
      span: { start: frame.at, end: frame.at + 1 },
    });
  }

  private closeAll(at: number): void {
    while (this.frames.length > 0) this.closeTop(at);
  }

  private fillGaps(frame: Frame): void {
    const printed = frame.bracket === '[' && !frame.trailing && frame.commas === 0 && frame.numbersOnly;
    for (const { at, before, signed } of frame.gaps) {
      if (signed && !printed) continue;
      this.edits.push({ at, remove: 0, insert: ',' });
      if (printed) continue;
      const span = { start: before.from, end: before.to };
      this.problems.push({
        kind: 'missing-comma',
        before: this.source.slice(before.from, before.to),
        span,
      });
    }
  }

  private closeString(token: Token): void {
    const quote = this.source.charAt(token.from);
    const long = this.source.startsWith(quote.repeat(3), token.from);
    this.problems.push({ kind: 'unclosed-string', span: { start: token.from, end: token.to } });
    this.edits.push({ at: token.to, remove: 0, insert: quote.repeat(long ? 3 : 1) });
  }
}

export function indentAt(source: string, lineStart: number): number {
  let at = lineStart;
  while (source.charAt(at) === ' ' || source.charAt(at) === '\t') at += 1;
  return at - lineStart;
}

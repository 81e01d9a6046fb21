import { asFrame, type Frame, fillGaps, gapBefore, isValueWord, numberEdit } from './gap.ts';
import { applyEdits, type Edit, type MappedText } from './offsets.ts';
import type { CodeProblem } from './problem.ts';
import { asBracket, closerOf, scan, type Token } from './scan.ts';
import { startsStatement } from './statement-start.ts';

export interface Repaired extends MappedText {
  readonly problems: readonly CodeProblem[];
  /** How deep the brackets nest. */
  readonly depth: number;
}

/**
 * `source` as it was probably meant: open brackets closed (where a new statement begins, or at the end), closing
 * brackets that close nothing taken out, missing commas, equals signs and end quotes put in. Rows printed by NumPy
 * (`[[1 2] [3 4]]`) become lists, and `2x2` a pair, which is no problem; all else that was changed is named in
 * `problems`.
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
  private previous: Token | null = null;
  /** The token before stands at the beginning of an argument or item. */
  private leads = false;
  /** The token before ends a value. */
  private valueEnds = false;
  /** The token before closes a tuple or a list, which nothing can be called on. */
  private literalEnds = false;
  readonly leftOpen: boolean;

  constructor(source: string, splitStatements: boolean) {
    this.source = source;
    let statementIndent = indentAt(source, 0);
    for (const token of scan(source)) {
      if (token.kind === 'comment') continue;
      if (token.kind !== 'newline') {
        this.take(token);
        continue;
      }
      const splits = splitStatements && this.frames.length > 0;
      if (splits && startsStatement(source, token.to, statementIndent)) this.closeAll();
      if (this.frames.length > 0) continue;
      statementIndent = indentAt(source, token.to);
      this.valueEnds = false;
    }
    this.leftOpen = this.frames.length > 0;
    this.closeAll();
  }

  result(): Repaired {
    const problems = this.problems.toSorted((a, b) => a.span.start - b.span.start);
    return { ...applyEdits(this.source, this.edits), problems, depth: this.depth };
  }

  private take(token: Token): void {
    const { source, previous } = this;
    const frame = this.frames.at(-1);
    const word = source.slice(token.from, token.to);
    const gap =
      frame && previous && this.valueEnds && previous.to < token.from
        ? gapBefore(source, token, previous, this.literalEnds, this.leads && frame.trailing)
        : null;
    if (gap) frame?.gaps.push(gap);
    const leads = previous === null || (!this.valueEnds && '([{,'.includes(source.charAt(previous.from)));
    this.literalEnds = false;
    switch (token.kind) {
      case 'open': {
        const trailing = this.valueEnds && gap === null;
        if (frame && (word === '(' || trailing)) frame.numbersOnly = false;
        this.frames.push(asFrame(asBracket(word), token.from, trailing));
        this.depth = Math.max(this.depth, this.frames.length);
        this.valueEnds = false;
        break;
      }
      case 'close':
        this.literalEnds = this.close(token);
        this.valueEnds = true;
        break;
      case 'string':
        if (!token.closed) this.closeString(token);
        if (frame) frame.numbersOnly = false;
        this.valueEnds = true;
        break;
      case 'number': {
        const edit = numberEdit(word, token.from);
        if (edit) this.edits.push(edit);
        this.valueEnds = true;
        break;
      }
      case 'name':
        if (frame && !isValueWord(word, 'number')) frame.numbersOnly = false;
        this.valueEnds = isValueWord(word, 'any');
        break;
      default:
        if (frame && word === ',') frame.commas += 1;
        else if (frame && !'+-'.includes(word)) frame.numbersOnly = false;
        this.valueEnds = false;
    }
    this.leads = leads;
    this.previous = token;
  }

  /** Returns whether what was closed is a tuple or a list. */
  private close(token: Token): boolean {
    const closer = asBracket(this.source.charAt(token.from));
    const span = { start: token.from, end: token.to };
    const matching = this.frames.findLastIndex((frame) => closerOf(frame.bracket) === closer);
    if (matching >= 0) {
      while (this.frames.length > matching + 1) this.closeTop(token.from);
      return this.pop()?.trailing === false;
    }
    const frame = this.pop();
    this.edits.push({ at: token.from, remove: 1, insert: frame ? closerOf(frame.bracket) : ' ' });
    this.problems.push({ kind: 'unopened', bracket: closer, span });
    return frame?.trailing === false;
  }

  private pop(): Frame | undefined {
    const frame = this.frames.pop();
    if (!frame) return undefined;
    const outer = this.frames.at(-1);
    if (outer) outer.commasInside ||= frame.commas > 0 || frame.commasInside;
    const filled = fillGaps(this.source, frame);
    this.edits.push(...filled.edits);
    this.problems.push(...filled.problems);
    return frame;
  }

  private closeTop(at: number): void {
    const frame = this.pop();
    if (!frame) return;
    const span = { start: frame.at, end: frame.at + 1 };
    this.edits.push({ at, remove: 0, insert: closerOf(frame.bracket) });
    this.problems.push({ kind: 'unclosed', bracket: frame.bracket, span });
  }

  private closeAll(): void {
    const at = this.previous?.to ?? this.source.length;
    while (this.frames.length > 0) this.closeTop(at);
  }

  private closeString(token: Token): void {
    const quote = this.source.charAt(token.from);
    const long = this.source.startsWith(quote.repeat(3), token.from);
    this.problems.push({ kind: 'unclosed-string', span: { start: token.from, end: token.to } });
    this.edits.push({ at: token.to, remove: 0, insert: quote.repeat(long ? 3 : 1) });
  }
}

function indentAt(source: string, lineStart: number): number {
  let at = lineStart;
  while (source.charAt(at) === ' ' || source.charAt(at) === '\t') at += 1;
  return at - lineStart;
}

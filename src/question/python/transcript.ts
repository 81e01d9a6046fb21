import type { Span } from '../question.ts';
import { isCodeLine, linesIn } from './line.ts';
import { isDigit } from './scan.ts';

/** Lines of one kind in a row, each cut down to its code. */
export interface LineRun {
  readonly kind: 'repl' | 'output' | 'numbered' | 'other';
  readonly lines: readonly Span[];
  /** From the first line's beginning, prompt included, to the last line's end. */
  readonly span: Span;
}

interface GrowingRun {
  readonly kind: LineRun['kind'];
  readonly lines: Span[];
  readonly span: { readonly start: number; end: number };
}

/** Splits lines into prompts with what they printed, lines with line numbers, and all others. */
export function splitTranscript(text: string, range: Span): LineRun[] {
  const runs: GrowingRun[] = [];
  const numbered = numberedLines(text, linesIn(text, range));
  let session: 'prompt' | 'output' | null = null;
  for (const line of linesIn(text, range)) {
    const code = promptEnd(text, line, session === 'prompt');
    const number = numbered.get(line.start);
    const blank = text.slice(line.start, line.end).trim() === '';
    const kind: LineRun['kind'] =
      code !== null
        ? 'repl'
        : number !== undefined
          ? 'numbered'
          : session !== null && !blank
            ? 'output'
            : 'other';
    session = code !== null ? 'prompt' : kind === 'output' ? 'output' : null;
    const start = code ?? number ?? (kind === 'output' ? outputStart(text, line) : line.start);
    const last = runs.at(-1);
    if (last?.kind === kind) {
      last.lines.push({ start, end: line.end });
      last.span.end = line.end;
    } else {
      runs.push({ kind, lines: [{ start, end: line.end }], span: { start: line.start, end: line.end } });
    }
  }
  return runs;
}

/** Where the code of a prompt line begins: after `>>> `, `... ` (within a session), `In [3]: ` or `   ...: `. */
function promptEnd(text: string, line: Span, inSession: boolean): number | null {
  let at = line.start;
  while (text.charAt(at) === ' ') at += 1;
  if (text.startsWith('>>>', at)) return afterSpace(text, at + 3);
  if (text.startsWith('In [', at)) {
    const close = text.indexOf(']:', at);
    return close < 0 || close > line.end || close - at > 12 ? null : afterSpace(text, close + 2);
  }
  if (inSession && text.startsWith('...', at)) {
    return afterSpace(text, at + (text.charAt(at + 3) === ':' ? 4 : 3));
  }
  return null;
}

/** Behind `Out[3]:`, where there is one. */
function outputStart(text: string, line: Span): number {
  if (!text.startsWith('Out[', line.start)) return line.start;
  const close = text.indexOf(']:', line.start);
  return close < 0 || close >= line.end ? line.start : close + 2;
}

const afterSpace = (text: string, at: number): number => (text.charAt(at) === ' ' ? at + 1 : at);

/** For each line that bears a line number, where its code begins. A number counts if the next line has the next one. */
function numberedLines(text: string, lines: readonly Span[]): Map<number, number> {
  const starts = new Map<number, number>();
  let run: { line: Span; code: number; number: number }[] = [];
  const close = (): void => {
    const like = run.filter(({ line, code }) => isCodeLine(text, { start: code, end: line.end }));
    if (run.length >= 2 && like.length * 2 >= run.length) {
      for (const { line, code } of run) starts.set(line.start, code);
    }
    run = [];
  };
  for (const line of lines) {
    const label = lineNumber(text, line);
    if (!label) {
      close();
      continue;
    }
    if (run.length > 0 && run.at(-1)?.number !== label.number - 1) close();
    run.push({ line, ...label });
  }
  close();
  return starts;
}

/** `12  code`, `12: code`, `12| code`, `12. code` and the arrow of a traceback, `----> 12 code`. */
function lineNumber(text: string, line: Span): { number: number; code: number } | null {
  let at = line.start;
  while (at < line.end && ' -\t'.includes(text.charAt(at))) at += 1;
  if (text.charAt(at) === '>') at += 1;
  while (text.charAt(at) === ' ') at += 1;
  const from = at;
  while (at - from < 5 && isDigit(text.charAt(at))) at += 1;
  if (at === from) return null;
  const number = Number(text.slice(from, at));
  const separator = text.charAt(at);
  if (':|.'.includes(separator) && separator !== '') at += 1;
  else if (separator !== ' ' && separator !== '\t' && separator !== '\n' && at < line.end) return null;
  return { number, code: Math.min(afterSpace(text, at), line.end) };
}

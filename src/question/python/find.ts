import type { Span } from '../question.ts';
import { findCalls } from './find-call.ts';
import { type Fenced, findFences } from './find-fence.ts';
import { isSummaryHeader, isSummaryLine } from './foreign/summary.ts';
import { isCodeLine, isPrototxtLine, linesIn, proseStart } from './line.ts';
import { normaliseSigns } from './normalise.ts';
import { composeOffsets, type MappedText } from './offsets.ts';
import { scan } from './scan.ts';
import type { CodeStretch } from './stretch.ts';
import { splitTranscript } from './transcript.ts';

/**
 * The stretches of a message that are code, in order and without overlap: fenced and inline code, REPL sessions,
 * numbered lines, plain lines of code, and calls inside sentences. Spans and offsets are positions in `text`.
 */
export function findCode(text: string): CodeStretch[] {
  const plain = normaliseSigns(text);
  const found: CodeStretch[] = [];
  let at = 0;
  for (const fenced of findFences(plain.text)) {
    found.push(...inProse(plain, { start: at, end: fenced.span.start }));
    found.push(...inFence(plain, fenced));
    at = fenced.span.end;
  }
  found.push(...inProse(plain, { start: at, end: plain.text.length }));
  return found;
}

function inFence(plain: MappedText, fenced: Fenced): CodeStretch[] {
  const { kind, language } = fenced;
  if (kind === 'inline') return [stretch(plain, kind, language, fenced.span, [fenced.body])];
  const runs = splitTranscript(plain.text, fenced.body);
  if (runs.every((run) => run.kind === 'other')) {
    return [stretch(plain, kind, language, fenced.span, [fenced.body])];
  }
  return runs
    .filter((run) => run.lines.some(({ start, end }) => plain.text.slice(start, end).trim() !== ''))
    .map((run) => stretch(plain, run.kind === 'other' ? kind : run.kind, language, run.span, run.lines));
}

function inProse(plain: MappedText, range: Span): CodeStretch[] {
  return splitTranscript(plain.text, range).flatMap((run) => {
    if (run.kind === 'other') return inLines(plain, run.span);
    if (run.kind !== 'output') return [stretch(plain, run.kind, null, run.span, run.lines)];
    const spoken = run.lines.findIndex((line) => !isPrinted(plain.text, line));
    const lines = spoken < 0 ? run.lines : run.lines.slice(0, spoken);
    const end = lines.at(-1)?.end ?? run.span.start;
    const rest = inLines(plain, { start: end, end: run.span.end });
    return lines.length > 0
      ? [stretch(plain, 'output', null, { start: run.span.start, end }, lines), ...rest]
      : rest;
  });
}

/** Whether a line behind a prompt is a value that was printed, not the asker's next sentence. */
function isPrinted(text: string, { start, end }: Span): boolean {
  const line = text.slice(start, end).trim();
  return line.startsWith('<') || proseStart(line.replaceAll('...', '')) === null;
}

/** Lines of code among the sentences, and calls in the sentences. */
function inLines(plain: MappedText, range: Span): CodeStretch[] {
  const found: CodeStretch[] = [];
  const { text } = plain;
  const prose = (start: number, end: number): void => {
    for (const span of findCalls(text, { start, end }))
      found.push(stretch(plain, 'call', null, span, [span]));
  };
  const lines = linesIn(text, range);
  let proseFrom = range.start;
  for (let at = 0; at < lines.length; ) {
    const end = tableEnd(text, lines, at) ?? blockEnd(text, lines, at);
    const first = lines[at];
    if (end === at || !first) {
      at += 1;
      continue;
    }
    const span = { start: first.start, end: lines[end - 1]?.end ?? first.end };
    prose(proseFrom, span.start);
    found.push(stretch(plain, 'block', null, span, [span]));
    proseFrom = span.end;
    at = end;
  }
  prose(proseFrom, range.end);
  return found;
}

/** The index behind the last line of the table of a summary whose header is line `from`; null where none is. */
function tableEnd(text: string, lines: readonly Span[], from: number): number | null {
  const written = (at: number): string => {
    const line = lines[at];
    return line === undefined ? '' : text.slice(line.start, line.end).trimEnd();
  };
  if (!isSummaryHeader(written(from))) return null;
  let end = from + 1;
  for (let at = end; at < lines.length && isSummaryLine(written(at)); at += 1)
    if (written(at) !== '') end = at + 1;
  return end;
}

/** The index behind the last line of the block of code that begins with line `from`; `from` where none does. */
function blockEnd(text: string, lines: readonly Span[], from: number): number {
  let end = from;
  let depth = 0;
  let braces = false;
  let quote: string | null = null;
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at];
    if (!line) break;
    const written = text.slice(line.start, line.end);
    if (quote !== null || (end > from && opensDocstring(written))) {
      quote = quoteAfter(written, quote);
      end = at + 1;
      continue;
    }
    const isBlock = isPrototxtLine(text, line);
    braces ||= isBlock;
    const isCode = isBlock || isCodeLine(text, line) || (braces && depth > 0);
    if (!isCode && (end === from || !continues(written, depth))) {
      if (written.trim() === '' && end > from && depth === 0) continue;
      break;
    }
    depth = Math.max(0, depth + depthChange(written));
    if (written.trim() !== '') end = at + 1;
  }
  return end;
}

/** Whether a line that is no statement goes on with the code above: inside brackets, a comment, a word alone. */
function continues(written: string, depth: number): boolean {
  // "(0-11): 12 x Block(", as PyTorch prints twelve modules that are alike.
  const line = written.trim().replace(/^(\(\d+-\d+\): )\d+ x (?=[A-Z])/, '$1');
  if (line.startsWith('#')) return true;
  const [word = ''] = line.split(/[^a-z.]/, 1);
  if (alone.has(line)) return true;
  if (leading.has(word) && written.startsWith(' ') && proseStart(line.slice(word.length)) === null)
    return true;
  return depth > 0 && proseStart(line) === null;
}

const alone = new Set(['pass', 'return', 'break', 'continue', '...']);
/** Words that begin a statement, and sentences as well: indented below code they are code. */
const leading = new Set(['return', 'assert', 'raise', 'yield', 'del', 'global', 'nonlocal']);

const opensDocstring = (written: string): boolean => /^\s*[rR]?("{3}|'{3})/.test(written);

/** The quotes that are still open behind a line; null where none are. */
function quoteAfter(written: string, open: string | null): string | null {
  const quotes = open ?? /"{3}|'{3}/.exec(written)?.[0] ?? null;
  if (quotes === null) return null;
  const marks = written.split(quotes).length - 1 + (open === null ? 0 : 1);
  return marks % 2 === 0 ? null : quotes;
}

function depthChange(written: string): number {
  let change = 0;
  for (const { kind } of scan(written)) change += kind === 'open' ? 1 : kind === 'close' ? -1 : 0;
  return change;
}

function stretch(
  plain: MappedText,
  kind: CodeStretch['kind'],
  language: string | null,
  span: Span,
  ranges: readonly Span[],
): CodeStretch {
  let source = '';
  const offsets: number[] = [];
  let end = span.start;
  for (const range of ranges) {
    source += plain.text.slice(range.start, range.end);
    for (let at = range.start; at < range.end; at += 1) offsets.push(at);
    end = range.end;
  }
  offsets.push(end);
  const inText = (offset: number): number => plain.offsets[offset] ?? plain.offsets.at(-1) ?? 0;
  return {
    kind,
    language,
    span: { start: inText(span.start), end: inText(span.end) },
    source,
    offsets: composeOffsets(offsets, plain.offsets),
  };
}

import { findCode } from '../python/index.ts';

/** A piece of a message by its layout. */
export type Block =
  | { readonly kind: 'prose' | 'item' | 'heading' | 'code'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly header: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

const fence = /^\s{0,3}(?:```|~~~)/;
const heading = /^\s{0,3}#{1,6}\s+(.+?)\s*#*$/;
const boldLine = /^\s*\*\*([^*]{1,80}?):?\*\*:?\s*$/;
const bullet = /^\s*(?:>\s*)?(?:[-*•+–]|\d{1,2}[.)])\s+/;
const tableRow = /^\s*\|.*\|\s*$/;
const separator = /^\s*\|(?:\s*:?-+:?\s*\|)+\s*$/;

/** Cuts a message into paragraphs, headings, code and tables, as Markdown and as people lay them out. */
export function blocksOf(message: string): readonly Block[] {
  const lines = joinedFormulas(message).split('\n');
  const code = codeLines(message, lines);
  const blocks: Block[] = [];
  let prose: string[] = [];
  let kind: 'prose' | 'item' = 'prose';
  const flush = () => {
    if (prose.length > 0) blocks.push({ kind, text: prose.join(' ') });
    prose = [];
    kind = 'prose';
  };
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (fence.test(line)) {
      flush();
      const close = lines.findIndex((other, later) => later > at && fence.test(other));
      const end = close === -1 ? lines.length : close;
      blocks.push({ kind: 'code', text: lines.slice(at + 1, end).join('\n') });
      at = end;
    } else if (code.has(at)) {
      flush();
      const from = at;
      while (code.has(at + 1)) at += 1;
      blocks.push({ kind: 'code', text: lines.slice(from, at + 1).join('\n') });
    } else if (tableRow.test(line) && separator.test(lines[at + 1] ?? '')) {
      flush();
      const from = at + 2;
      while (tableRow.test(lines[at + 1] ?? '')) at += 1;
      blocks.push({ kind: 'table', header: cells(line), rows: lines.slice(from, at + 1).map(cells) });
    } else {
      const title = heading.exec(line)?.[1] ?? boldLine.exec(line)?.[1];
      const starts = bullet.test(line) || line.trim() === '' || !goesOn(prose.at(-1), line);
      if (title !== undefined || starts) flush();
      if (title !== undefined) blocks.push({ kind: 'heading', text: title });
      else if (line.trim() !== '') {
        if (bullet.test(line) || givesShape.test(line)) kind = 'item';
        prose.push(unmarked(line));
      }
    }
  }
  flush();
  return blocks;
}

const unmarked = (line: string): string =>
  line
    .replace(bullet, '')
    .replace(/^\s*>\s?/, '')
    .trim();

/** A sentence that is wrapped: the line before it has no end, and this one starts small. */
function goesOn(before: string | undefined, line: string): boolean {
  return (
    before !== undefined && !/[.!?:;]$/.test(before) && /^\s*[a-z(]/.test(line) && !/^\s*[\w.]+\(/.test(line)
  );
}

const cells = (row: string): readonly string[] =>
  row
    .trim()
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());

/** A displayed formula over several lines is one. */
const joinedFormulas = (message: string): string =>
  message.replace(/\\\[[^\]]{0,400}\\\]|\$\$[^$]{0,400}\$\$/g, (formula) => formula.replaceAll('\n', ' '));

/** "nn.MaxPool2d(2) -> (1, 3, 112, 112)" says what comes out; no code does. */
const givesShape = /\)\s*(?:->|→|=>)\s*[([]?\s*(?:\d|None)/;

/** A line behind code that only code can be. */
const goesOnInCode =
  /^(?:\s{4,}\S|return\b|def |class |self\.|for \w+ in |@|#|[\])}]|\w+(?:\.\w+)* = |print\(|model\.\w+\()/;

/** Lines of code without a fence: several in a row that parse together. */
function codeLines(message: string, lines: readonly string[]): ReadonlySet<number> {
  const starts: number[] = [];
  let offset = 0;
  for (const line of lines) {
    starts.push(offset);
    offset += line.length + 1;
  }
  const found = new Set<number>();
  for (const { span, source, kind } of findCode(message)) {
    if (kind === 'output' || !source.trim().includes('\n') || givesShape.test(source)) continue;
    for (const [at, start] of starts.entries()) if (start >= span.start && start < span.end) found.add(at);
  }
  for (const [at, line] of lines.entries()) if (found.has(at - 1) && goesOnInCode.test(line)) found.add(at);
  return found;
}

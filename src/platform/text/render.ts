import { type Block, type Inline, type Message, plain, type Table } from '../../reply/index.ts';
import { type Style, unstyled } from './style.ts';
import { width } from './width.ts';

/**
 * A message as text: the terminal's answer, and the plain-text form of `ask --json`. Nothing is left out but the
 * buttons, which a terminal does not have.
 */
export function renderText(message: Message, style: Style = unstyled): string {
  const { title, understood, blocks, assumptions, sources } = message;
  return [
    style.title(plain(title)),
    understood === null ? null : styled(understood, style),
    ...blocks.map((block) => renderBlock(block, style)),
    assumptions.length === 0
      ? null
      : ['Assumed:', ...assumptions.map((one) => `- ${styled(one, style)}`)].join('\n'),
    sources.length === 0
      ? null
      : sources.map(({ label, href }) => style.faint(`${label}: ${href}`)).join('\n'),
  ]
    .filter((part) => part !== null && part !== '')
    .join('\n\n');
}

function renderBlock(block: Block, style: Style): string {
  switch (block.kind) {
    case 'text':
      return styled(block.content, style).trim();
    case 'heading':
      return style.strong(block.text);
    case 'steps':
      return block.items
        .map((item, at) => `${block.ordered ? `${at + 1}.` : '-'} ${styled(item, style)}`)
        .join('\n');
    case 'table':
      return [...(block.caption ? [block.caption] : []), ...tableLines(block.table, style)].join('\n');
    case 'code':
      return indented(block.code);
    case 'picture':
      return style.faint(`[picture: ${block.alt}]`);
    case 'notice':
      return styled(block.content, style);
  }
}

/** Columns as wide as their widest cell; numbers on the right where the table says so. */
export function tableLines({ header, rows, align }: Table, style: Style = unstyled): readonly string[] {
  const cells = [header, ...rows].map((row) => row.map((cell) => plain(cell)));
  const widths = header.map((_, column) => Math.max(...cells.map((row) => width(row[column] ?? ''))));
  const line = (row: readonly string[]) =>
    widths
      .map((columnWidth, column) => padded(row[column] ?? '', columnWidth, align[column] ?? 'left'))
      .join('  ')
      .trimEnd();
  const [head = [], ...body] = cells;
  const empty = head.every((cell) => cell === '');
  return [
    ...(empty ? [] : [style.strong(line(head)), widths.map((size) => '-'.repeat(size)).join('  ')]),
    ...body.map(line),
  ];
}

function padded(text: string, columnWidth: number, align: 'left' | 'right'): string {
  const space = ' '.repeat(columnWidth - width(text));
  return align === 'right' ? space + text : text + space;
}

function styled(inline: Inline, style: Style): string {
  if (typeof inline === 'string') return inline;
  if (!('mark' in inline)) return inline.map((part) => styled(part, style)).join('');
  switch (inline.mark) {
    case 'code':
      return style.code(inline.text);
    case 'strong':
      return style.strong(styled(inline.content, style));
    case 'emphasis':
      return styled(inline.content, style);
    case 'link':
      return `${styled(inline.content, style)} (${inline.href})`;
  }
}

const indented = (text: string) =>
  text
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');

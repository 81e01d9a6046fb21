import { plain, type Table } from '../../reply/index.ts';
import { tableLines, width } from '../text/index.ts';
import { codeBlock } from './escape.ts';
import { markdown } from './markdown.ts';
import type { Piece } from './piece.ts';

/** Columns of type of one width that Discord shows on a narrow window without breaking the lines. */
const columns = 58;
const longestBlock = 1_900;
const longestList = 3_000;

/**
 * A table, which Discord does not have: aligned in a code block, or as a list with a heading for each row where it is
 * too wide, or as a text file where it is too long for both.
 */
export function tablePieces(table: Table, caption: string | null, number: number): readonly Piece[] {
  const title = caption === null ? [] : [tight(markdown({ mark: 'strong', content: caption }))];
  const lines = tableLines(table);
  const block = codeBlock(lines.join('\n'), 'text');
  if (lines.every((line) => width(line) <= columns) && Buffer.byteLength(block) <= longestBlock)
    return [...title, tight(block)];
  const list = rowList(table);
  if (Buffer.byteLength(list) <= longestList) return [...title, { kind: 'text', text: list, tight: false }];
  const name = `table-${number}.txt`;
  const bytes = Buffer.from(`${lines.join('\n')}\n`);
  const note = `The table has ${table.rows.length} rows; it is in ${name}.`;
  return [
    ...title,
    { kind: 'text', text: markdown(note), tight: true },
    { kind: 'file', file: { name, description: caption, bytes } },
  ];
}

/** Each row under its first cell, the others with the heads of their columns. */
function rowList({ header, rows }: Table): string {
  return rows
    .map(([first = '', ...cells]) => {
      const points = cells.flatMap((cell, at) => {
        const head = header[at + 1] ?? '';
        if (plain(cell) === '') return [];
        return [`- ${plain(head) === '' ? '' : `${markdown(head)}: `}${markdown(cell)}`];
      });
      return [markdown({ mark: 'strong', content: first }), ...points].join('\n');
    })
    .join('\n');
}

const tight = (text: string): Piece => ({ kind: 'text', text, tight: true });

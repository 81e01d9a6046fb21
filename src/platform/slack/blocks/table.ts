import type { types } from '@slack/bolt';
import { type Inline, plain, type Table } from '../../../reply/index.ts';
import { slackLimits } from '../../limits.ts';
import { tableLines } from '../../text/index.ts';
import { type Piece, piece, preformatted } from './piece.ts';
import { richElements } from './rich.ts';
import { weight } from './weight.ts';

type Cell = types.TableBlock['rows'][number][number];

/** A table as Slack's table block, or null where it is larger than one may be. */
export function tableBlock({ header, rows, align }: Table): Piece | null {
  const width = Math.max(header.length, ...rows.map((row) => row.length));
  const all = header.every((cell) => plain(cell) === '') ? rows : [header, ...rows];
  const heading = all[0] === header;
  if (all.length === 0 || all.length > slackLimits.tableRows) return null;
  if (width === 0 || width > slackLimits.tableColumns) return null;
  const cells = all.map((row, at) =>
    Array.from({ length: width }, (_, column) => tableCell(row[column] ?? '', heading && at === 0)),
  );
  const characters = all.flat().reduce<number>((total, cell) => total + Math.max(plain(cell).length, 1), 0);
  const block: types.TableBlock = {
    type: 'table',
    column_settings: Array.from({ length: width }, (_, at) => ({
      align: align[at] ?? 'left',
      is_wrapped: true,
    })),
    rows: cells,
  };
  if (characters > slackLimits.tableText || weight(block) > slackLimits.blocksTogether / 2) return null;
  return piece(block, tableLines({ header, rows, align }).join('\n'));
}

/** A table in type of one width, for tables that Slack's own block cannot hold. */
export function tableText(table: Table): readonly Piece[] {
  return preformatted(tableLines(table).join('\n'));
}

/** Slack refuses an empty cell, hence the blank. */
function tableCell(inline: Inline, heading: boolean): Cell {
  const elements = richElements(inline, heading ? { bold: true } : {});
  const rich = elements.some((element) => element.type === 'link' || element.style !== undefined);
  if (!rich) return { type: 'raw_text', text: plain(inline) || ' ' };
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [...elements] }] };
}

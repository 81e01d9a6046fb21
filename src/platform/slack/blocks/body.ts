import { type Block, strong, type Table } from '../../../reply/index.ts';
import { slackLimits } from '../../limits.ts';
import { isEmpty, type Piece, paragraph, piece, preformatted, quote } from './piece.ts';
import { steps } from './steps.ts';
import { tableBlock, tableText } from './table.ts';

/** A picture as a message can show it: a file of this workspace, or why there is none. */
export type ShownPicture =
  | { readonly kind: 'file'; readonly id: string }
  | { readonly kind: 'none'; readonly reason: string };

/** What is shown in the place of the `index`-th picture of a message. */
export type Pictures = (index: number) => ShownPicture;

/** The blocks of an answer, in Slack's own. The first table that fits is a table block: a message takes one. */
export function bodyPieces(blocks: readonly Block[], pictures: Pictures): readonly Piece[] {
  let tables = 0;
  let picture = 0;
  const showTable = (table: Table) => {
    const own = tables < slackLimits.tables ? tableBlock(table) : null;
    if (own) tables++;
    return own ? [own] : tableText(table);
  };
  const showPicture = (alt: string) => picturePieces(alt, pictures(picture++));
  return blocks.flatMap((block) => blockPieces(block, showTable, showPicture));
}

function blockPieces(
  block: Block,
  showTable: (table: Table) => readonly Piece[],
  showPicture: (alt: string) => readonly Piece[],
): readonly Piece[] {
  switch (block.kind) {
    case 'text':
      return isEmpty(block.content) ? [] : paragraph(block.content);
    case 'heading':
      return paragraph(strong(block.text));
    case 'steps':
      return steps(block);
    case 'table':
      return [...(block.caption === null ? [] : paragraph(strong(block.caption))), ...showTable(block.table)];
    case 'code':
      return preformatted(block.code);
    case 'picture':
      return showPicture(block.alt);
    case 'notice':
      return quote(block.tone === 'info' ? block.content : [leads[block.tone], block.content]);
  }
}

const leads = { warning: strong('Warning: '), error: strong('Error: ') };

function picturePieces(alt: string, shown: ShownPicture): readonly Piece[] {
  const words = paragraph(`Picture: ${alt}${shown.kind === 'file' ? '' : ` (${shown.reason})`}`);
  if (shown.kind === 'none') return words;
  // A screen reader stops at the block's limit; what is longer stands below the picture.
  const short = alt.length <= slackLimits.imageAlt;
  const image = {
    type: 'image',
    alt_text: short ? alt : 'Described below',
    slack_file: { id: shown.id },
  } as const;
  return [piece(image, `Picture: ${short ? alt : 'described below'}`), ...(short ? [] : words)];
}

import type { types } from '@slack/bolt';
import { type Inline, plain } from '../../../reply/index.ts';
import { cutText } from './cut.ts';
import { type RichElement, richRuns } from './rich.ts';

/** One block of a message beside what it says in plain text, for the fallback. */
export interface Piece {
  readonly block: types.KnownBlock;
  readonly text: string;
}

/** Paragraphs of text: one piece, or several where it is longer than a block. */
export function paragraph(inline: Inline): readonly Piece[] {
  return richRuns(inline).map((run) =>
    piece({ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: run }] }, textOf(run)),
  );
}

/** Text set apart by a bar. */
export function quote(inline: Inline): readonly Piece[] {
  return richRuns(inline).map((run) =>
    piece({ type: 'rich_text', elements: [{ type: 'rich_text_quote', elements: run }] }, textOf(run)),
  );
}

/** Code or aligned text, in type of one width, cut between lines. */
export function preformatted(code: string): readonly Piece[] {
  return cutText(code.replace(/\n+$/, ''))
    .map((text) => text.replace(/\n$/, ''))
    .filter((text) => text !== '')
    .map((text) =>
      piece(
        {
          type: 'rich_text',
          elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text }] }],
        },
        text,
      ),
    );
}

export const piece = (block: types.KnownBlock, text: string): Piece => ({ block, text });

const textOf = (elements: readonly RichElement[]): string => elements.map(({ text }) => text ?? '').join('');

export const isEmpty = (inline: Inline): boolean => plain(inline).trim() === '';

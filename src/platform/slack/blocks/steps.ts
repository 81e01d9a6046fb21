import { type Block, type Inline, plain } from '../../../reply/index.ts';
import { slackLimits } from '../../limits.ts';
import { gather } from './cut.ts';
import { type Piece, paragraph, piece } from './piece.ts';
import { elementSize, richElements } from './rich.ts';

type Steps = Extract<Block, { kind: 'steps' }>;

/**
 * A list: Slack's own where it fits a block, else paragraphs that carry their numbers, because a list that goes on
 * in the next block would count from 1 again.
 */
export function steps({ ordered, items }: Steps): readonly Piece[] {
  if (items.length === 0) return [];
  const sign = (at: number) => (ordered ? `${at + 1}. ` : '• ');
  if (items.reduce<number>((total, item) => total + size(item), 0) > slackLimits.text) {
    const lines = items.map((item, at): Inline => [sign(at), item, '\n']);
    return gather(lines, size).flatMap((run) => paragraph(run));
  }
  const sections = items.map((item) => ({
    type: 'rich_text_section' as const,
    elements: [...richElements(plain(item) === '' ? ' ' : item)],
  }));
  const style = ordered ? 'ordered' : 'bullet';
  return [
    piece(
      { type: 'rich_text', elements: [{ type: 'rich_text_list', style, elements: sections }] },
      items.map((item, at) => sign(at) + plain(item)).join('\n'),
    ),
  ];
}

const size = (item: Inline): number =>
  richElements(item).reduce((total, element) => total + elementSize(element), 0);

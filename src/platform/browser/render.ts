import type { Action, Block, Drawing, Message } from '../../reply/index.ts';
import type { ShownAnswer, ShownBlock } from './wire.ts';

/** What a rendering needs beside the message itself. */
export interface Surroundings {
  /** Under which the server keeps the answer. */
  readonly id: string;
  readonly drawings: readonly (Drawing | null)[];
  /** The id under which a press of the action's button comes back. */
  readonly button: (action: Action) => string;
}

/** An answer as the page shows it: the same words, with addresses for its pictures and ids for its buttons. */
export function render(message: Message, { id, drawings, button }: Surroundings): ShownAnswer {
  const { title, understood, blocks, assumptions, actions, sources, visibility } = message;
  return {
    kind: 'answer',
    id,
    title,
    understood,
    blocks: shownBlocks(blocks, id, drawings),
    assumptions,
    buttons: actions.map((action) => ({ id: button(action), label: action.label })),
    sources,
    isPrivate: visibility === 'private',
  };
}

/** Where a picture of an answer is served; `index` counts the answer's pictures. */
export const pictureHref = (id: string, index: number): string => `/pictures/${id}/${index}`;

function shownBlocks(
  blocks: readonly Block[],
  id: string,
  drawings: readonly (Drawing | null)[],
): readonly ShownBlock[] {
  let pictures = 0;
  return blocks.map((block) => {
    if (block.kind !== 'picture') return block;
    const index = pictures++;
    const drawing = drawings[index];
    const drawn = drawing
      ? { href: pictureHref(id, index), width: drawing.width, height: drawing.height }
      : null;
    return { kind: 'picture', alt: block.alt, drawn };
  });
}

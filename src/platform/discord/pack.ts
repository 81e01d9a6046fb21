import { add, fits, messageRoom, type Piece, together, weigh } from './piece.ts';

/**
 * Deals pieces out to as few messages as hold them, in order. `foot` stands at the end of the first message: the
 * buttons, which then sit on the message that a press edits.
 */
export function pack(pieces: readonly Piece[], foot: readonly Piece[]): readonly (readonly Piece[])[] {
  const first: Piece[] = [];
  const messages: Piece[][] = [first];
  let weight = together(foot);
  for (const piece of pieces) {
    const more = add(weight, weigh(piece));
    if (fits(more, messageRoom)) {
      messages.at(-1)?.push(piece);
      weight = more;
    } else {
      messages.push([piece]);
      weight = weigh(piece);
    }
  }
  first.push(...foot);
  return messages.filter((message) => message.length > 0);
}

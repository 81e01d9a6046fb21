import { label } from '../layout/label.ts';
import type { Piece } from '../layout/piece.ts';
import { column } from '../layout/stack.ts';
import { MUTED } from '../paint/palette.ts';

/** A map below its name, of which a narrow one takes the first word; no light passes there. */
export function under(name: string, map: Piece): Piece {
  const short = name.split(' ')[0] ?? name;
  return column([caption(caption(name).width <= map.width ? name : short), map], 6);
}

export function caption(text: string): Piece {
  return label(text, { size: 13, fill: MUTED });
}

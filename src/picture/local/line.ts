import { INNER_WIDTH } from '../layout/card.ts';
import { label } from '../layout/label.ts';
import { ledger } from '../layout/ledger.ts';
import { legend } from '../layout/legend.ts';
import { type Piece, space } from '../layout/piece.ts';
import { column } from '../layout/stack.ts';
import { MUTED } from '../paint/palette.ts';
import { calculation } from './calculation.ts';
import { mapCaption } from './caption.ts';
import type { LocalInput } from './input.ts';
import { inputGrid } from './input-map.ts';
import { localKeys } from './keys.ts';
import { layOut, type Room } from './layout.ts';
import { outputGrid } from './output-map.ts';
import { inputStage, outputStage } from './stage.ts';
import { strideMark } from './stride-mark.ts';
import type { Window } from './window.ts';

const ROOM: Room = {
  width: INNER_WIDTH,
  beside: false,
  mostRows: 1,
  mostColumns: 14,
  mostOutputRows: 1,
  tallest: () => 42,
  least: 30,
};

/** A sequence: the input above, the light down to the output below it. */
export function lineParts(local: LocalInput, window: Window): readonly Piece[] | null {
  const layout = layOut(local, window, ROOM);
  if (layout === null) return null;
  const { input: seen, output: made } = layout;
  const input = inputStage(inputGrid(local, window, 0, seen), window, 0, seen, 'below');
  const output = outputStage(outputGrid(local, window, 0, made), window, 0, made, 'below');
  const caption = (text: string) => label(text, { size: 13, fill: MUTED });
  return [
    column(
      [
        caption(mapCaption('input', local.input, seen, local.sweeps)),
        space(0, 6),
        column([strideMark(input, window.sweeps[2].stride), input.piece]),
        space(0, 38),
        output.piece,
        space(0, 6),
        caption(mapCaption('output', local.output, made, null)),
      ],
      0,
      'middle',
    ),
    ledger(calculation(local, window), INNER_WIDTH),
    legend(localKeys(local, window, seen, input.next !== null), INNER_WIDTH),
  ];
}

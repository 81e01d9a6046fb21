import { INNER_WIDTH } from '../layout/card.ts';
import { paragraph } from '../layout/label.ts';
import { ledger, narrowLedger } from '../layout/ledger.ts';
import { legend } from '../layout/legend.ts';
import { type Piece, space } from '../layout/piece.ts';
import { column, row } from '../layout/stack.ts';
import { MUTED } from '../paint/palette.ts';
import { calculation } from './calculation.ts';
import { mapCaption } from './caption.ts';
import type { LocalInput } from './input.ts';
import { inputGrid } from './input-map.ts';
import { localKeys } from './keys.ts';
import { layOut, type Room } from './layout.ts';
import { outputGrid } from './output-map.ts';
import { inputStage, outputStage, type Stage } from './stage.ts';
import { strideMark } from './stride-mark.ts';
import type { Window } from './window.ts';

const GAP = 54;
const ROOM: Room = {
  width: INNER_WIDTH - GAP,
  beside: true,
  mostRows: 8,
  mostColumns: 9,
  mostOutputRows: 8,
  tallest: (rows) => (rows > 6 ? 32 : rows > 4 ? 38 : 44),
  least: 30,
};

/** A map: input, light and output side by side, with the calculation where there is room for it. */
export function flatParts(local: LocalInput, window: Window): readonly Piece[] | null {
  const layout = layOut(local, window, ROOM);
  if (layout === null) return null;
  const { input: seen, output: made } = layout;
  const input = inputStage(inputGrid(local, window, 0, seen), window, 0, seen, 'right');
  const output = outputStage(outputGrid(local, window, 0, made), window, 0, made, 'right');
  const rest = INNER_WIDTH - GAP - input.piece.width;
  const left = under(input.piece, mapCaption('input', local.input, seen, local.sweeps), input.piece.width);
  const right = under(output.piece, mapCaption('output', local.output, made, null), rest);
  const entries = calculation(local, window);
  const beside = narrowLedger(entries, rest, left.height + 36 - right.height - 16);
  const low = isLow(input);
  const aside = beside === null ? right : column(low ? [beside, right] : [right, beside], 16);
  const mark = strideMark(input, window.sweeps[2].stride);
  const above = low ? [] : [space(0, mark.height)];
  return [
    row([column([mark, left]), column([...above, aside])], GAP, low ? 'end' : 'start'),
    ...(beside === null ? [ledger(entries, INNER_WIDTH)] : []),
    legend(localKeys(local, window, seen, input.next !== null), INNER_WIDTH),
  ];
}

/** A map with its caption below it. */
function under(map: Piece, caption: string, width: number): Piece {
  return column([map, paragraph(caption, width, { size: 13, fill: MUTED })], 6);
}

/** Whether the lit window lies in the lower half, so that the output does better beside that half. */
function isLow({ lit, piece }: Stage): boolean {
  return lit !== null && lit.y + lit.height / 2 > piece.height * 0.6;
}

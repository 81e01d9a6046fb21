import { INNER_WIDTH } from '../layout/card.ts';
import { label, paragraph, type Style } from '../layout/label.ts';
import { ledger, narrowLedger } from '../layout/ledger.ts';
import { legend } from '../layout/legend.ts';
import { type Piece, space } from '../layout/piece.ts';
import { column, row } from '../layout/stack.ts';
import { positions, type View } from '../map/view.ts';
import { MUTED } from '../paint/palette.ts';
import { calculation } from './calculation.ts';
import { mapCaption } from './caption.ts';
import type { LocalInput } from './input.ts';
import { inputGrid } from './input-map.ts';
import { localKeys } from './keys.ts';
import { layOut, type Room } from './layout.ts';
import { outputGrid } from './output-map.ts';
import { inputStage, outputStage } from './stage.ts';
import type { Window } from './window.ts';

const GAP = 10;
const ASIDE = 26;
const ROOM: Room = {
  width: INNER_WIDTH - 3 * GAP,
  beside: false,
  mostRows: 5,
  mostColumns: 6,
  mostOutputRows: 4,
  tallest: () => 30,
  least: 26,
};

/** A volume: its slices side by side, the light from every slice of the window down to the output's slices. */
export function volumeParts(local: LocalInput, window: Window): readonly Piece[] | null {
  const layout = layOut(local, window, ROOM);
  if (layout === null) return null;
  const { input: seen, output: made } = layout;
  const inputs = positions(seen.depths).map((depth) =>
    inputStage(inputGrid(local, window, depth, seen), window, depth, seen, 'below'),
  );
  const outputs = positions(made.depths).map((depth) =>
    outputStage(outputGrid(local, window, depth, made), window, depth, made, 'below'),
  );
  const above = row(
    inputs.map((stage, index) =>
      column([caption(sliceName(local, seen.depths, index)), stage.piece], 5, 'middle'),
    ),
    GAP,
  );
  const below = row(
    outputs.map((stage, index) =>
      column([stage.piece, caption(`slice ${made.depths.from + index}`)], 5, 'middle'),
    ),
    GAP,
  );
  const entries = calculation(local, window);
  const beside = narrowLedger(entries, INNER_WIDTH - below.width - ASIDE, below.height + 30);
  const captions = `${mapCaption('input', local.input, seen, local.sweeps)}, ${mapCaption('output', local.output, made, null)}`;
  return [
    column(
      [above, space(0, 34), beside === null ? below : row([below, beside], ASIDE, 'start')],
      0,
      beside === null ? 'middle' : 'start',
    ),
    ...(beside === null ? [ledger(entries, INNER_WIDTH)] : []),
    paragraph(captions, INNER_WIDTH, CAPTION),
    legend(
      localKeys(
        local,
        window,
        seen,
        inputs.some((stage) => stage.next !== null),
      ),
      INNER_WIDTH,
    ),
  ];
}

const CAPTION: Style = { size: 13, fill: MUTED };

function sliceName(local: LocalInput, depths: View, index: number): string {
  const at = depths.from + index;
  const size = local.sweeps[0]?.input ?? 0;
  return at < 0 || at >= size ? 'padding' : `slice ${at}`;
}

function caption(text: string): Piece {
  return label(text, CAPTION);
}

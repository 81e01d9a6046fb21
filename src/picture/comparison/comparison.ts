import { card, INNER_WIDTH } from '../layout/card.ts';
import { label, paragraph } from '../layout/label.ts';
import { legend } from '../layout/legend.ts';
import type { Piece } from '../layout/piece.ts';
import { column, row, within } from '../layout/stack.ts';
import { sizes } from '../map/cells.ts';
import { INK, MUTED } from '../paint/palette.ts';
import type { Picture } from '../picture.ts';
import { listRows, sizeText } from '../text/list.ts';
import type { ComparisonInput } from './input.ts';
import { comparisonKeys } from './keys.ts';
import { largeMaps } from './large.ts';
import { smallMaps } from './small.ts';
import { windowsOf } from './windows.ts';
import { globalSide, localSide, type Side } from './words.ts';

const GAP = 24;
function title({ input, local }: ComparisonInput): string {
  const smaller = local.output.data.length < input.data.length ? 'a smaller map' : 'a map';
  return `Local keeps ${smaller}, global keeps one number`;
}

/**
 * The same channel through a local and a global pooling layer: local windows in colours and patterns and the map they
 * become on one side, the global window around everything and its one number on the other.
 */
export function drawGlobalVersusLocal(comparison: ComparisonInput): Picture {
  const windows = windowsOf(comparison);
  const sides = [localSide(comparison, windows), globalSide(comparison)] as const;
  return {
    alt: alt(comparison, sides),
    draw: () => {
      const small = smallMaps(comparison, windows);
      const keys = comparisonKeys(windows, small === null ? 'surface' : 'cells');
      const half = (INNER_WIDTH - GAP) / 2;
      const text = row(
        sides.map((side) => words(side, half)),
        GAP,
        'start',
      );
      const parts = [small ?? largeMaps(comparison, windows), text, legend(keys, INNER_WIDTH)];
      return card({ title: title(comparison), subtitle: subtitle(comparison), parts });
    },
  };
}

function subtitle({ input, channels }: ComparisonInput): string {
  const which = channels === null || channels === 1 ? 'One channel' : `One of ${channels} channels`;
  return `${which}, ${sizeText(input.shape)}${input.shape.length === 1 ? ' steps' : ''}`;
}

function words(side: Side, width: number): Piece {
  const parts = [
    label(side.kind, { size: 15, weight: 'bold', fill: INK }),
    paragraph(side.layer, width, { size: 13, weight: 'bold', fill: MUTED }),
    paragraph(side.keeps, width, { size: 13, fill: MUTED }),
    paragraph(side.sum, width, { size: 14 }),
  ];
  return within(width, column(parts, 7), 'start');
}

function alt(comparison: ComparisonInput, sides: readonly Side[]): string {
  const { input, local } = comparison;
  const [first, second] = sides.map((side) => `${side.kind}: ${side.layer} ${side.keeps}; ${side.sum}.`);
  const output = `Local output: ${listRows(local.output.data, sizes(local.output.shape).columns)}.`;
  return `${title(comparison)}. ${subtitle(comparison)}: ${listRows(input.data, sizes(input.shape).columns)}. ${first} ${output} ${second}`.replaceAll(
    '\u00A0',
    ' ',
  );
}

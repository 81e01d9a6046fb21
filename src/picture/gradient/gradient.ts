import { card, INNER_WIDTH } from '../layout/card.ts';
import { ledger } from '../layout/ledger.ts';
import { type Piece, space } from '../layout/piece.ts';
import { column, row } from '../layout/stack.ts';
import { sizes } from '../map/cells.ts';
import type { Picture } from '../picture.ts';
import { listRows, sizeText } from '../text/list.ts';
import type { GradientInput } from './input.ts';
import { largeMaps } from './large.ts';
import { type GradientLayout, layOutGradient } from './layout.ts';
import { gradientMap, inputMap, upstreamMap } from './maps.ts';
import { caption, under } from './under.ts';
import { type Followed, follow } from './window.ts';
import { gradientTitle, shares } from './words.ts';

const GAP = 30;
const FAR = 60;
/** What the name of a narrow upstream map takes beyond the map. */
const NAME = 40;

/**
 * How a pooling layer routes the gradient of one output cell back to its input: to the largest cell, in equal shares,
 * and what ties do. Sequences and maps; of a large one the part around the window. Of a window too
 * large for legible cells its place.
 */
export function drawGradient(input: GradientInput): Picture {
  const followed = follow(input);
  return {
    alt: alt(input, followed),
    draw: () => {
      const flat = input.sweeps.length > 1;
      const gaps = flat ? NAME + (input.rule.kind === 'average' ? FAR : 2 * GAP) : 0;
      const layout = layOutGradient(input, followed, INNER_WIDTH - gaps);
      const draw = flat ? beside : below;
      const maps = layout === null ? largeMaps(input, followed) : draw(input, followed, layout);
      return card({
        title: gradientTitle(input, followed),
        subtitle: `${input.layer}, backward`,
        parts: [maps, ledger(shares(input, followed), INNER_WIDTH)],
        beams: [['upstream', 'window']],
      });
    },
  };
}

function beside(input: GradientInput, followed: Followed, layout: GradientLayout): Piece {
  const { large, small } = layout;
  const upstream = under('upstream', upstreamMap(input, followed, small, layout.upstream, 'right'));
  const gradient = under(
    'gradient for the input',
    gradientMap(input, followed, large, layout.gradient, 'left'),
  );
  if (input.rule.kind === 'average') return row([upstream, gradient], FAR, 'start');
  return row(
    [under('input', inputMap(input, followed, large, layout.input)), upstream, gradient],
    GAP,
    'start',
  );
}

function below(input: GradientInput, followed: Followed, layout: GradientLayout): Piece {
  const { large, small } = layout;
  const upstream = under('upstream', upstreamMap(input, followed, small, layout.upstream, 'bottom'));
  const gradient = gradientMap(input, followed, large, layout.gradient, 'top');
  const flow = [upstream, space(0, 34), gradient, space(0, 6), caption('gradient for the input')];
  if (input.rule.kind === 'average') return column(flow, 0, 'middle');
  const values = under('input', inputMap(input, followed, large, layout.input));
  return column([values, space(0, 12), ...flow], 0, 'middle');
}

function alt(input: GradientInput, followed: Followed): string {
  const rows = (cells: GradientInput['input']) => listRows(cells.data, sizes(cells.shape).columns);
  const how = shares(input, followed).map((entry) => `${entry.name} ${entry.text}`);
  return [
    `${gradientTitle(input, followed)}. ${input.layer} backward on ${sizeText(input.input.shape)}.`,
    `Input: ${rows(input.input)}. Gradient at the output: ${rows(input.upstream)}.`,
    `Output cell ${input.lit.join(', ')}: ${how.join('; ')}. Gradient for the input: ${rows(input.gradient)}.`,
  ]
    .join(' ')
    .replaceAll('\u00A0', ' ');
}

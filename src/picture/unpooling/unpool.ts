import { card, INNER_WIDTH } from '../layout/card.ts';
import { paragraph } from '../layout/label.ts';
import { sizes } from '../map/cells.ts';
import type { Picture } from '../picture.ts';
import { count, listRows, sizeText } from '../text/list.ts';
import type { UnpoolInput } from './input.ts';
import { unpoolMaps } from './maps.ts';

/**
 * Max unpooling: every pooled value with its index, and the larger map where it stands at that index again, in the
 * same colour and pattern, with zeros everywhere else. Of large maps the first part.
 */
export function drawUnpool(input: UnpoolInput): Picture {
  return {
    alt: alt(input),
    draw: () => {
      const maps = unpoolMaps(input);
      return card({
        title: 'Unpooling puts each value back at its index',
        subtitle: `${input.layer}: ${sizeText(input.pooled.shape)} → ${sizeText(input.output.shape)}`,
        parts: [...(maps === null ? [] : [maps]), paragraph(rule(input), INNER_WIDTH, { size: 14 })],
      });
    },
  };
}

/** How an index is read, with the first one as the example. */
function rule({ indices, output }: UnpoolInput): string {
  const { columns, rows } = sizes(output.shape);
  const [first, kept] = [indices[0] ?? 0, new Set(Array.from(indices)).size];
  const [row, column] = [Math.floor(first / columns), first % columns];
  const place =
    rows === 1 ? `step ${first}` : `row ${row}, column ${column}: ${first} = ${row} × ${columns} + ${column}`;
  return `Index ${first} is ${place}. The other ${count(output.data.length - kept, 'cell')} are 0.`;
}

function alt(input: UnpoolInput): string {
  const { pooled, indices, output, layer } = input;
  const rows = (values: ArrayLike<number>, shape: readonly number[]) =>
    listRows(values, sizes(shape).columns);
  return [
    `${layer}: ${sizeText(pooled.shape)} becomes ${sizeText(output.shape)}, each value at its index.`,
    `Values: ${rows(pooled.data, pooled.shape)}. Indices: ${rows(indices, pooled.shape)}. ${rule(input)}`,
    `Output: ${rows(output.data, output.shape)}.`,
  ].join(' ');
}

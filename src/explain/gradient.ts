import type { Result } from '../answer/index.ts';
import { realCells, windowAt } from '../pooling/index.ts';
import type { InputRead } from '../question/index.ts';
import type { Block } from '../reply/index.ts';
import { formatCall, formatNumber } from './format.ts';
import { text } from './message.ts';
import { gradientPicture } from './pictures.ts';
import { firstPlane, type Plane } from './plane.ts';

/** Which inputs get how much of what flows back, ties told; with a picture where there is one map. */
export function gradientBlocks(result: Result, upstream: InputRead | null): readonly Block[] {
  const { gradient, configuration } = result;
  const plane = firstPlane(result);
  if (!gradient || !plane) return [];
  const sentence = shareSentence(plane);
  const alone = plane.input.data.length === gradient.length && upstream?.values;
  const arriving = upstream?.values ?? new Float64Array();
  const picture =
    alone && arriving.length === plane.output.data.length
      ? gradientPicture(formatCall(configuration), plane, arriving, Float64Array.from(gradient))
      : [];
  return [...(sentence ? [text(sentence)] : []), ...picture];
}

/** How one window hands on what arrives. */
function shareSentence(plane: Plane): string | null {
  const { reduce } = plane.operation;
  switch (reduce.kind) {
    case 'average': {
      const divisors = new Set(windowsOf(plane).map(({ window }) => window.divisor ?? window.realCells));
      const [divisor] = divisors;
      return divisors.size === 1 && divisor !== undefined
        ? `Every cell of a window gets 1/${formatNumber(divisor)} of what arrives there; where windows overlap the shares add up.`
        : 'Every cell of a window gets an equal share of what arrives there; windows at the border divide by another number.';
    }
    case 'max':
    case 'min': {
      const extreme = reduce.kind === 'max' ? 'maximum' : 'minimum';
      const ties = windowsOf(plane).filter(({ values }) => {
        const best = reduce.kind === 'max' ? Math.max(...values) : Math.min(...values);
        return values.filter((value) => value === best).length > 1;
      }).length;
      const plain = `All that arrives at a window goes to its ${extreme}; the other cells get 0.`;
      if (ties === 0) return plain;
      const where = ties === 1 ? 'one window' : `${ties} windows`;
      return reduce.ties === 'first'
        ? `${plain} In ${where} the ${extreme} stands more than once: the first, row by row, takes it all.`
        : `In ${where} the ${extreme} stands more than once: all of them share what arrives evenly. A sliding max pool would give it to the first.`;
    }
    case 'lp':
      return null;
  }
}

/** The windows of a small map with the values in them. */
function windowsOf({ operation, input, output }: Plane) {
  const rank = operation.axes.rank;
  const sizes = output.shape.length < rank ? Array.from({ length: rank }, () => 1) : output.shape;
  const cells = sizes.reduce<readonly (readonly number[])[]>(
    (starts, size) => starts.flatMap((start) => Array.from({ length: size }, (_, at) => [...start, at])),
    [[]],
  );
  return cells.map((cell) => {
    const window = windowAt(operation, input.shape, cell);
    const values = realCells(window).map(
      (position) =>
        input.data[position.reduce((flat, index, axis) => flat * (input.shape[axis] ?? 1) + index, 0)] ?? 0,
    );
    return { window, values };
  });
}

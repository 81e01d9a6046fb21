import type { AxisName } from '../question.ts';
import type { Token } from '../words/token.ts';
import { axesOfSymbols } from './axes.ts';
import { crossedAt } from './crossed.ts';
import { axisNamesAt, listedAt } from './listed.ts';
import type { WrittenShape } from './written.ts';

export interface FoundShapes {
  readonly shapes: readonly WrittenShape[];
  /** Axis names that stand without sizes: `NCHW`, `(height, width, channels)`. */
  readonly named: readonly (readonly AxisName[])[];
}

/** Every shape among the tokens that are still free, in the order of the text; axis names go to the shape they fit. */
export function findShapes(tokens: readonly Token[], free: (index: number) => boolean): FoundShapes {
  const shapes: WrittenShape[] = [];
  const named: (readonly AxisName[])[] = [];
  let at = 0;
  while (at < tokens.length) {
    if (!free(at)) {
      at += 1;
      continue;
    }
    const names = axisNamesAt(tokens, at) ?? symbolsAt(tokens, at);
    const shape = names === null ? (listedAt(tokens, at) ?? crossedAt(tokens, at)) : null;
    if (names !== null) {
      named.push(names.axes);
      at = names.to;
    } else if (shape !== null) {
      shapes.push(shape);
      at = shape.to;
    } else {
      at += 1;
    }
  }
  return { shapes: shapes.map((shape) => withAxes(shape, named)), named };
}

function symbolsAt(
  tokens: readonly Token[],
  at: number,
): { readonly axes: readonly AxisName[]; readonly to: number } | null {
  const first = tokens[at];
  if (first?.kind !== 'word') return null;
  const compact = axesOfSymbols(first.word);
  if (compact !== null) return { axes: compact, to: at + 1 };
  let written = first.word;
  let to = at + 1;
  while (first.word.length === 1 && tokens[to]?.word === 'x' && tokens[to + 1]?.word.length === 1) {
    written += `x${tokens[to + 1]?.word ?? ''}`;
    to += 2;
  }
  const spread = to === at + 1 ? null : axesOfSymbols(written);
  return spread === null ? null : { axes: spread, to };
}

function withAxes(shape: WrittenShape, named: readonly (readonly AxisName[])[]): WrittenShape {
  if (shape.axes !== null) return shape;
  const fitting = named.find((axes) => axes.length === shape.shape.length);
  if (fitting !== undefined) return { ...shape, axes: fitting };
  const unbatched = named.find((axes) => axes[0] === 'batch' && axes.length === shape.shape.length + 1);
  return unbatched === undefined ? shape : { ...shape, axes: unbatched.slice(1) };
}

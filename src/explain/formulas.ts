import type { Block } from '../reply/index.ts';
import { text } from './message.ts';
import type { Plane } from './plane.ts';
import { windowFormula } from './windows.ts';

/** Output cells beyond this number follow by the same rule and are not written out. */
const mostFormulas = 4;

/** The first output cells of a map, each with its window and divisor. */
export function formulaBlocks(plane: Plane): readonly Block[] {
  const { output } = plane;
  const cells = Array.from({ length: Math.min(mostFormulas, output.data.length) }, (_, cell) => cell);
  const formulas = cells.flatMap((cell) => windowFormula(plane, cell) ?? []);
  return formulas.length === 0
    ? []
    : [text(formulas.join('; '), output.data.length > mostFormulas ? '; …' : '.')];
}

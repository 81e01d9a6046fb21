import type { Tensor } from '../pooling/index.ts';
import { gradientOf, type Side, sameValues, sizesAfter, valuesAfter } from './equality-side.ts';
import { tellsApart } from './equality-size.ts';

/** An input on which two layers differ, with what each makes of it. */
export interface Counterexample {
  readonly input: Tensor;
  readonly outputs: readonly [Tensor, Tensor];
}

/** Maps with more cells than this are no small example. */
const mostCells = 4096;

/** The smallest map on which two sides give different values: few cells first, simple numbers first. */
export function smallestCounterexample(
  a: Side,
  b: Side,
  lengths: readonly (readonly number[])[],
): Counterexample | null {
  return smallest(a, b, lengths, simpleInputs, (input) =>
    tellsApart(a, b, input) ? pairOf(valuesAfter(a, input), valuesAfter(b, input)) : null,
  );
}

/** The smallest map with equal cells in its windows on which the gradients differ. */
export function tiedCounterexample(
  a: Side,
  b: Side,
  lengths: readonly (readonly number[])[],
): Counterexample | null {
  return smallest(a, b, lengths, tiedInputs, (input) => {
    const pair = pairOf(gradientOf(a, input), gradientOf(b, input));
    return pair && !sameValues(...pair) ? pair : null;
  });
}

function pairOf(a: Tensor | null, b: Tensor | null): readonly [Tensor, Tensor] | null {
  return a && b ? [a, b] : null;
}

function smallest(
  a: Side,
  b: Side,
  lengths: readonly (readonly number[])[],
  inputs: (cells: number) => readonly Float64Array[],
  differ: (input: Tensor) => readonly [Tensor, Tensor] | null,
): Counterexample | null {
  const shapes = lengths
    .reduce<readonly (readonly number[])[]>(
      (starts, axis) => starts.flatMap((start) => axis.map((length) => [...start, length])),
      [[]],
    )
    .map((shape) => ({ shape, cells: shape.reduce((product, length) => product * length, 1) }))
    .filter(({ cells, shape }) => cells <= mostCells && sizesAfter(a, shape) && sizesAfter(b, shape))
    .sort((one, other) => one.cells - other.cells || spread(one.shape) - spread(other.shape));
  for (const { shape, cells } of shapes) {
    for (const data of inputs(cells)) {
      const outputs = differ({ shape, data });
      if (outputs) return { input: { shape, data }, outputs };
    }
  }
  return null;
}

/** Square maps are easier to read than long ones. */
const spread = (shape: readonly number[]): number => Math.max(...shape) - Math.min(...shape);

function simpleInputs(cells: number): readonly Float64Array[] {
  const rows = [
    (at: number) => at + 1,
    (at: number) => ((at * 7) % 11) - 5,
    (at: number) => -at - 1,
    (at: number) => (at % 2 === 0 ? 1 : -1),
    (at: number) => (at === 0 ? 1 : 0),
    (at: number) => (at === cells - 1 ? 1 : 0),
  ];
  return rows.map((value) => Float64Array.from({ length: cells }, (_, at) => value(at)));
}

/** Of ones and twos: at 0 norms have no gradient, which is not about ties. */
function tiedInputs(cells: number): readonly Float64Array[] {
  const rows = [
    () => 1,
    (at: number) => 1 + (at % 2),
    (at: number) => 1 + ((at >> 1) % 2),
    (at: number) => ((at * 5 + 2) % 3 === 0 ? 2 : 1),
    (at: number) => ((at * 7 + 3) % 5 < 2 ? 2 : 1),
  ];
  return rows.map((value) => Float64Array.from({ length: cells }, (_, at) => value(at)));
}

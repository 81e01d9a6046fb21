import type { Tensor } from '../../pooling/index.ts';
import { gradientOf, type Mixing, mixed, type Side, sameValues, sizesAfter, valuesAfter } from './side.ts';

/** An input on which two sides differ, with what each makes of it. */
export interface Counterexample {
  readonly input: Tensor;
  readonly outputs: readonly [Tensor, Tensor];
  /** The weights of steps that mix channels, for this example; null where there is no such step. */
  readonly mixing: Mixing | null;
}

/** Maps with more cells than this are no small example; where windows are larger, the smallest map has to do. */
const mostCells = 4096;
const largestMap = 1 << 20;

/** The smallest map on which two sides give different values: few cells first, simple numbers first. */
export function smallestCounterexample(
  a: Side,
  b: Side,
  lengths: readonly (readonly number[])[],
): Counterexample | null {
  return smallest(a, b, lengths, simpleInputs, valuesAfter);
}

/** The smallest map with equal cells in its windows on which the gradients differ; with cells below 0 only where asked. */
export function tiedCounterexample(
  a: Side,
  b: Side,
  lengths: readonly (readonly number[])[],
  belowZero: boolean,
): Counterexample | null {
  const bends = belowZero && [...a.steps, ...b.steps].some(({ kind }) => kind === 'function');
  const inputs = (shape: readonly number[]) =>
    bends ? [...tiedInputs(shape), ...simpleInputs(shape)] : tiedInputs(shape);
  return smallest(a, b, lengths, inputs, gradientOf);
}

/** Whether every map of these lengths is too large to look for a counterexample on. */
export const areTooLarge = (lengths: readonly (readonly number[])[]): boolean =>
  countOf(lengths.map((axis) => Math.min(...axis))) > largestMap;

function smallest(
  a: Side,
  b: Side,
  lengths: readonly (readonly number[])[],
  inputs: (shape: readonly number[]) => readonly Float64Array[],
  compute: (side: Side, input: Tensor) => Tensor | null,
): Counterexample | null {
  const shapes = lengths
    .reduce<readonly (readonly number[])[]>(
      (starts, axis) => starts.flatMap((start) => axis.map((length) => [...start, length])),
      [[]],
    )
    .map((shape) => ({ shape, cells: countOf(shape) }))
    .filter(({ cells, shape }) => cells <= largestMap && sizesAfter(a, shape) && sizesAfter(b, shape))
    .sort((one, other) => one.cells - other.cells || spread(one.shape) - spread(other.shape))
    .filter(({ cells }, at) => at === 0 || cells <= mostCells);
  const pairs = mixed(a, b);
  for (const { shape } of shapes) {
    for (const data of inputs(shape)) {
      for (const [left, right, mixing] of pairs) {
        const input = { shape, data };
        const [one, other] = [compute(left, input), compute(right, input)];
        if (one && other && !sameValues(one, other)) return { input, outputs: [one, other], mixing };
      }
    }
  }
  return null;
}

/** Square maps are easier to read than long ones. */
const spread = (shape: readonly number[]): number => Math.max(...shape) - Math.min(...shape);

const countOf = (shape: readonly number[]): number => shape.reduce((product, length) => product * length, 1);

function simpleInputs(shape: readonly number[]): readonly Float64Array[] {
  const cells = countOf(shape);
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
function tiedInputs(shape: readonly number[]): readonly Float64Array[] {
  const cells = countOf(shape);
  const width = shape.at(-1) ?? 1;
  const rows = [
    () => 1,
    (at: number) => 1 + (at % 2),
    (at: number) => 1 + ((at >> 1) % 2),
    (at: number) => ((at * 5 + 2) % 3 === 0 ? 2 : 1),
    (at: number) => ((at * 7 + 3) % 5 < 2 ? 2 : 1),
    // One row ends in a maximum and the next begins with one: which of them is met first depends on the windows.
    (at: number) => (at === width - 1 || at === width ? 2 : 1),
  ];
  return rows.map((value) => Float64Array.from({ length: cells }, (_, at) => value(at)));
}

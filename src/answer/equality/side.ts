import type { Configuration } from '../../frameworks/index.ts';
import type { Layout, Tensor } from '../../pooling/index.ts';
import { gradientBefore, type Step, sizesBehind, stepAlong, valuesBehind } from './step.ts';

/** One side of an equality: steps in a row, each on what the one before it gives. */
export interface Side {
  /** Each step as the layer that it means, or as it was written. */
  readonly written: readonly (string | Configuration)[];
  readonly rank: number;
  readonly layout: Layout;
  readonly steps: readonly Step[];
  /** What everything is multiplied with behind the steps; 1 for nothing. */
  readonly factor: number;
  /** What comes out has lost its spatial axes: Flatten, or global pooling that drops them. */
  readonly flat: boolean;
}

export const sideAlong = (side: Side, axis: number): Side => ({
  ...side,
  rank: 1,
  factor: 1,
  steps: side.steps.map((step) => stepAlong(step, axis)),
});

/** The sizes that come out; null where a step leaves no cells. */
export function sizesAfter({ steps }: Side, sizes: readonly number[]): readonly number[] | null {
  let current: readonly number[] | null = sizes;
  for (const step of steps) current = current && sizesBehind(step, current);
  return current;
}

/** The values that come out; null where a step leaves no cells. */
export function valuesAfter({ steps, factor }: Side, input: Tensor): Tensor | null {
  let current: Tensor | null = input;
  for (const step of steps) current = current && valuesBehind(step, current);
  return current && times(current, factor);
}

const times = ({ shape, data }: Tensor, factor: number): Tensor => ({
  shape,
  data: factor === 1 ? data : Float64Array.from(data, (value) => value * factor),
});

/** The gradient of the sum of all outputs for the input; null where a step leaves no cells. */
export function gradientOf({ steps, factor }: Side, input: Tensor): Tensor | null {
  const inputs: Tensor[] = [];
  let current: Tensor | null = input;
  for (const step of steps) {
    if (current === null) return null;
    inputs.push(current);
    current = valuesBehind(step, current);
  }
  if (current === null) return null;
  const ones: Tensor = { shape: current.shape, data: new Float64Array(current.data.length).fill(factor) };
  return steps.reduceRight((upstream, step, at) => gradientBefore(step, inputs[at] ?? input, upstream), ones);
}

/** Weights for the steps that mix channels: the same on both sides, in their order. */
export interface Mixing {
  readonly weight: number;
  readonly bias: number;
}

/** With a bias that tells one mixing step from another, and with a weight that turns an order round. */
const mixings: readonly ((at: number) => Mixing)[] = [
  (at) => ({ weight: 1, bias: at === 0 ? 1 : at * Math.PI }),
  () => ({ weight: -1, bias: 0 }),
];

/** Both sides with weights put in for the steps that mix channels; as they are where none does. */
export function mixed(a: Side, b: Side): readonly (readonly [Side, Side, Mixing | null])[] {
  const mixes = [...a.steps, ...b.steps].some(({ kind }) => kind === 'mix');
  if (!mixes) return [[a, b, null]];
  return mixings.map((mixing) => [withMixing(a, mixing), withMixing(b, mixing), mixing(0)] as const);
}

function withMixing(side: Side, mixing: (at: number) => Mixing): Side {
  let at = -1;
  return {
    ...side,
    steps: side.steps.map((step) => {
      if (step.kind !== 'mix') return step;
      at += 1;
      return { ...step, ...mixing(at) };
    }),
  };
}

/** Equal to rounding; NaN and infinities equal themselves. */
export function sameValues(a: Tensor, b: Tensor): boolean {
  return (
    a.data.length === b.data.length &&
    a.data.every((value, at) => {
      const other = b.data[at] ?? Number.NaN;
      return Object.is(value, other) || Math.abs(value - other) <= 1e-9 * Math.max(1, Math.abs(value));
    })
  );
}

/** Whether both sides take the input and give different values. */
export function tellsApart(a: Side, b: Side, input: Tensor): boolean {
  const [left, right] = [valuesAfter(a, input), valuesAfter(b, input)];
  return left !== null && right !== null && !sameValues(left, right);
}

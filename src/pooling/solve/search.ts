import type { AxisGoal, SolveQuestion } from './question.ts';

/** The longest window and stride that are searched, so that every question ends. */
export const farthest = 1_000_000;

/** Whole numbers from `low` to `high`, both included; empty when high < low. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** A search for one window, stride and padding that does for all its goals at once. */
export interface Search {
  readonly goals: readonly Pick<AxisGoal, 'input' | 'output'>[];
  readonly kernel: Interval;
  readonly stride: Interval;
  readonly padding: Interval;
  readonly rounding: 'floor' | 'ceil';
  readonly strideIsKernel: boolean;
  readonly oddKernel: boolean;
}

/** What has been decided on an axis bounds its search to one value; the rest runs up to the input's length. */
export function searchFor(question: SolveQuestion, axes: readonly AxisGoal[], padded: boolean): Search {
  const limit = Math.min(farthest, ...axes.map((axis) => axis.input));
  return {
    goals: axes,
    kernel: decided(
      axes.map((axis) => axis.kernel),
      { low: 1, high: limit },
    ),
    stride: decided(
      axes.map((axis) => axis.stride),
      { low: 1, high: limit },
    ),
    padding: decided(
      axes.map((axis) => axis.padding),
      { low: 0, high: padded ? limit : 0 },
    ),
    rounding: question.rounding,
    strideIsKernel: question.strideIsKernel,
    oddKernel: question.oddKernel,
  };
}

// Values decided differently on two axes leave an empty interval: nothing does for both.
function decided(values: readonly (number | undefined)[], free: Interval): Interval {
  const given = values.filter((value) => value !== undefined);
  return given.length === 0 ? free : { low: Math.max(...given), high: Math.min(...given) };
}

export function size(interval: Interval): number {
  return Math.max(interval.high - interval.low + 1, 0);
}

export function meet(a: Interval, b: Interval): Interval {
  return { low: Math.max(a.low, b.low), high: Math.min(a.high, b.high) };
}

export function point(value: number): Interval {
  return { low: value, high: value };
}

export function contains(interval: Interval, value: number): boolean {
  return interval.low <= value && value <= interval.high;
}

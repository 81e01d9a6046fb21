import { at } from '../element.ts';
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
  readonly overlapping: boolean;
}

/**
 * The search for what is alike on these axes. What has been decided on an axis bounds it to one value; a free window
 * or stride runs up to the axis' length. Where two axes decide differently nothing is left.
 */
export function searchFor(question: SolveQuestion, axes: readonly AxisGoal[], padded: boolean): Search {
  const paddings = { low: 0, high: padded ? farthest : 0 };
  const lengths = axes.map((axis) => ({ low: 1, high: Math.min(axis.input, farthest) }));
  return {
    goals: axes,
    kernel: axes.map((axis, index) => decided(axis.kernel, at(lengths, index))).reduce(meet),
    stride: axes.map((axis, index) => decided(axis.stride, at(lengths, index))).reduce(meet),
    padding: axes.map((axis) => decided(axis.padding, paddings)).reduce(meet, paddings),
    rounding: question.rounding,
    strideIsKernel: question.strideIsKernel,
    oddKernel: question.oddKernel,
    overlapping: question.overlapping,
  };
}

function decided(value: number | undefined, free: Interval): Interval {
  return value === undefined ? free : point(value);
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

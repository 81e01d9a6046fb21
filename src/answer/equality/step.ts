import type { Configuration } from '../../frameworks/index.ts';
import {
  backward,
  forward,
  inferShape,
  type LocalWindow,
  type PoolOperation,
  type Reduce,
  type Tensor,
} from '../../pooling/index.ts';
import { cellFunction, type NamedFunction } from './cell-function.ts';
import { type CellRule, shareBack, shareCells, sharesOf } from './cells.ts';

/** One step of a side on bare maps: spatial axes alone, one channel. */
export type Step =
  | { readonly kind: 'pool'; readonly operation: PoolOperation; readonly layer: Configuration | null }
  /** One rule per axis. */
  | { readonly kind: 'cells'; readonly rules: readonly CellRule[] }
  | { readonly kind: 'function'; readonly function: NamedFunction }
  /** A weighted sum over the channels of one cell, plus a bias: a 1x1 convolution, a Dense on every cell. */
  | { readonly kind: 'mix'; readonly weight: number; readonly bias: number };

/** What a step does along one of its axes; windows, padding and divisors are products over the axes. */
export function stepAlong(step: Step, axis: number): Step {
  switch (step.kind) {
    case 'pool':
      return { ...step, operation: operationAlong(step.operation, axis) };
    case 'cells':
      return { ...step, rules: step.rules.slice(axis, axis + 1) };
    case 'function':
    case 'mix':
      return step;
  }
}

function operationAlong(operation: PoolOperation, axis: number): PoolOperation {
  const { window, axes } = operation;
  const line = { ...operation, axes: { ...axes, rank: 1 as const } };
  switch (window.kind) {
    case 'local':
      return { ...line, window: windowAlong(window, axis) };
    case 'adaptive':
      return { ...line, window: { ...window, outputSize: window.outputSize.slice(axis, axis + 1) } };
    case 'global':
    case 'fractional':
      return line;
  }
}

function windowAlong(window: LocalWindow, axis: number): LocalWindow {
  const { kernel, stride, dilation, padding, divisor } = window;
  const one = <Entry>(list: readonly Entry[]) => list.slice(axis, axis + 1);
  return {
    ...window,
    kernel: one(kernel),
    stride: one(stride),
    dilation: one(dilation),
    padding:
      padding.kind === 'same' ? padding : { ...padding, begin: one(padding.begin), end: one(padding.end) },
    divisor:
      divisor.kind === 'fixed'
        ? { kind: 'fixed', value: divisorShare(divisor.value, kernel, axis) }
        : divisor,
  };
}

/** One axis' share of a divisor that was given for the whole window: its cells, and an even part of what goes beyond. */
function divisorShare(value: number, kernel: readonly number[], axis: number): number {
  const area = kernel.reduce((product, cells) => product * cells, 1);
  const beyond = (axis === 0 ? Math.sign(value) : 1) * (Math.abs(value) / area) ** (1 / kernel.length);
  return (kernel[axis] ?? 1) * beyond;
}

/** The sizes behind a step; null where it leaves no cells. */
export function sizesBehind(step: Step, sizes: readonly number[]): readonly number[] | null {
  if (step.kind === 'function' || step.kind === 'mix') return sizes;
  const next =
    step.kind === 'cells'
      ? step.rules.map((rule, axis) => sharesOf(rule, sizes[axis] ?? 0)?.length ?? 0)
      : inferShape(step.operation, sizes).output.filter((size) => size !== null);
  return next.length === sizes.length && next.every((size) => size > 0) ? next : null;
}

/** The values behind a step; null where it leaves no cells. */
export function valuesBehind(step: Step, input: Tensor): Tensor | null {
  switch (step.kind) {
    case 'pool':
      return sizesBehind(step, input.shape) && forward(step.operation, input).output;
    case 'cells':
      return shareCells(step.rules, input);
    case 'function':
      return { shape: input.shape, data: Float64Array.from(input.data, cellFunction(step.function).at) };
    case 'mix':
      return {
        shape: input.shape,
        data: Float64Array.from(input.data, (value) => step.weight * value + step.bias),
      };
  }
}

/** The gradient in front of a step for the one behind it. */
export function gradientBefore(step: Step, input: Tensor, upstream: Tensor): Tensor {
  switch (step.kind) {
    case 'pool':
      return backward(step.operation, input, upstream);
    case 'cells':
      return shareBack(step.rules, input, upstream);
    case 'function':
      return slopes(step.function, input, upstream);
    case 'mix':
      return scaled(upstream, () => step.weight);
  }
}

function slopes(named: NamedFunction, { data }: Tensor, upstream: Tensor): Tensor {
  const { slope } = cellFunction(named);
  return scaled(upstream, (at) => slope(data[at] ?? 0));
}

function scaled({ shape, data }: Tensor, factor: (at: number) => number): Tensor {
  return { shape, data: Float64Array.from(data, (value, at) => value * factor(at)) };
}

/**
 * What a step does to the cells of a window, up to the sign of its inputs: on cells of at least 0 a norm of 1 is a
 * sum, and an infinite one a maximum. Null for steps that only move cells.
 */
export function kindOf(step: Step): string | null {
  switch (step.kind) {
    case 'pool':
      return kindOfReduce(step.operation.reduce);
    case 'cells':
      return step.rules.some(({ kind }) => kind === 'area' || kind === 'linear') ? 'sum' : null;
    case 'function':
      return cellFunction(step.function).keepsPositive ? null : step.function.name;
    case 'mix':
      return 'sum';
  }
}

function kindOfReduce(reduce: Reduce): string {
  if (reduce.kind === 'average') return reduce.truncate ? 'truncated' : 'sum';
  if (reduce.kind !== 'lp') return reduce.kind;
  if (reduce.norm === 1) return 'sum';
  return reduce.norm === Number.POSITIVE_INFINITY ? 'max' : `lp ${reduce.norm}`;
}

/** How a step treats cells below 0. */
export function signOf(step: Step): string {
  if (step.kind !== 'pool' || step.operation.reduce.kind !== 'lp') return 'plain';
  const { norm, sign } = step.operation.reduce;
  if (Number.isFinite(norm) && norm % 2 === 0) return 'plain';
  return sign === 'raw' && norm === 1 ? 'plain' : sign;
}

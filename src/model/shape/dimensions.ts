import type { Dimension, Shape } from '../../pooling/index.ts';

/** The product; null as soon as one factor is open, unless another is 0. */
export function product(dimensions: readonly Dimension[]): Dimension {
  if (dimensions.includes(0)) return 0;
  return dimensions.reduce<Dimension>((all, one) => (all === null || one === null ? null : all * one), 1);
}

/** The sum; null when a summand is open. */
export const sum = (dimensions: readonly Dimension[]): Dimension =>
  dimensions.reduce<Dimension>((all, one) => (all === null || one === null ? null : all + one), 0);

/** `f` of a known dimension; an open one stays open. */
export const whenKnown = (dimension: Dimension, f: (known: number) => number): Dimension =>
  dimension === null ? null : f(dimension);

/** Whether two dimensions can be the same: an open one fits any. */
export const agree = (a: Dimension, b: Dimension): boolean => a === null || b === null || a === b;

/** `(None, 28, 28, 1)`, as Python prints a shape. */
export function printShape(shape: Shape): string {
  const sizes = shape.map((size) => size ?? 'None');
  return sizes.length === 1 ? `(${sizes[0]},)` : `(${sizes.join(', ')})`;
}

/** `[1, 3, 28, 28]`, as PyTorch prints sizes. */
export const printSizes = (shape: Shape): string => `[${shape.map((size) => size ?? '?').join(', ')}]`;

import type { Shape } from '../operation.ts';

/** What is known of the number of elements in a shape. */
export type ElementCount =
  | { readonly kind: 'exact'; readonly count: number }
  /** More than 2^53 - 1, where doubles stop counting exactly. */
  | { readonly kind: 'overflow' }
  /** Some dimension is open; `known` is the product of the others, or null beyond 2^53 - 1. */
  | { readonly kind: 'open'; readonly known: number | null };

/** The product of the known dimensions, or null when it passes 2^53 - 1. An empty axis makes it 0 wherever it stands. */
export function countElements(shape: Shape): number | null {
  if (shape.includes(0)) return 0;
  let count = 1;
  for (const dimension of shape) {
    count *= dimension ?? 1;
    if (count > Number.MAX_SAFE_INTEGER) return null;
  }
  return count;
}

/** The same with open dimensions told apart: a shape with `null` in it has no number of elements yet. */
export function elementCount(shape: Shape): ElementCount {
  const count = countElements(shape);
  if (shape.includes(null)) return { kind: 'open', known: count };
  return count === null ? { kind: 'overflow' } : { kind: 'exact', count };
}

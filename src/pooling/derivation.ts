import type { Dimension, Rounding, Shape } from './operation.ts';

/** How one axis of the output came about: facts that an explanation puts into a formula. */
export type AxisStep =
  | { readonly kind: 'kept'; readonly axis: number; readonly input: Dimension; readonly output: Dimension }
  | {
      readonly kind: 'window';
      readonly axis: number;
      readonly input: Dimension;
      readonly output: Dimension;
      readonly kernel: number;
      readonly stride: number;
      readonly dilation: number;
      /** Resolved padding in cells; `null` under `same` when the input is open. */
      readonly begin: number | null;
      readonly end: number | null;
      readonly same: boolean;
      readonly rounding: Rounding;
      /** Under `ceil`: a last window was dropped because it would start in the end padding. */
      readonly droppedWindow: boolean;
      /** Real cells after the last window; 0 while the input is open. */
      readonly droppedCells: number;
    }
  /** `output` is null when the axis goes away (no keepdims). */
  | { readonly kind: 'global'; readonly axis: number; readonly input: Dimension; readonly output: 1 | null }
  | {
      readonly kind: 'adaptive';
      readonly axis: number;
      readonly input: Dimension;
      readonly output: Dimension;
      /** Every bin as [start, end), where the sizes are known and there are at most 64. */
      readonly bins: readonly (readonly [number, number])[] | null;
    }
  | {
      readonly kind: 'fractional';
      readonly axis: number;
      readonly input: Dimension;
      readonly output: Dimension;
      readonly kernel: number;
    }
  | {
      readonly kind: 'unpool';
      readonly axis: number;
      readonly input: Dimension;
      readonly output: Dimension;
      readonly kernel: number;
      readonly stride: number;
      readonly begin: number;
      readonly end: number;
      readonly given: boolean;
    };

export interface Derivation {
  readonly output: Shape;
  /** One step per input axis, in order. */
  readonly steps: readonly AxisStep[];
}

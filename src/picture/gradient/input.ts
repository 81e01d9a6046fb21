import type { Cells } from '../map/cells.ts';
import type { Sweep } from '../map/sweep.ts';

/** An average shares by its divisor; among equal extremes the first in row-major order gets all, or all share. */
export type GradientRule =
  | { readonly kind: 'average'; readonly divisor: number }
  | { readonly kind: 'max' | 'min'; readonly ties: 'first' | 'split' };

/** The backward pass of one pooling layer on one channel of a sequence or map. */
export interface GradientInput {
  readonly layer: string;
  readonly rule: GradientRule;
  readonly input: Cells;
  /** The gradient that arrives at the layer's output, and what it becomes for the layer's input. */
  readonly upstream: Cells;
  readonly gradient: Cells;
  readonly sweeps: readonly Sweep[];
  /** The output cell whose share is followed, one index for every axis. */
  readonly lit: readonly number[];
}

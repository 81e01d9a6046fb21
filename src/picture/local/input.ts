import type { Cells } from '../map/cells.ts';
import type { Sweep } from '../map/sweep.ts';

/** How the cells of a window become one number, with what the picture has to say about it. */
export type LocalReduce =
  | {
      readonly kind: 'average';
      /** What the lit window's sum is divided by, and why it is that number. */
      readonly divisor: number;
      readonly counts: 'real' | 'padded' | 'fixed';
      /** The fraction is dropped, as PyTorch does for int64. */
      readonly truncated: boolean;
    }
  | { readonly kind: 'max' | 'min' }
  | {
      readonly kind: 'lp';
      readonly norm: number;
      readonly sign: 'raw' | 'absolute';
      /** What a clipped window's sum is multiplied by before the root; 1 where it is taken as it is. */
      readonly scale: number;
    };

/** One channel of a local pooling layer at work. */
export interface LocalInput {
  /** As its framework writes it: "AveragePooling2D(pool_size=2)". */
  readonly layer: string;
  readonly input: Cells;
  readonly output: Cells;
  /** One for every spatial axis, in the order of the shape. */
  readonly sweeps: readonly Sweep[];
  /** The output cell that is worked out, one index for every axis. */
  readonly lit: readonly number[];
  readonly reduce: LocalReduce;
}

import type { Cells } from '../map/cells.ts';
import type { Sweep } from '../map/sweep.ts';

/** One channel through a local and a global pooling layer. */
export interface ComparisonInput {
  readonly input: Cells;
  /** How many channels there are, of which this is one; null where that is not known or not asked. */
  readonly channels: number | null;
  readonly reduce: 'average' | 'max';
  readonly local: {
    readonly layer: string;
    readonly sweeps: readonly Sweep[];
    readonly output: Cells;
    /** What the sum of the first window is divided by; of a maximum, how many cells it compares. */
    readonly divisor: number;
  };
  readonly global: {
    readonly layer: string;
    readonly value: number;
  };
}

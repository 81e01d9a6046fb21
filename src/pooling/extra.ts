import type { Tensor } from './tensor.ts';

/** What an operation is given besides its input. */
export interface Extra {
  /** Global averages alone: one entry per lead and spatial position, flat; zero leaves the position out. */
  readonly mask?: ArrayLike<number>;
  /** Unpooling: where each input value goes, flat, in the form of the operation's index rule. */
  readonly indices?: ArrayLike<number>;
  /**
   * Fractional pooling: a random sample in [0, 1) per batch, channel and axis, flat, as PyTorch's `_random_samples`;
   * in two dimensions the width's sample comes before the height's.
   */
  readonly samples?: ArrayLike<number>;
  /** Ask a maximum or minimum for its indices as well. */
  readonly wantIndices?: boolean;
}

/** What pooling gives. */
export interface Forward {
  readonly output: Tensor;
  /** Where each maximum lies, flat like the output, by the operation's index rule; -1 for nothing but padding. */
  readonly indices: Float64Array | null;
}

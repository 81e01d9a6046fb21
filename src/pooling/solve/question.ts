/** One spatial axis to be brought from one length to another, with what is already decided on it. */
export interface AxisGoal {
  readonly input: number;
  readonly output: number;
  readonly kernel?: number;
  readonly stride?: number;
  /** Padding on each side. */
  readonly padding?: number;
}

/**
 * Which padding may be used: none; the same on both sides and at most half the window (PyTorch); "same"; or either
 * none or "same" (Keras).
 */
export type PaddingChoice = 'valid' | 'at-most-half-kernel' | 'same' | 'valid-or-same';

/** Which window, stride and padding turn these lengths into those? Dilation is 1. */
export interface SolveQuestion {
  readonly axes: readonly AxisGoal[];
  readonly padding: PaddingChoice;
  readonly rounding: 'floor' | 'ceil';
  /** Stride left out: it equals the window. */
  readonly strideIsKernel: boolean;
  readonly oddKernel: boolean;
  /** Neighbouring windows share cells: the window is longer than the stride. */
  readonly overlapping: boolean;
}

/** Arguments that do it, one entry per axis; "same" is one word for all axes, as in the frameworks. */
export interface Setting {
  readonly kernel: readonly number[];
  readonly stride: readonly number[];
  readonly padding: readonly number[] | 'same';
}

export interface Solutions {
  /** At most 50, simplest first: those alike on all axes come before the others. */
  readonly settings: readonly Setting[];
  /** How many there are in all; null beyond 2^53 - 1. */
  readonly total: number | null;
  /** How many of them are alike on all axes. */
  readonly square: number;
  /** When there are none: per axis the nearest reachable lengths, two at the same distance; [] if none is known. */
  readonly nearest: readonly (readonly number[])[] | null;
  /** The largest window and stride searched per axis: the input's length, but at most a million. */
  readonly searched: readonly number[];
}

/** One axis of an adaptive pooling layer. */
export interface AdaptiveAxis {
  /** "height", "steps". */
  readonly name: string;
  readonly input: number;
  /** Every bin as [start, end). */
  readonly bins: readonly (readonly [number, number])[];
}

export interface AdaptiveInput {
  /** "AdaptiveAveragePooling1D(3)". */
  readonly layer: string;
  readonly reduce: 'average' | 'max';
  readonly axes: readonly AdaptiveAxis[];
  /** The cells of a sequence and what became of them; null where only positions are shown. */
  readonly values: { readonly input: ArrayLike<number>; readonly output: ArrayLike<number> } | null;
}

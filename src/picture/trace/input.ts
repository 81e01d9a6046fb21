/** One layer of a model, with what leaves it. */
export interface TraceLayer {
  readonly name: string;
  readonly shape: readonly (number | null)[];
  /** The longest spatial side, which the strip is as wide as; null where it is open, 1 for a vector. */
  readonly side: number | null;
  readonly pooling: boolean;
  /** Set where it takes something other than the row above: the longest side of that. */
  readonly takes?: { readonly side: number | null };
}

export interface TraceInput {
  readonly title: string;
  readonly input: { readonly shape: readonly (number | null)[]; readonly side: number | null };
  readonly layers: readonly TraceLayer[];
}

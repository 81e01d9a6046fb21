/** What is asked of a published network; `layers` is where it pools, with the shapes. */
export type NetworkWant = 'layers' | 'smallest' | 'parameters' | 'head' | 'number' | 'field';

/** A question on a published network. */
export interface NetworkRead {
  /** Null where a number is sought in all of them. */
  readonly name: string | null;
  /** Only the family was named, and its best-known member taken. */
  readonly assumed: boolean;
  readonly wants: NetworkWant;
  readonly sides: readonly [height: number, width: number] | null;
  /** The number whose origin is sought, or a shape as its sizes. */
  readonly number: readonly number[] | null;
  readonly classes: number | null;
  /** Whether the classifier is on; null where nothing says. */
  readonly top: boolean | null;
  /** Keras' `pooling` argument behind a network without its top. */
  readonly pooling: 'avg' | 'max' | null;
}

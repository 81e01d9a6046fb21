/** A row-major array. Integer inputs travel as exact numbers in a Float64Array. */
export interface Tensor {
  readonly shape: readonly number[];
  readonly data: Float32Array | Float64Array;
}

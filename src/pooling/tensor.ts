/** A row-major array. Integer inputs travel as exact numbers in a Float64Array. */
export interface Tensor {
  readonly shape: readonly number[];
  readonly data: Float32Array | Float64Array;
}

/** What can be pooled: a tensor, or bytes as image decoders give them. */
export interface Poolable {
  readonly shape: readonly number[];
  readonly data: Tensor['data'] | Uint8Array;
}

/** A tensor of zeros in the precision of `like`. Throws RangeError when a dimension is negative or open. */
export function zeros(shape: readonly (number | null)[], like: Tensor): Tensor {
  const lengths = shape.map((length) => {
    if (length === null || length < 0) throw new RangeError(`no array has an axis of length ${length}`);
    return length;
  });
  const count = lengths.reduce((product, length) => product * length, 1);
  const data = like.data instanceof Float32Array ? new Float32Array(count) : new Float64Array(count);
  return { shape: lengths, data };
}

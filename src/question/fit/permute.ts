import type { Shape } from '../../pooling/index.ts';

/** The axes of a shape in another order: axis i of the result is axis `order[i]`. */
export function permuteShape(shape: Shape, order: readonly number[]): Shape {
  return order.map((axis) => shape[axis] ?? null);
}

/** Row-major values with their axes in another order. */
export function permuteValues(values: Float64Array, shape: Shape, order: readonly number[]): Float64Array {
  const sizes = shape.map((size) => size ?? 1);
  const strides = sizes.map((_, axis) => sizes.slice(axis + 1).reduce((product, size) => product * size, 1));
  const steps = order.map((axis) => strides[axis] ?? 0);
  const lengths = order.map((axis) => sizes[axis] ?? 1);
  const at = lengths.map(() => 0);
  const permuted = new Float64Array(values.length);
  let from = 0;
  for (let index = 0; index < permuted.length; index += 1) {
    permuted[index] = values[from] ?? Number.NaN;
    for (let axis = at.length - 1; axis >= 0; axis -= 1) {
      const [step, length] = [steps[axis] ?? 0, lengths[axis] ?? 1];
      const next = (at[axis] ?? 0) + 1;
      if (next < length) {
        at[axis] = next;
        from += step;
        break;
      }
      at[axis] = 0;
      from -= step * (length - 1);
    }
  }
  return permuted;
}

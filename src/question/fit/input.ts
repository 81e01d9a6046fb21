import type { Layer } from '../../frameworks/index.ts';
import type { Layout, Shape } from '../../pooling/index.ts';
import type { FittedInput, InputRead } from '../question.ts';
import { reordered } from './layout.ts';

/** How a layer reads its input: its spatial rank and the order of the axes, in the asker's text and in the layer. */
export interface Reading {
  readonly layer: Layer;
  readonly rank: 1 | 2 | 3;
  /** As the layer is configured. */
  readonly layout: Layout;
  /** As the asker wrote the shape. */
  readonly written: Layout;
}

/**
 * Fits an input to a layer. What people leave out is added: the batch, and for a bare map or list the channels. Keras
 * and TensorFlow take nothing without a batch, PyTorch and ONNX are given what was sent beside the text as it is. A
 * rank that no leaving out explains is kept, for the framework to refuse.
 */
export function fitInput(read: InputRead, reading: Reading): FittedInput {
  const { rank, layer, layout, written } = reading;
  const batched = layer.framework === 'keras' || layer.framework === 'tensorflow';
  const length = read.shape.length;
  const order = reordered(length, rank, written, layout);
  const turned = order === null ? read : permuted(read, order);
  const added = { read, order, batchAdded: false, channelsAdded: false };
  const batch = read.values === null && batched ? null : 1;
  if (read.literal && !batched) return { ...added, shape: turned.shape, values: turned.values };
  if (length === rank + 1 && (batched || layer.framework === 'onnx' || layer.framework === 'caffe')) {
    return { ...added, shape: [batch, ...turned.shape], values: turned.values, batchAdded: true };
  }
  if (length === rank && !read.literal) {
    const shape: Shape =
      layout === 'channels_first' ? [batch, 1, ...turned.shape] : [batch, ...turned.shape, 1];
    return { ...added, shape, values: turned.values, batchAdded: true, channelsAdded: true };
  }
  return { ...added, shape: turned.shape, values: turned.values };
}

/** The input with its axes in another order: axis i of the result is axis `order[i]`. */
function permuted(
  read: InputRead,
  order: readonly number[],
): { readonly shape: Shape; readonly values: Float64Array | null } {
  const shape = order.map((axis) => read.shape[axis] ?? null);
  if (read.values === null) return { shape, values: null };
  const sizes = read.shape.map((size) => size ?? 1);
  const strides = sizes.map((_, axis) => sizes.slice(axis + 1).reduce((product, size) => product * size, 1));
  const steps = order.map((axis) => strides[axis] ?? 0);
  const values = new Float64Array(read.values.length);
  const at = shape.map(() => 0);
  for (let index = 0; index < values.length; index += 1) {
    let from = 0;
    for (const [axis, place] of at.entries()) from += place * (steps[axis] ?? 0);
    values[index] = read.values[from] ?? Number.NaN;
    for (let axis = at.length - 1; axis >= 0; axis -= 1) {
      const next = (at[axis] ?? 0) + 1;
      at[axis] = next < (shape[axis] ?? 1) ? next : 0;
      if (at[axis] !== 0) break;
    }
  }
  return { shape, values };
}

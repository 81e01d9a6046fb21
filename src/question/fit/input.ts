import type { Layer } from '../../frameworks/index.ts';
import type { Layout, Shape } from '../../pooling/index.ts';
import type { FittedInput, InputRead } from '../question.ts';
import { reordered } from './layout.ts';
import { permuteShape, permuteValues } from './permute.ts';

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
  const order = reordered(read.shape.length, reading.rank, reading.written, reading.layout);
  const turned = order === null ? read.shape : permuteShape(read.shape, order);
  const fitted = { read, order, ...completed(turned, read, reading) };
  if (order === null || read.values === null) return { ...fitted, values: read.values };
  // Turned only when somebody computes: reading must stay quick for large arrays.
  const { values: given } = read;
  let values: Float64Array | null = null;
  return {
    ...fitted,
    get values() {
      values ??= permuteValues(given, read.shape, order);
      return values;
    },
  };
}

type Completed = Pick<FittedInput, 'shape' | 'batchAdded' | 'channelsAdded'>;

function completed(shape: Shape, read: InputRead, { layer, rank, layout }: Reading): Completed {
  const batched = layer.framework === 'keras' || layer.framework === 'tensorflow';
  const needsBatch = batched || layer.framework === 'onnx' || layer.framework === 'caffe';
  const batch = read.values === null && batched ? null : 1;
  const asIs = { shape, batchAdded: false, channelsAdded: false };
  if (lacksChannels(read) && shape.length === rank + 1) {
    return { ...asIs, shape: withChannels(shape, layout), channelsAdded: true };
  }
  if ((read.literal && !batched) || startsWithBatch(read)) return asIs;
  if (shape.length === rank + 1 && needsBatch) return { ...asIs, shape: [batch, ...shape], batchAdded: true };
  if (shape.length !== rank || read.literal) return asIs;
  return { shape: withChannels([batch, ...shape], layout), batchAdded: true, channelsAdded: true };
}

/** "A batch of 32 sequences of 120 steps": batch and steps are named, so what is missing is the channels. */
function lacksChannels({ axes }: InputRead): boolean {
  return axes?.includes('batch') === true && !axes.includes('channels');
}

/** A batched shape with one channel where the layout wants it. */
function withChannels([batch = null, ...spatial]: Shape, layout: Layout): Shape {
  return layout === 'channels_first' ? [batch, 1, ...spatial] : [batch, ...spatial, 1];
}

/** (None, 49, 768): an open axis before known ones is the batch, so none was left out. */
function startsWithBatch({ shape, axes }: InputRead): boolean {
  return axes === null && shape.length > 1 && shape[0] === null && shape[1] !== null;
}

import type { Dtype, Layer, Refusal } from '../framework.ts';
import { refuse } from '../refusal.ts';

const averaged: ReadonlySet<Dtype> = new Set(['float16', 'bfloat16', 'float32', 'float64']);

/**
 * TensorFlow's element types for a sliding window: averages want floats, maxima anything but bool
 * (tensorflow/core/ops/nn_ops.cc). Global pooling is a plain reduction and takes them all.
 */
export function refuseDtype(layer: Layer, dtype: Dtype): Refusal | null {
  if (layer.family.window === 'global' || averaged.has(dtype)) return null;
  if (layer.family.reduce === 'max' && dtype !== 'bool') return null;
  const allowed =
    layer.family.reduce === 'max'
      ? 'float, double, int32, int64, uint8, int16, int8, uint16, half, bfloat16'
      : 'bfloat16, half, float, double';
  const error = {
    message: `Value for attr 'T' of ${dtype} is not in the list of allowed values: ${allowed}`,
    exception: 'InvalidArgumentError',
  };
  const cast = 'Cast the input first: keras.ops.cast(x, "float32") or tf.cast(x, tf.float32).';
  return refuse(
    'bad-dtype',
    'call',
    error,
    `On TensorFlow ${layer.name} does not take ${dtype} arrays. ${cast}`,
  );
}

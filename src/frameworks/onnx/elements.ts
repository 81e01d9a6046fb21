import type { CallContext, Configuration, Dtype, Inferred, Layer, LayerData, Refusal } from '../framework.ts';
import { refuse } from '../refusal.ts';
import { invalidType, padOverKernel } from './messages.ts';
import { latestOpset } from './operator-rules.ts';

/** ONNX's names of the element types. */
const typeNames: Readonly<Record<Dtype, string>> = {
  float16: 'float16',
  bfloat16: 'bfloat16',
  float32: 'float',
  float64: 'double',
  int8: 'int8',
  uint8: 'uint8',
  int16: 'int16',
  int32: 'int32',
  int64: 'int64',
  bool: 'bool',
};

/** Floats everywhere, bfloat16 since opset 22, and 8-bit integers in MaxPool since opset 12. */
export function refuseType(
  layer: Layer,
  { dtype = 'float32', opset = latestOpset }: CallContext,
): Refusal | null {
  const bytes = dtype === 'int8' || dtype === 'uint8';
  if (bytes && layer.name === 'MaxPool' && opset >= 12) return null;
  if (dtype === 'bfloat16' && opset >= 22) return null;
  if (dtype === 'float16' || dtype === 'float32' || dtype === 'float64') return null;
  const advice = `${layer.name} does not take ${dtype} tensors at opset ${opset}. A Cast node in front makes floats.`;
  return refuse('bad-dtype', 'call', invalidType(layer.name, typeNames[dtype]), advice);
}

/** ONNX Runtime refuses pads as large as the kernel, where a window could hold nothing but padding. */
export function admitLocal(
  { layer }: Configuration,
  { operation }: Inferred,
  _data: LayerData,
  context: CallContext,
): Refusal | null {
  const window = operation.kind === 'pool' && operation.window.kind === 'local' ? operation.window : null;
  if (window?.padding.kind === 'explicit') {
    const { begin, end } = window.padding;
    const over = window.kernel.some((cells, axis) => Math.max(begin[axis] ?? 0, end[axis] ?? 0) >= cells);
    if (over) {
      const advice =
        'With pads as large as the kernel some windows would hold no real cell. Use smaller pads.';
      return refuse('padding-too-large', 'call', padOverKernel, advice);
    }
  }
  return refuseType(layer, context);
}

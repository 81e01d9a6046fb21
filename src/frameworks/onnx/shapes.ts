import { effectiveKernel, inferShape, type Shape } from '../../pooling/index.ts';
import { windowTooLarge } from '../advice/window.ts';
import type { Configuration, Inferred, Layer, Refusal } from '../framework.ts';
import { refuse } from '../refusal.ts';
import * as messages from './messages.ts';

const print = (shape: Shape): string => `(${shape.map((size) => size ?? '?').join(', ')})`;

export function tooFew(layer: Layer, shape: Shape): Refusal | null {
  if (shape.length >= 3) return null;
  const advice = `${layer.name} reads (N, C, …) with at least one axis to pool; ${print(shape)} has ${shape.length}.`;
  return refuse('wrong-rank', 'shape', messages.tooFewDimensions, advice);
}

/**
 * convPoolShapeInference (onnx/defs/nn/defs.cc). A window that does not fit gets the size 0 there, an error in the
 * reference implementation and an empty tensor in ONNX Runtime, so it has no message of its own.
 */
export function inferLocal({ layer, operation }: Configuration, shape: Shape): Inferred | Refusal {
  const { rank } = operation.axes;
  const few = tooFew(layer, shape);
  if (few !== null) return few;
  if (shape.length !== rank + 2) {
    const advice =
      `kernel_shape has ${rank} values and ${print(shape)} has ${shape.length - 2} axes to pool after batch and ` +
      'channels. Give one value per axis.';
    return refuse('wrong-rank', 'shape', messages.wrongCount('kernel_shape'), advice);
  }
  const derivation = inferShape(operation, shape);
  if (!derivation.output.some((size, axis) => axis > 1 && size !== null && size < 1)) {
    return { ok: true, operation, derivation };
  }
  if (operation.kind === 'unpool') {
    return refuse(
      'output-size',
      'shape',
      null,
      'These sizes unpool to nothing; use those of the MaxPool before.',
    );
  }
  const { window } = operation;
  if (window.kind !== 'local') throw new RangeError(`${layer.name} has no window`);
  const { padding, kernel } = window;
  const added = kernel.map((_, axis) =>
    padding.kind === 'explicit' ? (padding.begin[axis] ?? 0) + (padding.end[axis] ?? 0) : 0,
  );
  const advice = windowTooLarge({
    argument: 'kernel_shape',
    kernel,
    span: kernel.map((cells, axis) => effectiveKernel(cells, window.dilation[axis] ?? 1)),
    room: shape.slice(2).map((size, axis) => (size === null ? null : size + (added[axis] ?? 0))),
    padded: added.some((cells) => cells > 0),
    instead:
      layer.family.reduce === 'max'
        ? 'GlobalMaxPool'
        : layer.family.reduce === 'lp'
          ? 'GlobalLpPool'
          : 'GlobalAveragePool',
  });
  return refuse('window-too-large', 'shape', null, advice);
}

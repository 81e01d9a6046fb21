import type { ErrorForm } from './form.ts';

/** Messages of ONNX' shape inference and checker. */
export const onnxErrors: readonly ErrorForm[] = [
  {
    id: 'missing-argument',
    pattern: /attribute (kernel_shape) must be specified/i,
    captures: [['argument', 'text']],
  },
  { id: 'stride-zero', pattern: /attribute strides must only contain positive values/i, captures: [] },
  { id: 'padding-negative', pattern: /attribute pads must not contain negative values/i, captures: [] },
  {
    id: 'input-rank',
    pattern: /input tensor must have (?:at least|atleast) (\d) dimensions/i,
    captures: [['smallest', 'number']],
  },
];

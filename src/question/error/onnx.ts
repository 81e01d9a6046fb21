import { raisedIn } from './form.ts';

/** Messages of ONNX’ shape inference, of its checker and of ONNX Runtime. */
export const onnxErrors = raisedIn('onnx', [
  {
    id: 'missing-argument',
    pattern: /attribute (kernel_shape) must be specified/i,
    captures: [['argument', 'text']],
  },
  { id: 'stride-zero', pattern: /attribute strides must only contain positive values/i, captures: [] },
  { id: 'padding-negative', pattern: /attribute pads must not contain negative values/i, captures: [] },
  {
    id: 'wrong-size',
    pattern:
      /got invalid dimensions for input: ?[^ ]{0,40} for the following indices index: (\d+) got: (\d+) expected: (\d+)(?: index: (\d+) got: (\d+) expected: (\d+))?/i,
    captures: [
      ['axis', 'number'],
      ['found', 'number'],
      ['expected', 'number'],
      ['nextAxis', 'number'],
      ['nextFound', 'number'],
      ['nextExpected', 'number'],
    ],
  },
  {
    id: 'ndim',
    pattern: /invalid rank for input: ?[^ ]{0,40} got: (\d) expected: (\d)/i,
    captures: [
      ['found', 'number'],
      ['expected', 'number'],
    ],
  },
  { id: 'padding-over-kernel', pattern: /pad should be smaller than kernel/i, captures: [] },
  {
    id: 'attribute-size',
    pattern: /attribute (\w{1,20}) has incorrect size/i,
    captures: [['argument', 'text']],
  },
  {
    id: 'unrecognised-argument',
    pattern: /unrecognized attribute: (\w{1,40}) for operator (\w{1,40})/i,
    captures: [
      ['argument', 'text'],
      ['layer', 'text'],
    ],
  },
  {
    id: 'input-rank',
    pattern: /input tensor must have (?:at least|atleast) (\d) dimensions/i,
    captures: [['smallest', 'number']],
  },
  {
    id: 'integer-average',
    pattern:
      /type '?tensor\((\w{1,12})\)'? of input parameter \(\w{1,8}\) of operator \((?:average|globalaverage|lp)pool\)/i,
    captures: [['dtype', 'text']],
  },
  {
    id: 'empty-map',
    pattern: /invalid input shape\. only n can be zero\. got: ?(\{[^}]{1,60}\})/i,
    captures: [['input', 'shape']],
  },
  {
    id: 'input-rank',
    pattern: /input dimension cannot be less than (\d)/i,
    captures: [['smallest', 'number']],
  },
  {
    id: 'merged-sizes',
    pattern:
      /(?:source and target|inferred and declared) dimension have values but they differ\. (?:source|inferred)=(\d+) (?:target|declared)=(\d+) dimension=(\d+)/i,
    captures: [
      ['made', 'number'],
      ['declared', 'number'],
      ['axis', 'number'],
    ],
  },
]);

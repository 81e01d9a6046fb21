import { type MessageForm, raisedIn } from './form.ts';

const two = (first: string, second: string): MessageForm['captures'] => [
  [first, 'shape'],
  [second, 'shape'],
];

/** Messages of TensorFlow’s own graph and kernels: mostly met below Keras layers. */
export const tensorflowErrors = raisedIn('keras', [
  {
    id: 'linear-mismatch',
    pattern:
      /dimensions must be equal, but are (\d+) and (\d+) for '?\{\{node [^}]{0,80}matmul[^}]{0,20}\}\}/i,
    captures: [
      ['arriving', 'number'],
      ['expected', 'number'],
    ],
  },
  {
    id: 'concatenate',
    pattern:
      /dimensions must be equal, but are \d+ and \d+ for '?\{\{node (?![^}]{0,80}matmul)[^}]{1,80}\}\}[^[]{0,80}(?:\[[^\]=]{0,30}=[^[]{0,80})?with input shapes: (\[[^\]]{1,60}\]), (\[[^\]]{1,60}\])/i,
    captures: two('first', 'second'),
  },
  {
    id: 'concatenate',
    pattern:
      /dimension \d+ in both shapes must be equal(?:: shape\[0\] = |, but are \d+ and \d+\. shapes are )(\[[^\]]{1,60}\])(?: vs\. shape\[1\] = | and )(\[[^\]]{1,60}\])/i,
    captures: two('first', 'second'),
  },
  {
    id: 'concatenate',
    pattern: /incompatible shapes: (\[[^\]]{1,60}\]) vs\. (\[[^\]]{1,60}\])/i,
    captures: two('first', 'second'),
  },
  {
    id: 'ndim',
    pattern: /shape must be (?:at least )?rank (\d) but is rank (\d)/i,
    captures: [
      ['expected', 'number'],
      ['found', 'number'],
    ],
  },
  {
    id: 'linear-mismatch',
    pattern: /matrix size-incompatible: in\[0\]: (\[[^\]]{1,40}\]), in\[1\]: (\[[^\]]{1,40}\])/i,
    captures: [
      ['input', 'shape'],
      ['weight', 'shape'],
    ],
  },
  {
    id: 'negative-dimension',
    pattern: /negative dimension size caused by subtracting (\d+) from (\d+)/i,
    captures: [
      ['window', 'number'],
      ['size', 'number'],
    ],
  },
  {
    id: 'integer-average',
    pattern: /value for attr '?t'? of ([a-z0-9]{1,10}) is not in the list of allowed values/i,
    captures: [['dtype', 'text']],
  },
  { id: 'layout-on-cpu', pattern: /maxpoolingop only supports nhwc/i, captures: [] },
  { id: 'stride-zero', pattern: /stride must be > 0, but got (-?\d+)/i, captures: [['stride', 'number']] },
  {
    id: 'label-shape',
    pattern:
      /logits and labels must have the same first dimension, got logits shape (\[[^\]]{1,40}\]) and labels shape (\[[^\]]{1,40}\])/i,
    captures: [
      ['logits', 'shape'],
      ['labels', 'shape'],
    ],
  },
  {
    id: 'ratio-below-one',
    home: 'tensorflow',
    pattern: /pooling_ratio`? elements should be >= 1/i,
    captures: [],
  },
  {
    id: 'stride-with-dilation',
    home: 'tensorflow',
    pattern: /`?strides > 1`? not supported in conjunction with `?dilation_rate > 1/i,
    captures: [],
  },
  {
    id: 'padding-named',
    home: 'tensorflow',
    pattern: /expected string for argument '?padding/i,
    captures: [],
  },
  {
    id: 'concatenate',
    pattern:
      /dimensions of inputs should match: shape\[0\] = (\[[^\]]{1,60}\]) vs\. shape\[\d\] = (\[[^\]]{1,60}\])/i,
    captures: two('first', 'second'),
  },
  {
    id: 'label-shape',
    pattern: /logits_size=(\[[^\]]{1,40}\]) labels_size=(\[[^\]]{1,40}\])/i,
    captures: two('logits', 'labels'),
  },
  {
    id: 'channel-mismatch',
    pattern: /input depth must be evenly divisible by filter depth: (\d+) vs (\d+)/i,
    captures: [
      ['found', 'number'],
      ['expected', 'number'],
    ],
  },
  {
    id: 'reshape',
    pattern:
      /input to reshape is a tensor with (\d+) values, but the requested shape (?:requires a multiple of|has) (\d+)/i,
    captures: [
      ['size', 'number'],
      ['row', 'number'],
    ],
  },
]);

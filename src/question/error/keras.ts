import type { ErrorForm } from './form.ts';

/** Messages of Keras 2 and 3 and of the TensorFlow and JAX functions under them. */
export const kerasErrors: readonly ErrorForm[] = [
  {
    id: 'output-not-positive',
    pattern: /one of the dimensions in the output is <= 0 due to downsampling in ([A-Za-z0-9_]{1,60})/i,
    captures: [['layer', 'text']],
  },
  {
    id: 'data-format-argument',
    pattern: /invalid data_format: ([^ .]{1,30})/i,
    captures: [['received', 'text']],
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
    id: 'output-not-positive',
    pattern:
      /computed output size would be zero or negative(?:\. received: `?inputs\.shape=([[(][^\])]{1,80}[\])])`?, `?pool_size=([[(][^\])]{1,40}[\])]|\d+)`?(?:, `?strides=([[(][^\])]{1,40}[\])]|\d+))?)?/i,
    captures: [
      ['input', 'shape'],
      ['window', 'shape'],
      ['strides', 'shape'],
    ],
  },
  {
    id: 'ndim',
    pattern: /expected (?:min_|max_)?ndim ?= ?(\d+),? (?:but )?(?:found|got) (?:full )?ndim ?= ?(\d+)/i,
    captures: [
      ['expected', 'number'],
      ['found', 'number'],
    ],
  },
  {
    id: 'linear-mismatch',
    pattern:
      /expected axis -?\d+ of input shape to have value (\d+),? but received input with shape ([[(][^\])]{1,80}[\])])/i,
    captures: [
      ['expected', 'number'],
      ['input', 'shape'],
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
    id: 'concatenate',
    pattern:
      /`?concatenate`? layer requires inputs with matching shapes except for the concat(?:enation)? axis\.?(?: (?:received: input_shape=|got inputs shapes: )\[([[(][^\])]{1,60}[\])]), ([[(][^\])]{1,60}[\])]))?/i,
    captures: [
      ['first', 'shape'],
      ['second', 'shape'],
    ],
  },
  {
    id: 'window-argument',
    pattern:
      /the `?(pool_size|strides)`? argument must be a tuple of (\d) integers\. received:? ?(?:pool_size|strides)? ?=? ?([[(][^\])]{0,40}[\])]|[^, ]{1,20})/i,
    captures: [
      ['argument', 'text'],
      ['length', 'number'],
      ['received', 'text'],
    ],
  },
  {
    id: 'data-format-argument',
    pattern:
      /the `?data_format`? argument must be one of \{[^}]{1,60}\}\. received: data_format=([^ ]{1,30})/i,
    captures: [['received', 'text']],
  },
  {
    id: 'padding-argument',
    pattern: /argument `?padding`? must be either '?valid'? or '?same'?\. received: padding=([^ ]{1,30})/i,
    captures: [['received', 'text']],
  },
  {
    id: 'output-size-argument',
    pattern:
      /`?output_size`? (?:must be an integer or|tuple must have length)[^.]{0,60}\. received: ([[(][^\])]{0,40}[\])]|[^ ]{1,20})/i,
    captures: [['received', 'text']],
  },
  {
    id: 'unrecognised-argument',
    pattern: /unrecognized keyword arguments passed to ([A-Za-z0-9_]{1,40}): \{'?([A-Za-z0-9_]{1,40})/i,
    captures: [
      ['layer', 'text'],
      ['argument', 'text'],
    ],
  },
  {
    id: 'unrecognised-argument',
    pattern: /keyword argument not understood:?[ (',]{0,4}([A-Za-z0-9_]{1,40})/i,
    captures: [['argument', 'text']],
  },
  {
    id: 'missing-argument',
    pattern: /missing \d+ required (?:positional|keyword-only) arguments?: '?([A-Za-z0-9_]{1,40})/i,
    captures: [['argument', 'text']],
  },
  {
    id: 'unrecognised-argument',
    pattern: /got an unexpected keyword argument '?([A-Za-z0-9_]{1,40})/i,
    captures: [['argument', 'text']],
  },
  {
    id: 'window-strides',
    pattern: /reduce_window got inconsistent window_strides and window_dimensions/i,
    captures: [],
  },
  {
    id: 'integer-average',
    pattern: /value for attr '?t'? of ([a-z0-9]{1,10}) is not in the list of allowed values/i,
    captures: [['dtype', 'text']],
  },
  { id: 'layout-on-cpu', pattern: /maxpoolingop only supports nhwc/i, captures: [] },
  { id: 'stride-zero', pattern: /stride must be > 0, but got (-?\d+)/i, captures: [['stride', 'number']] },
  {
    id: 'empty-map',
    pattern: /cannot compute the max of an empty tensor|zero-size array to reduction operation max/i,
    captures: [],
  },
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
    id: 'label-shape',
    pattern: /shapes (\([^)]{1,60}\)) and (\([^)]{1,60}\)) are incompatible/i,
    captures: [
      ['labels', 'shape'],
      ['logits', 'shape'],
    ],
  },
];

import { raisedIn } from './form.ts';

/** Messages of Keras 1 to 3. */
export const kerasErrors = raisedIn('keras', [
  {
    id: 'convolution-too-large',
    pattern: /one of the dimensions in the output is <= 0 due to downsampling in ([A-Za-z0-9_]{1,60})/i,
    captures: [['layer', 'text']],
  },
  {
    id: 'convolution-too-large',
    pattern:
      /computed output size would be (?:zero or )?negative\.? received:? `?inputs shape=([[(][^\])]{1,80}[\])])`?, `?kernel shape=([[(][^\])]{1,60}[\])])/i,
    captures: [
      ['input', 'shape'],
      ['kernel', 'shape'],
    ],
  },
  {
    id: 'ndim',
    pattern:
      /error when checking (?:model )?input: expected (\w{1,60}) to have (\d) dimensions, but got (?:an )?array with shape ([[(][^\])]{1,80}[\])])/i,
    captures: [
      ['layer', 'text'],
      ['expected', 'number'],
      ['input', 'shape'],
    ],
  },
  {
    id: 'target-rank',
    pattern:
      /error when checking (?:model )?target: expected (\w{1,60}) to have (\d) dimensions, but got (?:an )?array with shape ([[(][^\])]{1,80}[\])])/i,
    captures: [
      ['layer', 'text'],
      ['expected', 'number'],
      ['labels', 'shape'],
    ],
  },
  {
    id: 'wrong-input',
    pattern:
      /error when checking (?:model )?input: expected \w{1,60} to have shape (\([^)]{1,60}\)),? but got (?:an )?array with shape (\([^)]{1,60}\))/i,
    captures: [
      ['expected', 'shape'],
      ['found', 'shape'],
    ],
  },
  {
    id: 'label-shape',
    pattern:
      /logits`? and `?labels`? must have the same shape,?(?: received)? \((\([^)]{1,60}\)) vs\.? (\([^)]{1,60}\))/i,
    captures: [
      ['logits', 'shape'],
      ['labels', 'shape'],
    ],
  },
  {
    id: 'data-format-argument',
    pattern: /invalid data_format: ([^ .]{1,30})/i,
    captures: [['received', 'text']],
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
    pattern:
      /unrecognized keyword arguments passed to ([A-Za-z0-9_]{1,40}): \{'?([A-Za-z0-9_]{1,40})(?:'?: ([^,}]{1,30}))?/i,
    captures: [
      ['layer', 'text'],
      ['argument', 'text'],
      ['value', 'text'],
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
  { id: 'empty-map', pattern: /cannot compute the max of an empty tensor/i, captures: [] },
  {
    id: 'concatenate',
    pattern:
      /operands could not be broadcast together with shapes (\([^,)]{1,8}, [^)]{1,60}\)),? (\([^)]{1,60}\))/i,
    captures: [
      ['first', 'shape'],
      ['second', 'shape'],
    ],
  },
  {
    id: 'wrong-input',
    pattern: /expected shape=(\([^)]{1,60}\)), found shape=(\([^)]{1,60}\))/i,
    captures: [
      ['expected', 'shape'],
      ['found', 'shape'],
    ],
  },
  {
    id: 'concatenate',
    pattern: /inputs have incompatible shapes\. received shapes (\([^)]{1,60}\)) and (\([^)]{1,60}\))/i,
    captures: [
      ['first', 'shape'],
      ['second', 'shape'],
    ],
  },
  {
    id: 'open-features',
    pattern: /the last dimension of the inputs to a `?dense`? layer should be defined\. found none/i,
    captures: [],
  },
  {
    id: 'open-channels',
    pattern: /the channel dimension of the inputs? should be defined[^[(]{0,60}([[(][^\])]{1,60}[\])])?/i,
    captures: [['input', 'shape']],
  },
  {
    id: 'ndim',
    pattern:
      /kernel shape must have the same length as input, but received kernel of shape (\([^)]{1,40}\)) and input of shape (\([^)]{1,60}\))/i,
    captures: [
      ['kernel', 'shape'],
      ['input', 'shape'],
    ],
  },
  {
    id: 'open-features',
    pattern: /the shape of the input to "flatten" is not fully defined \(got (\([^)]{1,60}\))/i,
    captures: [['input', 'shape']],
  },
  {
    id: 'reshape-layer',
    pattern:
      /total size of new array must be unchanged,? input_shape ?= ?(\[[^\]]{1,40}\]), output_shape ?= ?(\[[^\]]{1,40}\])/i,
    captures: [
      ['input', 'shape'],
      ['output', 'shape'],
    ],
  },
]);

import type { ErrorForm } from './form.ts';

/** Messages of all frameworks on settings and numbers that a layer does not take. */
export const settingErrors: readonly ErrorForm[] = [
  { id: 'ratio-below-one', pattern: /pooling_ratio`? elements should be >= 1/i, captures: [] },
  {
    id: 'stride-with-dilation',
    pattern: /`?strides > 1`? not supported in conjunction with `?dilation_rate > 1/i,
    captures: [],
  },
  {
    id: 'rounding-needs-number',
    pattern: /pad must be an integer when using dimroundingmode (\w{1,8}) but got pad (\w{1,8})/i,
    captures: [
      ['rounding', 'text'],
      ['received', 'text'],
    ],
  },
  {
    id: 'window-zero',
    pattern: /'?kernel_size'? must be positive but got (\([^)]{1,30}\)|-?\d+)/i,
    captures: [['received', 'shape']],
  },
  { id: 'window-zero', pattern: /kernel size should be greater than zero, but got/i, captures: [] },
  { id: 'padding-named', pattern: /expected string for argument '?padding/i, captures: [] },
  {
    id: 'integer-average',
    pattern: /mean\(\): could not infer output dtype[^:]{0,90}: (\w{1,12})/i,
    captures: [['dtype', 'text']],
  },
  {
    id: 'integer-average',
    pattern:
      /type '?tensor\((\w{1,12})\)'? of input parameter \(\w{1,8}\) of operator \((?:average|globalaverage|lp)pool\)/i,
    captures: [['dtype', 'text']],
  },
  { id: 'bool-maximum', pattern: /"?max_pool\w{0,24}"? not implemented for '?bool/i, captures: [] },
  {
    id: 'open-channels',
    pattern: /the channel dimension of the inputs should be defined[^[(]{0,60}([[(][^\])]{1,60}[\])])?/i,
    captures: [['input', 'shape']],
  },
  {
    id: 'argument-types',
    pattern: /(\w{1,40})\(\) received an invalid combination of arguments/i,
    captures: [['layer', 'text']],
  },
];

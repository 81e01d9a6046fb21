import type { MessageForm } from '../form.ts';

/** Arguments that a layer does not take. */
export const argumentsMessages: readonly MessageForm[] = [
  {
    id: 'output-size-argument',
    pattern: /output_size (?:must be greater than or equal to 0|must be \d|must be an integer)/i,
    captures: [],
  },
  {
    id: 'window-argument',
    pattern: /kernel_size must either be a single int, or a tuple of (\w{1,6}) ints/i,
    captures: [['length', 'text']],
  },
  {
    id: 'padding-argument',
    pattern: /argument '?padding'? \(position \d\) must be tuple of ints, not (\w{1,12})/i,
    captures: [['received', 'text']],
  },
  { id: 'bool-maximum', pattern: /"?max_pool\w{0,24}"? not implemented for '?bool/i, captures: [] },
  {
    id: 'integer-average',
    pattern: /mean\(\): could not infer output dtype[^:]{0,90}: (\w{1,12})/i,
    captures: [['dtype', 'text']],
  },
  {
    id: 'argument-types',
    pattern: /(\w{1,40})\(\) received an invalid combination of arguments/i,
    captures: [['layer', 'text']],
  },
];

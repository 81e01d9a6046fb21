import type { MessageForm } from '../form.ts';

/** Unpooling and fractional pooling. */
export const specialMessages: readonly MessageForm[] = [
  {
    id: 'unpool-output-size',
    pattern: /invalid output_size "?([[(][^\])]{1,40}[\])])"? \(dim (\d+) must be between (\d+) and (\d+)\)/i,
    captures: [
      ['received', 'shape'],
      ['axis', 'number'],
      ['smallest', 'number'],
      ['largest', 'number'],
    ],
  },
  {
    id: 'unpool-index',
    pattern: /found an invalid max index:? (-?\d+) \(output volumes are of size (\d+x\d+(?:x\d+)?)/i,
    captures: [
      ['index', 'number'],
      ['output', 'shape'],
    ],
  },
  {
    id: 'fractional-size',
    pattern: /requires specifying either an output size, or a pooling ratio/i,
    captures: [],
  },
  {
    id: 'fractional-size',
    pattern: /only one of output_size and output_ratio may be specified/i,
    captures: [],
  },
  {
    id: 'fractional-ratio',
    pattern: /output_ratio must be between 0 and 1 \(got ([^)]{1,30})\)/i,
    captures: [['received', 'text']],
  },
  {
    id: 'fractional-window',
    pattern: /pool (?:height|width|time) (\d+) too large relative to input (?:height|width|time) (\d+)/i,
    captures: [
      ['window', 'number'],
      ['size', 'number'],
    ],
  },
];

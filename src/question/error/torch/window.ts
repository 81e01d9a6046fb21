import type { MessageForm } from '../form.ts';

/** A window, its stride and its padding on a map. */
export const windowMessages: readonly MessageForm[] = [
  {
    id: 'convolution-too-large',
    pattern:
      /calculated (?:padded )?input size(?: per channel)?: ?(\([^)]{1,40}\))\. kernel size: ?(\([^)]{1,40}\))(?:\. kernel size can'?t (?:be )?greater than actual input size)?/i,
    captures: [
      ['padded', 'shape'],
      ['kernel', 'shape'],
    ],
  },
  {
    id: 'convolution-too-large',
    pattern: /kernel size can'?t (?:be )?(?:greater|larger|bigger) than (?:the )?actual input size/i,
    captures: [],
  },
  {
    id: 'output-too-small',
    pattern:
      /given input size: ?(\([^)]{1,60}\))\. calculated output size: ?(\([^)]{1,60}\))(?:\. output size is too small)?/i,
    captures: [
      ['input', 'shape'],
      ['output', 'shape'],
    ],
  },
  {
    id: 'output-too-small',
    pattern: /invalid computed output size: ?(-?\d+)/i,
    captures: [['output', 'number']],
  },
  {
    id: 'window-over-input',
    pattern: /input image (\([^)]{1,60}\)) smaller than kernel size (\([^)]{1,60}\))/i,
    captures: [
      ['input', 'shape'],
      ['window', 'shape'],
    ],
  },
  { id: 'output-too-small', pattern: /output size is too small/i, captures: [] },
  {
    id: 'negative-size',
    pattern: /trying to create tensor with negative dimension (-\d+)(?:: \[[^\]]{1,60}\])?/i,
    captures: [['size', 'number']],
  },
  {
    id: 'padding-too-large',
    pattern:
      /pad(?:ding)? should be (?:at most|smaller than or equal to) half of (?:effective )?kernel size, but got pad(?:ding|w|h|t)? ?= ?(\d+)[^0-9]{1,30}(\d+)(?:[^0-9]{1,20}dilation ?= ?(\d+))?/i,
    captures: [
      ['padding', 'number'],
      ['window', 'number'],
      ['dilation', 'number'],
    ],
  },
  {
    id: 'padding-too-large',
    pattern: /pad(?:ding)? should be (?:at most|smaller than or equal to) half/i,
    captures: [],
  },
  {
    id: 'padding-negative',
    pattern: /pad must be non-negative, but got pad: (-\d+)/i,
    captures: [['padding', 'number']],
  },
  { id: 'stride-zero', pattern: /stride should not be zero/i, captures: [] },
  { id: 'divisor-zero', pattern: /divisor must be not zero/i, captures: [] },
  {
    id: 'integer-average',
    pattern: /"?\w{0,12}avg_pool\w{0,24}"? not implemented for '?(\w{1,12})/i,
    captures: [['dtype', 'text']],
  },
  { id: 'window-zero', pattern: /kernel size should be greater than zero, but got/i, captures: [] },
];

import type { ErrorForm } from './form.ts';

/** Messages of PyTorch. */
export const torchErrors: readonly ErrorForm[] = [
  {
    id: 'input-rank',
    pattern:
      /expected (\d)d \(unbatched\) or (\d)d \(batched\) input to \w{1,20}, but got input of size: (\[[^\]]{1,60}\])/i,
    captures: [
      ['unbatched', 'number'],
      ['batched', 'number'],
      ['input', 'shape'],
    ],
  },
  {
    id: 'ndim',
    pattern: /expected (\d)d(?: or \dd)? input \(got (\d)d input\)/i,
    captures: [
      ['expected', 'number'],
      ['found', 'number'],
    ],
  },
  {
    id: 'stack',
    pattern:
      /stack expects each tensor to be equal size, but got (\[[^\]]{1,40}\]) at entry \d+ and (\[[^\]]{1,40}\]) at entry \d+/i,
    captures: [
      ['first', 'shape'],
      ['second', 'shape'],
    ],
  },
  {
    id: 'ranks-differ',
    pattern: /tensors must have same number of dimensions: got (\d) and (\d)/i,
    captures: [
      ['first', 'number'],
      ['second', 'number'],
    ],
  },
  {
    id: 'output-too-small',
    pattern:
      /padded input size per channel: ?(\([^)]{1,40}\))\. kernel size: ?(\([^)]{1,40}\))(?:\. kernel size can'?t be greater than actual input size)?/i,
    captures: [
      ['input', 'shape'],
      ['window', 'shape'],
    ],
  },
  {
    id: 'output-too-small',
    pattern: /kernel size can'?t be (?:greater|larger|bigger) than (?:the )?actual input size/i,
    captures: [],
  },
  {
    id: 'reshape',
    pattern: /shape '?(\[[^\]]{1,40}\])'? is invalid for input of size (\d+)/i,
    captures: [
      ['shape', 'shape'],
      ['size', 'number'],
    ],
  },
  {
    id: 'input-rank',
    pattern: /dimension out of range \(expected to be in range of \[(-?\d+), ?(-?\d+)\], but got (-?\d+)\)/i,
    captures: [
      ['smallest', 'number'],
      ['largest', 'number'],
      ['found', 'number'],
    ],
  },
  {
    id: 'input-rank',
    pattern: /expected (\d) to (\d) dimensions, but got (\d)-dimensional tensor/i,
    captures: [
      ['unbatched', 'number'],
      ['batched', 'number'],
      ['found', 'number'],
    ],
  },
  {
    id: 'output-size-argument',
    pattern: /output_size (?:must be greater than or equal to 0|must be \d|must be an integer)/i,
    captures: [],
  },
  {
    id: 'negative-size',
    pattern: /trying to create tensor with negative dimension (-\d+)/i,
    captures: [['size', 'number']],
  },
  { id: 'linear-mismatch', pattern: /mat1 dim 1 must match mat2 dim 0/i, captures: [] },
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
    id: 'output-too-small',
    pattern: /input image (\([^)]{1,60}\)) smaller than kernel size (\([^)]{1,60}\))/i,
    captures: [
      ['input', 'shape'],
      ['window', 'shape'],
    ],
  },
  { id: 'output-too-small', pattern: /output size is too small/i, captures: [] },
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
  {
    id: 'window-argument',
    pattern: /kernel_size must either be a single int, or a tuple of (\w{1,6}) ints/i,
    captures: [['length', 'text']],
  },
  {
    id: 'input-rank',
    pattern: /(?:non-empty )?(\d)d or (\d)d \(batch mode\) (?:tensor )?(?:tensor )?expected for input/i,
    captures: [
      ['unbatched', 'number'],
      ['batched', 'number'],
    ],
  },
  {
    id: 'input-rank',
    pattern:
      /expected (\d)d or (\d)d (?:\(batch mode\) )?(?:tensor|input)[^[(]{0,60}([[(][^\])]{1,60}[\])])?/i,
    captures: [
      ['unbatched', 'number'],
      ['batched', 'number'],
      ['input', 'shape'],
    ],
  },
  {
    id: 'padding-argument',
    pattern: /argument '?padding'? \(position \d\) must be tuple of ints, not (\w{1,12})/i,
    captures: [['received', 'text']],
  },
  { id: 'divisor-zero', pattern: /divisor must be not zero/i, captures: [] },
  {
    id: 'integer-average',
    pattern: /"?\w{0,12}avg_pool\w{0,24}"? not implemented for '?(\w{1,12})/i,
    captures: [['dtype', 'text']],
  },
  {
    id: 'linear-mismatch',
    pattern: /mat1 and mat2 shapes cannot be multiplied ?\(?(\d+ ?x ?\d+) and (\d+ ?x ?\d+)/i,
    captures: [
      ['input', 'shape'],
      ['weight', 'shape'],
    ],
  },
  {
    id: 'linear-mismatch',
    pattern: /size mismatch,? m1: (\[[^\]]{1,30}\]),? m2: (\[[^\]]{1,30}\])/i,
    captures: [
      ['input', 'shape'],
      ['weight', 'shape'],
    ],
  },
  { id: 'linear-mismatch', pattern: /mat1 and mat2 shapes cannot be multiplied/i, captures: [] },
  {
    id: 'concatenate',
    pattern:
      /sizes of tensors must match except in dimension (\d+)\.? (?:expected size|got) (\d+) (?:but got size|and) (\d+)/i,
    captures: [
      ['axis', 'number'],
      ['first', 'number'],
      ['second', 'number'],
    ],
  },
  {
    id: 'concatenate',
    pattern:
      /the size of tensor a \((\d+)\) must match the size of tensor b \((\d+)\)(?: at non-singleton dimension (\d+))?/i,
    captures: [
      ['first', 'number'],
      ['second', 'number'],
      ['axis', 'number'],
    ],
  },
  {
    id: 'channel-mismatch',
    pattern:
      /weight of size (\[[^\]]{1,40}\]),? expected input(\[[^\]]{1,40}\]) to have (\d+) channels,? but got (\d+) channels/i,
    captures: [
      ['weight', 'shape'],
      ['input', 'shape'],
      ['expected', 'number'],
      ['found', 'number'],
    ],
  },
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

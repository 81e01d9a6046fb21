import type { MessageForm } from '../form.ts';

/** Arrays that should be joined, multiplied or reshaped. */
export const joiningMessages: readonly MessageForm[] = [
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
    id: 'reshape',
    pattern: /shape '?(\[[^\]]{1,40}\])'? is invalid for input of size (\d+)/i,
    captures: [
      ['shape', 'shape'],
      ['size', 'number'],
    ],
  },
  { id: 'linear-mismatch', pattern: /mat1 dim 1 must match mat2 dim 0/i, captures: [] },
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
      /sizes of tensors must match except in dimension (\d+)\.? expected size (\d+) but got size (\d+)/i,
    captures: [
      ['joined', 'number'],
      ['first', 'number'],
      ['second', 'number'],
    ],
  },
  {
    id: 'concatenate',
    pattern:
      /sizes of tensors must match except in dimension (\d+)\.? got (\d+) and (\d+) in dimension (\d+)/i,
    captures: [
      ['joined', 'number'],
      ['first', 'number'],
      ['second', 'number'],
      ['axis', 'number'],
    ],
  },
  {
    // PyTorch 1.5 to 1.8 name here the axis that differs, not the one along which they are joined.
    id: 'concatenate',
    pattern:
      /sizes of tensors must match except in dimension (\d+)\.? got (\d+) and (\d+) \(the offending index is/i,
    captures: [
      ['axis', 'number'],
      ['first', 'number'],
      ['second', 'number'],
    ],
  },
  {
    id: 'concatenate',
    pattern: /sizes of tensors must match except in dimension (\d+)\.? got (\d+) and (\d+)/i,
    captures: [
      ['joined', 'number'],
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
    id: 'concatenate',
    pattern:
      /the expanded size of the tensor \((\d+)\) must match the existing size \((\d+)\) at non-singleton dimension (\d+)/i,
    captures: [
      ['first', 'number'],
      ['second', 'number'],
      ['axis', 'number'],
    ],
  },
  {
    id: 'batch-sizes',
    pattern: /expected input batch_size \((\d+)\) to match target batch_size \((\d+)\)/i,
    captures: [
      ['rows', 'number'],
      ['images', 'number'],
    ],
  },
  {
    id: 'target-size',
    pattern:
      /target size \(torch\.size\((\[[^\]]{1,40}\])\)\) must be the same as input size \(torch\.size\((\[[^\]]{1,40}\])\)\)/i,
    captures: [
      ['labels', 'shape'],
      ['scores', 'shape'],
    ],
  },
  {
    id: 'loaded-weights',
    pattern:
      /size mismatch for ([\w.]{1,60}): copying a param with shape (?:torch\.size\()?(\[[^\]]{1,40}\])\)? from checkpoint, the shape in current model is (?:torch\.size\()?(\[[^\]]{1,40}\])/i,
    captures: [
      ['layer', 'text'],
      ['stored', 'shape'],
      ['built', 'shape'],
    ],
  },
];

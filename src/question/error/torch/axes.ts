import type { MessageForm } from '../form.ts';

/** How many axes an input has. */
export const axesMessages: readonly MessageForm[] = [
  {
    id: 'input-rank',
    pattern:
      /expected (\d)d \(unbatched\) or (\d)d \(batched\) input to (\w{1,20}), but got input of size: (\[[^\]]{1,60}\])/i,
    captures: [
      ['unbatched', 'number'],
      ['batched', 'number'],
      ['layer', 'text'],
      ['input', 'shape'],
    ],
  },
  {
    id: 'norm-rank',
    pattern: /expected (\d)d(?: or (\d)d)? input \(got (\d)d input\)/i,
    captures: [
      ['expected', 'number'],
      ['other', 'number'],
      ['found', 'number'],
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
    id: 'ndim',
    pattern:
      /expected (\d)-dimensional input for \d-dimensional weight \[?[\d, ]{1,40}\]?,? but got (\d)-dimensional input of size (\[[^\]]{1,60}\])/i,
    captures: [
      ['expected', 'number'],
      ['found', 'number'],
      ['input', 'shape'],
    ],
  },
  {
    id: 'one-value',
    pattern:
      /expected more than 1 value per channel when training, got input size (?:torch\.size\()?(\[[^\]]{1,60}\])/i,
    captures: [['input', 'shape']],
  },
  {
    id: 'norm-channels',
    pattern: /running_mean should contain (\d+) elements not (\d+)/i,
    captures: [
      ['found', 'number'],
      ['expected', 'number'],
    ],
  },
];

import { raisedIn } from './form.ts';

/** Checks of Caffe that fail. */
export const caffeErrors = raisedIn('caffe', [
  {
    id: 'concatenate',
    pattern: /\((\d+) vs\. (\d+)\) all inputs must have the same shape, except at concat_axis/i,
    captures: [
      ['first', 'number'],
      ['second', 'number'],
    ],
  },
  {
    id: 'linear-mismatch',
    pattern: /k_ == new_k \((\d+) vs\. (\d+)\)/i,
    captures: [
      ['expected', 'number'],
      ['arriving', 'number'],
    ],
  },
  {
    id: 'padding-over-kernel',
    pattern: /pad_[hw]_? < kernel_[hw]_? \((\d+) vs\. (\d+)\)/i,
    captures: [
      ['padding', 'number'],
      ['window', 'number'],
    ],
  },
  { id: 'window-zero', pattern: /filter dimensions cannot be zero/i, captures: [] },
]);

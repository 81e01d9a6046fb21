import type { Parameter } from '../framework.ts';
import { int, intList, none, str } from '../literal.ts';

export const x: Parameter = { name: 'X', tensor: true, summary: 'The tensor to pool, (N, C, …).' };

export const positions: Parameter = {
  name: 'I',
  tensor: true,
  summary: 'The positions that MaxPool gave as its second output.',
};

export const outputShape: Parameter = {
  name: 'output_shape',
  fallback: none,
  summary: 'The whole shape before pooling, where several pool to the same one.',
};

const attribute = (name: string, fallback: Parameter['fallback'], summary: string): Parameter => ({
  name,
  ...(fallback === undefined ? {} : { fallback }),
  keywordOnly: true,
  summary,
});

export const kernelShape: Parameter = {
  ...attribute('kernel_shape', undefined, 'Size of the window along each axis.'),
  example: intList([2, 2]),
};
export const strides: Parameter = {
  ...attribute('strides', none, 'Step along each axis; 1 when left out, not the kernel.'),
  oneByDefault: true,
};
export const pads = attribute('pads', none, 'Cells added: all beginnings first, then all ends.');
export const autoPad = attribute(
  'auto_pad',
  str('NOTSET'),
  'NOTSET, VALID, SAME_UPPER (odd cell at the end) or SAME_LOWER; deprecated.',
);
export const ceilMode = attribute('ceil_mode', int(0), '1 rounds the output size up.');
export const countIncludePad = attribute(
  'count_include_pad',
  int(0),
  '1 counts padded cells in the average.',
);
export const dilations = attribute('dilations', none, 'Distance between the cells of one window.');
export const storageOrder = attribute(
  'storage_order',
  int(0),
  '1 counts the indices column by column instead of row by row.',
);
export const p = attribute('p', int(2), 'The power of the norm.');

export const since = (parameter: Parameter, opset: number): Parameter => ({ ...parameter, since: opset });

import { expect, test } from 'vitest';
import { findError } from '../../../src/question/error/find.ts';
import { readQuestion } from '../../../src/question/index.ts';

test.each([
  [
    "Negative dimension size caused by subtracting 4 from 3 for '{{node average_pooling2d_5/AvgPool}}' with input shapes: [?,3,3,128]",
    'negative-dimension',
    { window: 4, size: 3, input: [null, 3, 3, 128] },
  ],
  [
    'Computed output size would be zero or negative. Received: `inputs.shape=[None 5 5 1]`, `pool_size=[6 6]`, `strides=(6, 6)`, `padding=valid`.',
    'output-not-positive',
    { input: [null, 5, 5, 1], window: [6, 6], strides: [6, 6] },
  ],
  [
    'Input 0 of layer "max_pooling2d" is incompatible with the layer: expected ndim=4, found ndim=3. Full shape received: (5, 5, 1)',
    'ndim',
    { expected: 4, found: 3, layer: 'max_pooling2d', input: [5, 5, 1] },
  ],
  [
    'Given input size: (96x2x2). Calculated output size: (96x0x0). Output size is too small',
    'output-too-small',
    { input: [96, 2, 2], output: [96, 0, 0] },
  ],
  ['max_pool1d() Invalid computed output size: 0', 'output-too-small', { output: 0 }],
  [
    'input image (T: 2 H: 2 W: 2) smaller than kernel size (kT: 3 kH: 3 kW: 3)',
    'window-over-input',
    { input: [2, 2, 2], window: [3, 3, 3] },
  ],
  [
    'pad should be at most half of effective kernel size, but got pad=2, kernel_size=3 and dilation=1',
    'padding-too-large',
    { padding: 2, window: 3, dilation: 1 },
  ],
  [
    'max_pool1d() padding should be at most half of kernel size, but got padding=2 and kernel_size=2',
    'padding-too-large',
    { padding: 2, window: 2 },
  ],
  ['pad must be non-negative, but got pad: -1', 'padding-negative', { padding: -1 }],
  ['stride should not be zero', 'stride-zero', {}],
  [
    'mat1 and mat2 shapes cannot be multiplied (32x1152 and 2048x10)',
    'linear-mismatch',
    { input: [32, 1152], weight: [2048, 10] },
  ],
  [
    'size mismatch, m1: [16 x 9216], m2: [4096 x 1000]',
    'linear-mismatch',
    { input: [16, 9216], weight: [4096, 1000] },
  ],
  [
    'Input 0 of layer "dense" is incompatible with the layer: expected axis -1 of input shape to have value 2048, but received input with shape (None, 1152)',
    'linear-mismatch',
    { expected: 2048, input: [null, 1152], layer: 'dense' },
  ],
  [
    'A `Concatenate` layer requires inputs with matching shapes except for the concatenation axis. Received: input_shape=[(None, 36, 36, 64), (None, 37, 37, 64)]',
    'concatenate',
    { first: [null, 36, 36, 64], second: [null, 37, 37, 64] },
  ],
  [
    'Sizes of tensors must match except in dimension 1. Expected size 36 but got size 37 for tensor number 1 in the list.',
    'concatenate',
    { joined: 1, first: 36, second: 37 },
  ],
  [
    'The size of tensor a (36) must match the size of tensor b (37) at non-singleton dimension 3',
    'concatenate',
    { first: 36, second: 37, axis: 3 },
  ],
  [
    'The `pool_size` argument must be a tuple of 2 integers. Received pool_size=(2, 2, 2)',
    'window-argument',
    { argument: 'pool_size', length: 2, received: '(2, 2, 2)' },
  ],
  [
    "The `data_format` argument must be one of {'channels_first', 'channels_last'}. Received: data_format=nhwc",
    'data-format-argument',
    { received: 'nhwc' },
  ],
  [
    "Argument `padding` must be either 'valid' or 'same'. Received: padding=causal",
    'padding-argument',
    { received: 'causal' },
  ],
  [
    "Unrecognized keyword arguments passed to MaxPooling2D: {'kernel_size': 3}",
    'unrecognised-argument',
    { layer: 'MaxPooling2D', argument: 'kernel_size' },
  ],
  [
    "AveragePooling2D.__init__() missing 1 required positional argument: 'pool_size'",
    'missing-argument',
    { argument: 'pool_size' },
  ],
  [
    'Given groups=1, weight of size [64, 3, 7, 7], expected input[1, 224, 224, 3] to have 3 channels, but got 224 channels instead',
    'channel-mismatch',
    { weight: [64, 3, 7, 7], input: [1, 224, 224, 3], expected: 3, found: 224 },
  ],
  [
    'Found an invalid max index: -93 (output volumes are of size 4x4)',
    'unpool-index',
    { index: -93, output: [4, 4] },
  ],
  [
    'invalid output_size "(6, 6)" (dim 0 must be between 2 and 6)',
    'unpool-output-size',
    { received: [6, 6], axis: 0, smallest: 2, largest: 6 },
  ],
  [
    'fractional_max_pool2d(): pool height 3 too large relative to input height 4',
    'fractional-window',
    { window: 3, size: 4 },
  ],
  ['Attribute kernel_shape must be specified', 'missing-argument', { argument: 'kernel_shape' }],
  ['non-empty 3D or 4D (batch mode) tensor expected for input', 'input-rank', { unbatched: 3, batched: 4 }],
])('%s', (message, id, numbers) => {
  const found = findError(`it crashed:\nRuntimeError: ${message}\nwhat now?`);
  expect(found?.error).toMatchObject({ id, numbers });
  expect(found?.error.message.startsWith('RuntimeError: ')).toBe(true);
});

test('line breaks and indents inside a message change nothing, and it is quoted as it stands', () => {
  const message =
    'RuntimeError: Given input size: (96x2x2). Calculated output\n  size: (96x0x0). Output size is too small';
  const text = `I ran\n\n  model(x)\n${message} :(`;
  const found = findError(text);
  expect(found?.error).toMatchObject({ id: 'output-too-small', framework: 'torch', message });
  expect(text.slice(found?.span.start, found?.span.end)).toBe(message);
});

test('the last message of several counts, and the layer named beside it is kept', () => {
  const text =
    'first: expected ndim=4, found ndim=2\nthen: Given input size: (8x1x1). Calculated output size: (8x0x0). Output size is too small, MaxPool2d(3)';
  const question = readQuestion({ text });
  expect(question).toMatchObject({ kind: 'errorHelp', error: { id: 'output-too-small' } });
  expect(question.calls.map(({ layer }) => layer.name)).toEqual(['MaxPool2d']);
});

test('a text without an error message has none', () => {
  expect(findError('AveragePooling2D(2) on 4x4x4')).toBeNull();
});

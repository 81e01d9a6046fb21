import { expect, test } from 'vitest';
import { reply } from './said.ts';

test('the code, and only the caveats that apply, each with the smallest numbers that show it', () => {
  const { words } = reply('nn.AvgPool2d(2, padding=1) to onnx', { prefer: 'convert' });
  expect(words).toContain('count_include_pad=1');
  expect(words).toMatch(
    /Say `?count_include_pad`?: left out, it would be 0\. On 1 it gives 0\.5; otherwise 1\./,
  );
});

test('what a framework can’t express is said, with what an approximation gets wrong', () => {
  const { heading, words } = reply('keras MaxPooling2D(3, strides=2, padding="same") in torch, one-to-one?');
  expect(heading).toBe('PyTorch can’t express this MaxPooling2D exactly');
  expect(words).toContain('On 1, 2, 3, 4 it gives 3, 4; otherwise 2, 4.');
});

test('a layer that is the same has no caveats', () => {
  const { heading, words } = reply('MaxPooling2D(2) to tensorflow', { prefer: 'convert' });
  expect(heading).toBe('MaxPooling2D is the same in TensorFlow');
  expect(words).toContain('tf.nn.max_pool2d(x, ksize=2, strides=2, padding="VALID")');
});

test('adaptive pooling whose bins are even is shown as a plain window too', () => {
  expect(reply('nn.AdaptiveAvgPool2d(2) on an 8x8 map -> which AveragePooling2D in keras?').words).toContain(
    'layers.AveragePooling2D(pool_size=4)',
  );
});

test('a layer named without its arguments is converted with usual ones, or said to be missing', () => {
  expect(reply('nn.LPPool2d in keras?').words).toContain('Keras has no LP pooling layer.');
  const { words } = reply('nn.MaxPool2d in keras');
  expect(words).toContain('layers.MaxPooling2D(pool_size=2)');
  expect(words).toContain('Assumed:\n- kernel_size=2');
});

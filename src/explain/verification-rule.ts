import type { FormulaId, RuleId } from '../answer/index.ts';

/** What is true of each general statement, in one sentence. Sources: the frameworks' documentation of their layers. */
export const trueSentences: Readonly<Record<RuleId, string>> = {
  'no-weights': 'Pooling has no weights: it has nothing to train and 0 parameters.',
  'has-weights':
    'Dense, convolution and batch normalisation have weights that are trained; pooling has none.',
  'fewer-weights':
    'Global pooling has no weights itself, and the Dense layer after it has far fewer than after Flatten.',
  'same-size':
    'Padding "same" gives ⌈size / stride⌉ cells: it keeps the size only with stride 1, and a stride left out is the window.',
  'valid-size':
    'Local pooling leaves one number per window: a smaller map, ⌊(size − window) / stride⌋ + 1 on each axis.',
  'size-by-setting':
    'The size that comes out is ⌊(size + 2 · padding − window) / stride⌋ + 1 on each axis; a stride left out is the window.',
  'default-stride':
    'In Keras and PyTorch a stride that is left out equals the window; in ONNX, Flax and Caffe it is 1.',
  'default-padding': 'Nothing is padded by default: padding="valid" in Keras, padding=0 in PyTorch.',
  'own-channel': 'Each channel is pooled on its own, so their number stays the same.',
  'batch-kept': 'Every image of a batch is pooled on its own, so the batch stays as it is.',
  'one-number': 'Global pooling leaves one number per channel.',
  'global-mean':
    'Global average pooling is the mean over height and width, for each channel on its own; never over the channels.',
  'global-window': 'Global pooling has one window as large as the map: one number per channel is left.',
  'takes-maximum': 'Max pooling takes the largest value of each window.',
  'takes-average': 'Average pooling takes the mean of each window.',
  'max-padding': 'Max pooling pads with −∞, so padding never wins.',
  'count-padding':
    'Keras and TensorFlow divide by the real cells alone; PyTorch counts padding unless count_include_pad=False, ONNX only if it is set.',
  'keepdims-default': 'keepdims is False by default: the pooled axes go away.',
  'keepdims-keeps': 'keepdims=True keeps the pooled axes, each with length 1.',
  'drops-axes':
    'Global pooling in Keras drops height and width unless keepdims=True; local pooling, adaptive pooling and ONNX keep them.',
  'any-size': 'Global and adaptive pooling take any height and width.',
  'fixed-size': 'A dense layer has one weight for each number that arrives, so their count is fixed.',
  'max-gradient':
    'In max pooling the whole gradient goes to the maximum of its window, the first one on a tie; all other cells get 0.',
  'average-gradient': 'In average pooling every cell of a window gets an equal share of the gradient.',
  differentiable:
    'Gradients pass through pooling: average pooling is differentiable everywhere, max pooling wherever no two cells tie for the maximum.',
  linear: 'An average is a linear operation: average pooling of a sum is the sum of the averages.',
  'not-linear': 'A maximum is not linear: the maximum of a sum is not the sum of the maxima.',
  commutes: 'Max pooling and ReLU can be swapped; average pooling and ReLU can’t.',
  'data-format':
    'channels_last is the default in Keras and TensorFlow; PyTorch, ONNX and Caffe have the channels first.',
  'adaptive-size': 'Adaptive pooling gives the output size that it is told, whatever the input size.',
  overlap:
    'In Keras and PyTorch windows don’t overlap by default, as the stride equals the window; in ONNX the stride is 1.',
  'receptive-field': 'Each cell after pooling sees a larger part of the image than one before it.',
  loses: 'One number is left of each window, so the input can’t be recovered from the output.',
  ties: 'On a tie the first maximum of the window in row-major order gets the gradient.',
};

/** The rule that a stated formula is held against. */
export const trueFormulas: Readonly<Record<FormulaId, string>> = {
  valid: 'without padding it is ⌊(size − window) / stride⌋ + 1',
  padded: 'with padding on both sides it is ⌊(size + 2 · padding − window) / stride⌋ + 1',
  dilated: 'with dilation it is ⌊(size + 2 · padding − dilation · (window − 1) − 1) / stride⌋ + 1',
  same: 'with padding "same" it is ⌈size / stride⌉',
  'window-stride': 'with the stride equal to the window it is ⌊size / window⌋',
};

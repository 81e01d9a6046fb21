import type { RuleId } from '../answer/index.ts';

/** What is true of each general statement, in one sentence. Sources: the frameworks' documentation of their layers. */
export const trueSentences: Readonly<Record<RuleId, string>> = {
  'no-weights': 'Pooling has no weights: it has nothing to train and 0 parameters.',
  'fewer-weights':
    'Global pooling has no weights itself, and the Dense layer after it has far fewer than after Flatten.',
  'same-size':
    'Padding "same" gives ⌈size / stride⌉ cells: it keeps the size only with stride 1, and a stride left out is the window.',
  'same-formula': 'With padding "same" the size is ⌈size / stride⌉.',
  'valid-formula':
    'Without padding the size is ⌊(size − window) / stride⌋ + 1; padding on both sides adds 2 · padding to the size.',
  'default-stride':
    'Left out, the stride is the window in Keras and PyTorch (strides=None), and 1 in ONNX, Flax and Caffe.',
  'default-window':
    'MaxPooling has a default pool_size of 2; for AveragePooling Keras 3 wants it said (Keras 2 had 2 as well).',
  'own-channel': 'Each channel is pooled on its own, so their number stays the same.',
  'one-number': 'Global pooling leaves one number per channel.',
  'global-mean':
    'Global average pooling is the mean over height and width, for each channel on its own; never over the channels.',
  'max-padding': 'Max pooling pads with −∞, so padding never wins.',
  'count-padding':
    'Keras and TensorFlow divide by the real cells alone; PyTorch counts padding unless count_include_pad=False, ONNX only if it is set.',
  'keepdims-default': 'keepdims is False by default: the pooled axes go away.',
  'any-size': 'Global pooling takes any height and width; the output depends on the channels alone.',
  'max-gradient':
    'In max pooling the whole gradient goes to the maximum of its window, the first one on a tie; all other cells get 0.',
  'average-gradient': 'In average pooling every cell of a window gets an equal share of the gradient.',
  'data-format':
    'channels_last is the default in Keras and TensorFlow; PyTorch and ONNX have the channels first.',
  'torch-same': 'PyTorch’s pooling layers have no padding="same": they take a number of cells.',
  'adaptive-size': 'Adaptive pooling gives the output size that it is told, whatever the input size.',
};

import type { Diagnosis } from '../../answer/index.ts';
import { formatTuple } from '../format.ts';

type Known = Extract<Diagnosis, { kind: 'known' }>;

/** A message that says all there is: its title and what it means, with its own numbers. */
export function knownWords({ id, numbers }: Known): { readonly title: string; readonly text: string } | null {
  const number = (name: string) => (typeof numbers[name] === 'number' ? numbers[name] : null);
  const shape = (name: string) => (typeof numbers[name] === 'object' ? formatTuple(numbers[name]) : null);
  const word = (name: string) => (typeof numbers[name] === 'string' ? numbers[name] : null);
  switch (id) {
    case 'stride-zero':
      return {
        title: 'A stride of 0 never gets past the first window',
        text: 'The stride is how far the window moves, so it must be at least 1. PyTorch says the same of `kernel_size=0` when the stride is left out, as the stride is the kernel then.',
      };
    case 'layout-on-cpu':
      return {
        title: 'TensorFlow’s CPU pools only with the channels last',
        text: 'The layer has channels first (NCHW), and the kernel for the CPU knows only batch, height, width, channels (NHWC). On a GPU it runs as it is.',
      };
    case 'window-strides':
      return {
        title: 'keras.ops pooling without strides fails on JAX and NumPy',
        text: 'Left out, the strides are worked out twice there, so window and strides end up with different lengths. The layers (MaxPooling2D …) are not affected.',
      };
    case 'integer-average':
      return {
        title: 'Averages need floating-point numbers',
        text: `The input holds whole numbers${word('dtype') ? ` (${word('dtype')})` : ''}, and a mean of whole numbers is mostly none. Max pooling takes them as they are.`,
      };
    case 'divisor-zero':
      return { title: 'divisor_override can’t be 0', text: 'It is what each sum is divided by.' };
    case 'padding-negative':
      return {
        title: `Padding can’t be negative${number('padding') === null ? '' : `: it is ${number('padding')}`}`,
        text: 'Padding counts cells that are added on each side. To cut cells off, crop the map before pooling.',
      };
    case 'padding-over-kernel':
      return {
        title: 'ONNX Runtime takes only padding that is smaller than the kernel',
        text: 'With `pads` as large as `kernel_shape` a window would lie in padding alone and have no real cell.',
      };
    case 'empty-map':
      return {
        title: 'The map that should be pooled has no cells',
        text: 'An axis has length 0, so there is no maximum to take. Usually a window before it was larger than the map: eager TensorFlow and JAX return an empty map then, without a word.',
      };
    case 'negative-size':
      return {
        title: 'The output size is negative',
        text: `The layer was asked for an output of ${number('size') ?? 'less than 0'}; a size starts at 1.`,
      };
    case 'unpool-output-size':
      return {
        title: `output_size ${shape('received') ?? ''} can’t be pooled to this map`.replace('  ', ' '),
        text: `Axis ${number('axis')} must lie between ${number('smallest')} and ${number('largest')}, both left out: (size − 1) · stride − 2 · padding + window, at most one stride more or less. Give the size that the map had before pooling.`,
      };
    case 'unpool-index':
      return {
        title: `Index ${number('index')} lies outside the output map of ${shape('output') ?? 'this size'}`,
        text: 'MaxUnpool wants the indices that the pooling layer itself returned (`return_indices=True`), and the output size of the map that was pooled.',
      };
    case 'fractional-size':
      return {
        title: 'Fractional pooling takes an output size or a ratio: one of the two',
        text: '`nn.FractionalMaxPool2d(2, output_ratio=0.5)` or `nn.FractionalMaxPool2d(2, output_size=(14, 14))`, never both and never none.',
      };
    case 'fractional-ratio':
      return {
        title: `output_ratio must lie between 0 and 1${word('received') ? `, and is ${word('received')}` : ''}`,
        text: 'It is the share of the size that is kept: 0.5 makes 14 of 28.',
      };
    case 'fractional-window':
      return {
        title: `A window of ${number('window')} is too large for a map of ${number('size')}`,
        text: 'Fractional pooling needs window + output − 1 cells at least. Take a smaller window or a smaller output.',
      };
    case 'ratio-below-one':
      return {
        title: 'pooling_ratio is the factor that the size shrinks by, so at least 1',
        text: 'TensorFlow divides by it: 1.44 makes ⌊28 / 1.44⌋ = 19 of 28. PyTorch’s `output_ratio` is the share that is kept, below 1.',
      };
    case 'stride-with-dilation':
      return {
        title: 'tf.nn.pool takes strides or dilations, not both',
        text: 'Only one of them may be larger than 1. Dilate first and pool with a stride afterwards, or use PyTorch’s MaxPool2d, which takes both.',
      };
    case 'rounding-needs-number':
      return {
        title: 'TensorFlow.js rounds only where the padding is a number',
        text: `dimRoundingMode${word('rounding') ? ` ${word('rounding')}` : ''} goes with padding in cells, not with pad "${word('received') ?? 'valid'}": write 0 for none.`,
      };
    case 'window-zero':
      return {
        title: 'A window needs at least one cell',
        text: `The kernel is ${shape('received') ?? 'zero'}; every side of it must be 1 or more.`,
      };
    case 'padding-named':
      return {
        title: 'Average pooling in TensorFlow takes padding by name only',
        text: 'It knows "SAME" and "VALID"; padding in cells is for max pooling. Pad the input yourself with `tf.pad`: the zeros count in the average then.',
      };
    case 'bool-maximum':
      return {
        title: 'PyTorch has no max pooling of booleans',
        text: 'Convert first, `x.float()`: the maximum of zeros and ones is the logical "or" of the window.',
      };
    case 'open-channels':
      return {
        title: 'The number of channels must be known',
        text: `The input is ${shape('input') ?? 'open on its channel axis'}. Height and width may stay open, but a convolution has weights for every channel, so their number is needed when it is built. Pooling itself takes any.`,
      };
    case 'argument-types':
      return {
        title: 'An argument has another type than the function takes',
        text: 'Window, stride and padding are whole numbers, or tuples of them: `F.max_pool2d(x, 2)`, `F.max_pool2d(x, (2, 2), stride=(2, 2))`. Floats and strings are refused.',
      };
    case 'label-shape': {
      const [logits, labels] = [numbers.logits, numbers.labels].map((one) =>
        typeof one === 'object' ? (one[0] ?? null) : null,
      );
      const each = logits && labels ? logits / labels : null;
      return {
        title: 'There is not one row of scores per label',
        text: `The model gives ${logits ?? 'other'} rows of scores for ${labels ?? 'the'} labels${each !== null && Number.isInteger(each) ? `, that is ${each} per image` : ''}. The map was neither pooled globally nor flattened before the classifier, so every cell of it got scores of its own.`,
      };
    }
    case 'open-features':
      return {
        title: 'Dense can’t count its inputs: the size of the map is open',
        text: 'Flatten multiplies height, width and channels, and with an input of open size (None) that product is open too. A dense layer needs the number when it is built.',
      };
    case 'ranks-differ':
      return {
        title: `One array has ${number('first')} axes, the other ${number('second')}`,
        text: 'They can be joined only with equally many. Global pooling in Keras drops height and width (keepdims=True keeps them as 1 × 1); in PyTorch AdaptiveAvgPool2d(1) keeps them, and `torch.flatten(x, 1)` drops them.',
      };
    default:
      return null;
  }
}

import { formatNumber } from '../../format.ts';
import { type Known, type KnownWords, numbersOf, toldIn } from './told.ts';

/** Messages on a stride, a padding, a window, a divisor, a number type, and on special layers. */
export function settingWords({ id, framework, numbers }: Known): KnownWords | null {
  const { number, shape, word } = toldIn(numbers);
  switch (id) {
    case 'stride-zero':
      return {
        title:
          framework === 'onnx'
            ? 'Every stride must be at least 1'
            : 'A stride of 0 never gets past the first window',
        text: `The stride is how far the window moves, so it must be at least 1.${framework === 'torch' ? ' PyTorch says the same of `kernel_size=0` when the stride is left out, as the stride is the kernel then.' : ''}`,
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
        text: `The input holds whole numbers${word('dtype') ? ` (${word('dtype')})` : ''}, and a mean of whole numbers is mostly none. ${framework === 'onnx' ? 'MaxPool takes whole numbers of 8 bits at most.' : 'Max pooling takes them as they are.'}`,
      };
    case 'divisor-zero':
      return { title: 'divisor_override can’t be 0', text: 'It is what each sum is divided by.' };
    case 'padding-negative':
      return {
        title: `Padding can’t be negative${number('padding') === null ? '' : `: it is ${formatNumber(number('padding') ?? 0)}`}`,
        text: 'Padding counts cells that are added on each side. To cut cells off, crop the map before pooling.',
      };
    case 'padding-over-kernel':
      return {
        title: `${framework === 'caffe' ? 'Caffe' : 'ONNX Runtime'} takes only padding that is smaller than the kernel`,
        text: `${number('padding') === null ? '' : `The padding is ${number('padding')}, the kernel ${number('window')}. `}With padding as large as the kernel a window could lie in padding alone and have no real cell.`,
      };
    case 'negative-size':
      return {
        title: 'The output size is negative',
        text: `The layer was asked for an output of ${number('size') === null ? 'less than 0' : formatNumber(number('size') ?? 0)}. In PyTorch −1 does not mean "as it is": None does.`,
      };
    case 'unpool-output-size':
      return {
        title: `output_size ${shape('received') ?? ''} can’t be pooled to this map`.replace('  ', ' '),
        text: `Axis ${number('axis')} must lie between ${number('smallest')} and ${number('largest')}, both left out: (size − 1) · stride − 2 · padding + window, at most one stride more or less. Give the size that the map had before pooling.`,
      };
    case 'unpool-index':
      return {
        title: `Index ${formatNumber(number('index') ?? 0)} lies outside the output map of ${shape('output') ?? 'this size'}`,
        text: `${cells(numbers.output)}MaxUnpool wants the indices that the pooling layer itself returned (\`return_indices=True\`), and the output size of the map that was pooled.`,
      };
    case 'fractional-size':
      return {
        title: 'Fractional pooling takes an output size or a ratio: one of the two',
        text: 'It can’t guess the size, and two of them could contradict each other.',
      };
    case 'fractional-ratio':
      return {
        title: `output_ratio must lie between 0 and 1${word('received') ? `, and is ${word('received')}` : ''}`,
        text: 'It is the share of the size that is kept: 0.5 makes 14 of 28. For all of it leave the layer out.',
      };
    case 'fractional-window':
      return {
        title: `A window of ${number('window')} is too large for a map of ${number('size')}`,
        text: `Fractional pooling needs window + output − 1 cells at least: with a window of ${number('window')} on ${number('size')} the output is at most ${Math.max(0, (number('size') ?? 0) - (number('window') ?? 0) + 1)}.`,
      };
    case 'ratio-below-one':
      return {
        title: 'pooling_ratio is the factor that the size shrinks by, so at least 1',
        text: 'TensorFlow divides by it, and takes 1.0 for batch and channels: 1.44 makes ⌊32 / 1.44⌋ = 22 of 32. PyTorch’s `output_ratio` is the share that is kept, below 1.',
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
    case 'argument-types':
      return {
        title: 'An argument has another type than the function takes',
        text: 'Window, stride and padding are whole numbers, or tuples of them; floats and strings are refused. And PyTorch says `kernel_size`, `stride`, `padding`: Keras’ `pool_size` and `strides` it does not know.',
      };
    default:
      return null;
  }
}

/** Which indices a map of these sizes has. */
const cells = (output: Known['numbers'][string] | undefined): string =>
  typeof output === 'object' ? `Its cells have the indices 0 to ${numbersOf(output) - 1}. ` : '';

import type { Diagnosis } from '../../answer/index.ts';
import { formatNumber, formatTuple } from '../format.ts';

type Known = Extract<Diagnosis, { kind: 'known' }>;

/** A message that says all there is: its title and what it means, with its own numbers. */
export function knownWords({
  id,
  framework,
  numbers,
}: Known): { readonly title: string; readonly text: string } | null {
  const number = (name: string) => (typeof numbers[name] === 'number' ? numbers[name] : null);
  const shape = (name: string) => (typeof numbers[name] === 'object' ? formatTuple(numbers[name]) : null);
  const word = (name: string) => (typeof numbers[name] === 'string' ? numbers[name] : null);
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
        text: `The input holds whole numbers${word('dtype') ? ` (${word('dtype')})` : ''}, and a mean of whole numbers is mostly none. Max pooling takes them as they are.`,
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
    case 'empty-map':
      return {
        title: 'The map that should be pooled has no cells',
        text: `An axis has length 0${shape('input') ? `: ${shape('input')}` : ''}, so there is nothing to take. Usually a window before it was larger than the map: eager TensorFlow, JAX and ONNX Runtime return an empty map then, without a word. Larger images mend it too.`,
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
    case 'open-channels':
      return {
        title: 'The number of channels must be known',
        text: `The input is ${shape('input') ?? 'open on its channel axis'}. Height and width may stay open, but a convolution has weights for every channel, so their number is needed when it is built. Pooling itself takes any.`,
      };
    case 'argument-types':
      return {
        title: 'An argument has another type than the function takes',
        text: 'Window, stride and padding are whole numbers, or tuples of them; floats and strings are refused. And PyTorch says `kernel_size`, `stride`, `padding`: Keras’ `pool_size` and `strides` it does not know.',
      };
    case 'label-shape':
      return labelWords(numbers);
    case 'target-rank':
      return {
        title: `The labels don’t have the ${number('expected') ?? ''} axes of the model’s output`.replace(
          '  ',
          ' ',
        ),
        text: `The labels are ${shape('labels') ?? 'of another shape'}, and ${word('layer') ?? 'the last layer'} gives ${number('expected')} axes. Either the last layer still gives a map, as nothing pooled or flattened it, or the labels lack an axis.`,
      };
    case 'merged-sizes':
      return {
        title: `The ONNX model declares ${number('declared')} where its layers make ${number('made')}`,
        text: `On axis ${number('axis')} (counted from 0) the shape that is stored in the model is not the one that its layers give. Often the model was changed after its shapes were stored, or a pooling layer lost its \`ceil_mode\` on the way.`,
      };
    case 'norm-rank': {
      const [expected, found] = [number('expected') ?? 4, number('found') ?? 'another number'];
      const layer = `BatchNorm${number('other') === null ? expected - 2 : 1}d`;
      return {
        title: `${layer} got ${found} axes`,
        text: `This comes from normalisation, not from pooling: ${layer} takes ${number('other') === null ? expected : `${expected} or ${number('other')}`} axes, batch and channels included, and keeps the shape. ${found === 2 ? 'With 2 axes the input is flat already.' : 'Another number of axes has a layer of its own.'}`,
      };
    }
    case 'input-rank':
      return axesWords(number('largest'), number('smallest'), framework === 'onnx');
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

/** Which indices a map of these sizes has. */
function cells(output: Known['numbers'][string] | undefined): string {
  if (typeof output !== 'object') return '';
  const count = output.reduce<number>((product, size) => product * (size ?? 1), 1);
  return `Its cells have the indices 0 to ${count - 1}. `;
}

/** An axis was asked for that the array does not have. */
function axesWords(largest: number | null, smallest: number | null, onnx: boolean) {
  if (onnx)
    return {
      title: `Pooling in ONNX wants ${smallest ?? 3} axes at least`,
      text: 'They are batch, channels, and one or more axes of the map. An image alone lacks both of the first, and behind Flatten nothing spatial is left to pool.',
    };
  if (largest !== null)
    return {
      title: `The tensor has ${largest + 1} axes, and another one was asked for`,
      text: `Valid axes are ${(smallest ?? -largest - 1).toString().replace('-', '−')} to ${largest}. ${largest === 1 ? 'With 2 axes it is flat: batch and features, nothing spatial is left to pool.' : 'An axis is missing, often the batch.'}`,
    };
  return {
    title: 'The layer wants 3 or 4 axes, none of them empty',
    text: 'Channels, height and width make 3, with the batch before them 4. A grey image alone lacks its channels; behind Flatten nothing spatial is left; and no axis but the batch may have length 0.',
  };
}

/** Scores and labels that don’t belong together. */
function labelWords(numbers: Known['numbers']) {
  const [logits, labels] = [numbers.logits, numbers.labels].map((one) =>
    typeof one === 'object' ? one : null,
  );
  const [rows, images] = [logits?.[0] ?? null, labels?.[0] ?? null];
  const both =
    logits && labels ? `The scores are ${formatTuple(logits)}, the labels ${formatTuple(labels)}. ` : '';
  if (logits?.length === 4)
    return {
      title: 'The model gives a map of scores instead of one row per image',
      text: `${both}The map was neither pooled globally nor flattened before the classifier.`,
    };
  if (labels?.length === 2 && rows === images)
    return labels[1] === 1
      ? {
          title: 'The labels are class numbers, and the loss wants one column per class',
          text: `${both}\`categorical_crossentropy\` compares with one-hot rows, \`sparse_categorical_crossentropy\` with class numbers.`,
        }
      : {
          title: 'There are not as many scores as classes',
          text: `${both}The last layer needs one unit for each class. Pooling before it changes nothing in that.`,
        };
  const each = rows && images ? rows / images : null;
  return {
    title: 'There is not one row of scores per label',
    text: `The model gives ${rows ?? 'other'} rows of scores for ${images ?? 'the'} labels${each !== null && Number.isInteger(each) ? `, that is ${each} per image` : ''}. The map was neither pooled globally nor flattened before the classifier, or reshaped with the sizes of a smaller one, so its cells got scores of their own.`,
  };
}

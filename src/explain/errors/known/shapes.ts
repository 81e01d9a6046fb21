import { formatCount, formatTuple } from '../../format.ts';
import { type Known, type KnownWords, numbersOf, toldIn } from './told.ts';

/** Messages on axes, open sizes, empty maps, normalisation, labels and weights. */
export function shapeWords({ id, framework, numbers }: Known): KnownWords | null {
  const { number, shape, word } = toldIn(numbers);
  switch (id) {
    case 'empty-map':
      return {
        title: 'The map that should be pooled has no cells',
        text: `An axis has length 0${shape('input') ? `: ${shape('input')}` : ''}, so there is nothing to take. Usually a window before it was larger than the map: eager TensorFlow, JAX and ONNX Runtime return an empty map then, without a word. Larger images mend it too.`,
      };
    case 'open-channels':
      return {
        title: 'The number of channels must be known',
        text: `The input is ${shape('input') ?? 'open on its channel axis'}. Height and width may stay open, but a convolution has weights for every channel, so their number is needed when it is built. Pooling itself takes any.`,
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
    case 'one-value':
      return {
        title: 'BatchNorm can’t train on one value per channel',
        text: `The input is ${shape('input') ?? 'one value per channel'}: one image, and a map of 1 × 1, as global pooling leaves it. A single value has no spread to normalise by.`,
      };
    case 'norm-channels':
      return {
        title: `BatchNorm was built for ${number('expected')} channels and gets ${number('found')}`,
        text: 'It keeps a mean and a variance for each channel, so it needs as many as the layer before it gives. Pooling between them never changes that number.',
      };
    case 'loaded-weights':
      return {
        title: `The saved ${word('layer') ?? 'weights'} and the model’s have different shapes`,
        text: `Saved is ${shape('stored') ?? 'one shape'}, the model was built with ${shape('built') ?? 'another'}. Weights fit only the layers that they were trained in: another number of classes needs a new last layer.`,
      };
    case 'reshape-layer': {
      const [has, wanted] = [numbersOf(numbers.input), numbersOf(numbers.output)].map(formatCount);
      return {
        title: `${has} numbers don’t make ${shape('output') ?? 'this shape'}`,
        text: `Reshape keeps all numbers of an image: ${shape('input') ?? 'the input'} has ${has}, and ${wanted} are wanted. Fewer numbers are made by pooling, by a Dense layer or by a stride.`,
      };
    }
    case 'batch-sizes': {
      const [rows, images] = [number('rows') ?? 0, number('images') ?? 1];
      const each = rows / images;
      return {
        title: `${formatCount(rows)} rows of scores meet ${formatCount(images)} labels`,
        text: Number.isInteger(each)
          ? `That is ${each} rows per image: \`x.view(-1, n)\` with too small an n cuts each image into several rows, as the map is larger than planned. Flatten per image, and build \`nn.Linear\` for what each has.`
          : 'The rows are no multiple of the labels: part of a batch was cut off, or labels and images come from different batches.',
      };
    }
    case 'target-size':
      return {
        title: `The scores are ${shape('scores')}, the labels ${shape('labels')}`,
        text: 'Losses such as `nn.BCEWithLogitsLoss` compare number by number, so both need the same axes. One output unit leaves an axis of 1 behind.',
      };
    case 'input-rank':
      return axesWords(number('largest'), number('smallest'), framework === 'onnx');
    case 'open-features':
      return {
        title: 'The size of the map is open, so Flatten and Dense can’t count it',
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

import { formatCount, formatNumber, formatTuple } from '../format.ts';
import { bullets, paragraph } from '../prose.ts';
import type { Of, Words } from './words.ts';

const whyApart: Readonly<Record<Of<'sizes-differ'>['cause'], string>> = {
  rounding: 'Usually pooling rounded an odd size down on the way, and upsampling doubled what was left.',
  doubled:
    'One is twice the other: on one way there is a pooling layer, or a stride of 2, more than on the other.',
  images:
    'The images have different sizes, and a batch is one array: bring them to one size when they are loaded. Global pooling helps the network to take any size, but within a batch all have the same.',
};

export function sizesDiffer({ first, second, apart, cause, fixes }: Of<'sizes-differ'>): Words {
  return {
    title:
      cause === 'images'
        ? 'Images of different sizes can’t be one batch'
        : 'The two maps have different sizes and can’t be joined',
    blocks: [
      paragraph(
        `One is ${formatTuple(first)}, the other ${formatTuple(second)}${apart === null ? '' : `, ${apart} apart`}. ${whyApart[cause]}`,
      ),
    ],
    advice:
      cause === 'images'
        ? []
        : [
            bullets(
              'use images whose sides are divisible by two as often as they are halved (a multiple of 16 for four poolings, 32 for five)',
              ...(fixes.length > 0 ? [] : ['or crop the larger map, or pad the smaller one, before joining']),
              'or upsample to the exact size of the skip connection',
            ),
          ],
  };
}

export function featuresMismatch({
  arriving,
  expected,
  units,
  rows,
  layer,
  maps,
  unflattened,
  fixes,
}: Of<'features-mismatch'>): Words {
  if (arriving === null || expected === null)
    return {
      title: 'The flattened map and the Linear layer have different sizes',
      blocks: [paragraph('`in_features` must be channels × height × width of the map before Flatten.')],
      advice: [],
    };
  const title = `${formatCount(arriving)} numbers arrive, the ${layer} layer expects ${formatCount(expected)}`;
  if (unflattened !== null)
    return {
      title,
      blocks: [
        paragraph(
          `The map was not flattened: ${rows} rows of ${arriving} are ${formatCount((rows ?? 0) * arriving)} numbers, and that is ${unflattened} × ${expected}. So ${unflattened === 1 ? 'one image' : `${unflattened} images`} of ${expected} numbers would fit.`,
        ),
      ],
      advice: [],
    };
  return {
    title,
    blocks: [
      paragraph(
        `After pooling and Flatten each image has ${arriving} numbers (channels × height × width), but ${layer === 'Dense' ? 'the layer was built for' : '`in_features` is'} ${expected}.`,
      ),
      ...(maps
        ? [
            paragraph(
              `With ${maps.channels} channels that is a ${maps.arriving} × ${maps.arriving} map where ${maps.expected} × ${maps.expected} was expected: the image has another size than planned, or the pooling rounds differently.`,
            ),
          ]
        : [
            paragraph(
              'Likely cause: another image size than planned, or a pooling layer more or less before it.',
            ),
          ]),
    ],
    advice: [
      ...(fixes.some(({ means }) => means === 'match-features') || units !== null
        ? []
        : [bullets(`build the layer for ${arriving} inputs`)]),
      ...(maps ? [] : [paragraph('Or pool globally before it, so that only the channels arrive.')]),
    ],
  };
}

export function wrongChannels({ expected, found, input, swapped }: Of<'wrong-channels'>): Words {
  return {
    title: `The layer was built for ${expected} channels and gets ${found}`,
    blocks: [
      paragraph(
        `${input ? `The input is ${formatTuple(input)}. ` : ''}${
          swapped
            ? `Its ${expected} channels stand on another axis than the layer reads: the data format is the likely cause. PyTorch wants the channels before height and width, Keras after them.`
            : 'Grey images have one channel, colour images three, and pooling never changes the number.'
        }`,
      ),
    ],
    advice: [],
  };
}

export function wrongCount({ size, shape, row }: Of<'wrong-count'>): Words {
  const whole = row === null || row === 0 ? null : size / row;
  return {
    title: `${formatCount(size)} numbers don’t make ${formatTuple(shape.map((one) => one ?? -1))}`,
    blocks: [
      paragraph(
        whole === null
          ? `The shape holds ${formatCount(shape.reduce<number>((product, one) => product * (one ?? 1), 1))} numbers, and there are ${formatCount(size)}.`
          : `A row has ${row} numbers, and ${formatCount(size)} / ${row} = ${formatNumber(whole)}: no whole number of rows. The map has another size than planned, so each image has another count of numbers.`,
      ),
    ],
    advice: [
      paragraph(
        '`torch.flatten(x, 1)` takes whatever each image has; `nn.Linear` after it must be built for that number.',
      ),
    ],
  };
}

export function wrongInput({ expected, found, axis }: Of<'wrong-input'>): Words {
  const [wanted, got] = [expected, found].map((shape) =>
    shape.length === 1 ? String(shape[0]) : formatTuple(shape),
  );
  return {
    title: `The model takes ${wanted}, and gets ${got}`,
    blocks: [
      paragraph(
        `${axis === null ? '' : `Axis ${axis} is fixed at ${wanted} in the model. `}The input size was fixed when the model was built, and this image has another. A model without Flatten that ends in global pooling can be built for any size: \`Input((None, None, 3))\`.`,
      ),
    ],
    advice: [],
  };
}

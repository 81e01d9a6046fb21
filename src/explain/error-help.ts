import type { Answer, Diagnosis } from '../answer/index.ts';
import type { Block, Message } from '../reply/index.ts';
import { formatCount, formatCrossed, formatTuple } from './format.ts';
import { message } from './message.ts';
import { bullets, paragraph } from './prose.ts';
import { explainTopic, topicOf } from './topics/index.ts';

/** A pasted error in plain words: what it says with its own numbers, the likely cause, and ways out. */
export function explainError(answer: Answer, diagnosis: Diagnosis): Message {
  const said = wordsFor(diagnosis);
  const [topic] = answer.topics;
  const background = topic ? explainTopic(topic) : [];
  return message({
    title: said?.title ?? (topic ? topicOf(topic.id).title : 'I know this message, but not what led to it'),
    blocks: said ? said.blocks : background,
  });
}

interface Words {
  readonly title: string;
  readonly blocks: readonly Block[];
}

function wordsFor(diagnosis: Diagnosis): Words | null {
  switch (diagnosis.kind) {
    case 'window-too-large':
      return windowTooLarge(diagnosis);
    case 'wrong-rank':
      return wrongRank(diagnosis);
    case 'features-mismatch':
      return featuresMismatch(diagnosis);
    case 'padding-too-large':
      return paddingTooLarge(diagnosis);
    case 'sizes-differ':
      return sizesDiffer(diagnosis);
    case 'argument':
      return argument(diagnosis);
    case 'other':
      return null;
  }
}

type Of<Kind extends Diagnosis['kind']> = Diagnosis & { kind: Kind };

function windowTooLarge({ window, map, swapped, fits }: Of<'window-too-large'>): Words {
  const size = map ? formatCrossed(map) : null;
  const what = window === null ? 'the pooling window' : `a window of ${window}`;
  return {
    title: 'The pooling window is larger than the map that reaches it',
    blocks: [
      paragraph(
        size
          ? `The message says that ${what} does not fit on what is left of the map: ${size}. The output would have no cells.`
          : `The message says that ${what} does not fit on what is left of the map, so the output would have no cells.`,
      ),
      ...(swapped
        ? [
            paragraph(
              'Likely cause: the data format. The first axis looks like channels, but channels_last reads it as the height, so the layer pools over the channels. Set `data_format="channels_first"`, or move the channels to the end with `np.moveaxis(x, 1, -1)`.',
            ),
          ]
        : [paragraph('Likely cause: one pooling layer or stride too many for this image size.')]),
      bullets(
        fits === null || fits < 1 ? 'use a smaller window' : `use a smaller window: up to ${fits} fits`,
        'use `padding="same"` (Keras), which pads as far as needed',
        'use global pooling (GlobalAveragePooling2D, or `nn.AdaptiveAvgPool2d` with output size one), which takes any map',
        'take larger images, or one pooling layer less before this one',
      ),
    ],
  };
}

function wrongRank({ expected, found, input, layerOfFound }: Of<'wrong-rank'>): Words {
  const spatial = expected - 2;
  const has = found === null ? 'another number of axes' : `${found} axes`;
  return {
    title: `The layer wants ${expected} axes and got ${found ?? 'another number'}`,
    blocks: [
      paragraph(
        `It counts all axes: batch, ${spatial} spatial (${['steps', 'height and width', 'depth, height and width'][spatial - 1] ?? 'height and width'}) and channels make ${expected}. Your input has ${has}${input ? `: ${formatTuple(input)}` : ''}.`,
      ),
      bullets(
        ...(found === 2
          ? [
              'it is already flat: a Dense, Flatten or global pooling layer came before, and nothing spatial is left to pool. Pool before it, or leave this layer out',
            ]
          : []),
        ...(found !== null && found === expected - 1
          ? ['the batch axis may be missing: `x[None]` or `np.expand_dims(x, 0)` adds it']
          : []),
        ...(layerOfFound
          ? [
              `it may be right as it is, with the layer for ${found} axes: ${layerOfFound} (tokens or time steps have ${found} axes)`,
            ]
          : []),
        ...(found !== null && found < expected && found > 2
          ? [`or reshape it to ${expected} axes (4D for images: batch, height, width, channels)`]
          : []),
      ),
    ],
  };
}

function featuresMismatch({ arriving, expected, units, maps }: Of<'features-mismatch'>): Words {
  if (arriving === null || expected === null)
    return {
      title: 'The flattened map and the Linear layer have different sizes',
      blocks: [paragraph('`in_features` must be channels × height × width of the map before Flatten.')],
    };
  return {
    title: `${formatCount(arriving)} numbers arrive, the Linear layer expects ${formatCount(expected)}`,
    blocks: [
      paragraph(
        `After pooling and Flatten each image has ${arriving} numbers (channels × height × width), but \`in_features\` is ${expected}.`,
      ),
      ...(maps
        ? [
            paragraph(
              `With ${maps.channels} channels that is a ${maps.arriving} × ${maps.arriving} map where ${maps.expected} × ${maps.expected} was expected: the image has another size than planned, or the pooling rounds differently.`,
            ),
          ]
        : []),
      bullets(
        `set \`nn.Linear(${arriving}, ${units ?? '…'})\``,
        'or let PyTorch count at the first call: `nn.LazyLinear`',
        ...(maps
          ? [
              `or put \`nn.AdaptiveAvgPool2d((${maps.expected}, ${maps.expected}))\` before Flatten: then ${expected} arrive at any image size`,
            ]
          : ['or pool globally before it, so that only the channels arrive']),
      ),
    ],
  };
}

function paddingTooLarge({ padding, window, largest }: Of<'padding-too-large'>): Words {
  return {
    title: `Padding ${padding} is more than half of the window ${window}`,
    blocks: [
      paragraph(
        `PyTorch takes at most half the kernel as padding, here ${largest}; otherwise a window could lie in padding alone and have no real cell.`,
      ),
      bullets(
        `set \`padding=${largest}\` or less`,
        `or a window of ${2 * padding} or more`,
        'or pad the input yourself before pooling: `F.pad(x, …)`',
      ),
    ],
  };
}

function sizesDiffer({ first, second, apart }: Of<'sizes-differ'>): Words {
  return {
    title: 'The two maps have different sizes and can’t be joined',
    blocks: [
      paragraph(
        `One is ${formatTuple(first)}, the other ${formatTuple(second)}${apart === null ? '' : `, ${apart} apart`}. Usually pooling rounded an odd size down on the way, and upsampling doubled what was left.`,
      ),
      bullets(
        'use images whose sides are divisible by two as often as they are halved (a multiple of 16 for four poolings, 32 for five)',
        'or crop the larger map, or pad the smaller one, before joining',
        'or upsample to the exact size of the skip connection',
      ),
    ],
  };
}

function argument({ argument: name, received }: Of<'argument'>): Words {
  return {
    title: name
      ? `The argument ${name} is not what the layer takes`
      : 'One argument is not what the layer takes',
    blocks: [
      paragraph(
        `${received ? `It got ${received}. ` : ''}Check the spelling and the number of entries: Keras says \`pool_size\`, \`strides\`, \`padding\`; PyTorch says \`kernel_size\`, \`stride\`, \`padding\`. Send me the call and I check it.`,
      ),
    ],
  };
}

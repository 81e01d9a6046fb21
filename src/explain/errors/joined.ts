import { formatTuple } from '../format.ts';
import { bullets, paragraph } from '../prose.ts';
import type { Of, Words } from './words.ts';

type Joined = Of<'sizes-differ'>;

const whyApart: Readonly<Record<Joined['cause'], string>> = {
  rounding:
    'Usually pooling rounded an odd size down on the way, and upsampling doubled what was left; or one layer pads and the other does not.',
  multiple:
    'One is a multiple of the other: on one way there is a pooling layer, or a stride, more than on the other.',
  paths: 'The two ways shrink the map differently: another kernel, stride or padding on one of them.',
  channels:
    'It is the channels that differ, or the classes of two score tables: joining along the channels allows that, adding does not.',
  axes: 'One is a map, the other was pooled globally or flattened, so they have different numbers of axes.',
  colours: 'Some images are grey or have transparency, others are coloured, and a batch is one array.',
  images:
    'The images have different sizes, and a batch is one array: bring them to one size when they are loaded. Global pooling helps the network to take any size, but within a batch all have the same.',
};

export function sizesDiffer(joined: Joined): Words {
  const { cause, fixes } = joined;
  return {
    title:
      cause === 'images' || cause === 'colours'
        ? `Images ${cause === 'images' ? 'of different sizes' : 'with different channels'} can’t be one batch`
        : cause === 'axes'
          ? 'The two arrays have different numbers of axes'
          : cause === 'channels'
            ? 'The two arrays differ in their channels or classes'
            : 'The two maps have different sizes and can’t be joined',
    blocks: [paragraph(`${said(joined)} ${whyApart[cause]}`)],
    advice:
      cause === 'rounding'
        ? [
            bullets(
              ...advice(joined),
              ...(fixes.length > 0 ? [] : ['crop the larger map, or pad the smaller one, before joining']),
            ),
          ]
        : [],
  };
}

/** What the message tells: both shapes, or one size of each. */
function said({ first, second, apart, extent, axis, framework }: Joined): string {
  if (extent === 'whole')
    return `One is ${formatTuple(first)}, the other ${formatTuple(second)}${apart === null ? '' : `, ${apart} apart`}.`;
  const sizes = `One has ${first[0]} where the other has ${second[0]}, ${apart} apart`;
  if (axis !== null) return `${sizes}, on axis ${axis}.`;
  return framework === 'torch'
    ? `${sizes}. The message does not say on which axis: PyTorch names the first that differs, and others may too.`
    : `${sizes}, on the first axis that differs.`;
}

function advice({ framework }: Joined): readonly string[] {
  return [
    'use images whose sides are divisible by two as often as they are halved (a multiple of 16 for four poolings, 32 for five)',
    ...(framework === 'caffe'
      ? [
          'mind that Caffe’s pooling rounds up and its convolution down: `round_mode: FLOOR` in the pooling layer makes both equal',
        ]
      : []),
  ];
}

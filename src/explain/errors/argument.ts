import { paragraph } from '../prose.ts';
import type { Of, Words } from './words.ts';

/** What an argument takes, where the call itself is not told. */
const takes: Readonly<Record<string, string>> = {
  padding:
    'Pooling in Keras knows "valid" and "same" ("causal" is for Conv1D alone); PyTorch wants a number of cells and has no "same".',
  data_format:
    'It is "channels_last" (batch, height, width, channels) or "channels_first" (batch, channels, height, width).',
  output_size:
    'It is one number, or one for each axis of the map: `AdaptiveAveragePooling2D` takes two. −1 is none.',
  pool_size: 'It is one number, or one for each axis of the map.',
  kernel_size: 'It is one number, or one for each axis of the map.',
  strides: 'It is one number from 1 on, or one for each axis of the map.',
  mask: 'Among the pooling layers only GlobalAveragePooling1D takes a mask: it leaves the masked steps out of the mean.',
};

const perAxis =
  'It needs one entry for each axis of the map, as `kernel_shape` has; `pads` needs two, all beginnings before all ends.';

export function argument({ id, argument: name, received, advice }: Of<'argument'>): Words {
  const rule =
    advice ??
    (id === 'attribute-size' ? perAxis : null) ??
    takes[name ?? ''] ??
    'Check the spelling and the number of entries: Keras says `pool_size`, `strides`, `padding`; PyTorch says `kernel_size`, `stride`, `padding`.';
  return {
    title: argumentTitle(id, name),
    blocks: [paragraph(`${received ? `It got ${received}. ` : ''}${name === 'mask' ? takes.mask : rule}`)],
    advice: [],
  };
}

function argumentTitle(id: string, name: string | null): string {
  if (name === null) return 'One argument is not what the layer takes';
  if (id === 'missing-argument') return `The argument ${name} is missing`;
  if (id === 'attribute-size') return `${name} has too many or too few entries`;
  return id === 'unrecognised-argument'
    ? `The layer has no argument ${name}`
    : `The argument ${name} is not what the layer takes`;
}

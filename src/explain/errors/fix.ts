import type { Fix, Means } from '../../answer/index.ts';
import { type Block, code, type Inline } from '../../reply/index.ts';
import { formatTuple } from '../format.ts';
import { list } from '../message.ts';
import { prose } from '../prose.ts';

/** What each way out does. */
const meanings: Readonly<Record<Means, string>> = {
  'same-padding': 'pad as far as the window needs',
  'ceil-mode': 'round the size up, so that the part that is left counts as a window',
  'smaller-window': 'take a smaller window',
  'leave-out': 'leave this pooling layer out, as nothing spatial is left to pool',
  global: 'pool globally, which takes any map',
  'channels-first': 'say that the channels stand first',
  'channels-to-front': 'move the channels to the front, where PyTorch expects them',
  'channels-last': 'have the channels last',
  'add-batch': 'add the missing batch axis',
  'add-channel': 'add the missing channel',
  'other-rank': 'take the layer for this number of axes',
  'per-step': 'apply the layer to every step for itself',
  'as-sequence': 'read the numbers as a sequence with one channel',
  'match-features': 'build the dense layer for what arrives',
  'lazy-features': 'let PyTorch count at the first call',
  'adapt-map': 'bring the map to the size that was planned, before Flatten: then any image size fits',
  'flatten-first': 'flatten each image before it, and keep the batch',
  'less-padding': 'pad less',
  'larger-window': 'take a larger window',
  crop: 'crop the larger map',
  pad: 'pad the smaller map',
  'pool-other': 'pool the larger map once more',
  resize: 'bring it to the same size',
  stride: 'give a stride of one or more',
  'padding-number': 'give padding as a number of cells, zero for none',
  argument: 'write it as the layer takes it',
  cast: 'convert to floats first (`x.float()`, `tf.cast(x, "float32")`)',
  'pass-strides': 'pass the strides yourself',
  'pool-labels': 'pool or flatten, so that one row per image is left',
  divisor: 'leave `divisor_override` out: the window is the divisor then',
};

/** The ways out of an error, each with the shape it gives; none where there are none. */
export function fixList(fixes: readonly Fix[]): readonly Block[] {
  return fixes.length === 0 ? [] : [list(fixes.map(fixLine))];
}

function fixLine({ means, code: written, input, output, layer, example }: Fix): Inline {
  const shape = formatTuple(output);
  const what = prose(meanings[means]);
  if (means === 'leave-out') return [what, `: the shape stays ${shape}`];
  const from = example
    ? `${formatTuple(input)} for example becomes `
    : layer
      ? 'gives '
      : `${formatTuple(input)} becomes `;
  return [what, ': ', code(written), ` – ${from}${shape}`];
}

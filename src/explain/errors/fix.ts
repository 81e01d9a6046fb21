import type { Fix, Means } from '../../answer/index.ts';
import { type Block, code, type Inline } from '../../reply/index.ts';
import { formatCrossed, formatTuple } from '../format.ts';
import { list } from '../message.ts';
import { prose } from '../prose.ts';

/** What each way out does. */
const meanings: Readonly<Record<Means, string>> = {
  'same-padding': 'pad as far as the window needs',
  'ceil-mode': 'round the size up, so that the part that is left counts as a window',
  'more-padding': 'pad more on each side',
  'smaller-window': 'take a smaller window',
  'smaller-kernel': 'take a smaller kernel',
  'leave-out': 'leave this layer out',
  'one-pool-less': 'leave out one pooling by 2 before it, so that a map of twice the size arrives',
  global: 'pool globally, which takes any map',
  'channels-first': 'say that the channels stand first',
  'channels-to-front': 'move the channels to the front, where PyTorch expects them',
  'channels-last': 'have the channels last',
  'channels-last-before': 'move the channels to the end before the first layer',
  'add-batch': 'add the missing batch axis',
  'add-channel': 'add the missing channels',
  'add-axis': 'add the missing axis',
  'add-both': 'add batch and channels',
  'in-model': 'or have the model add it',
  'drop-axis': 'take away what is too many',
  'merge-batch': 'make one batch of the first two axes',
  'to-image': 'make images of the rows again',
  'as-sequence': 'read it as a sequence: batch, steps, channels',
  'other-rank': 'take the layer for this number of axes',
  'per-step': 'apply the layer to every step for itself',
  'match-features': 'build the layer for what arrives',
  'match-channels': 'give both the same channels with a 1 × 1 convolution',
  'match-classes': 'give the last layer as many units as there are classes',
  'lazy-features': 'let PyTorch count at the first call',
  'adapt-map': 'bring the map to the size that was planned, before Flatten: then any image size fits',
  'flatten-first': 'flatten each image before it, and keep the batch',
  'fixed-input': 'build the model for this input',
  'less-padding': 'pad less',
  'larger-window': 'take a larger window',
  'pad-before': 'pad the input yourself, and pool it without padding',
  crop: 'crop the larger one',
  'cut-before': 'cut cells off before pooling',
  pad: 'pad the smaller one',
  'pool-other': 'pool the larger map once more',
  resize: 'bring it to the same size',
  repeat: 'repeat the one cell as often as the other has cells',
  'any-size': 'export the model for any size',
  declare: 'export the model anew, without the stale shape',
  stride: 'give a stride of one or more',
  'stride-one': 'a stride of 1 is the smallest',
  'padding-number': 'give padding as a number of cells, zero for none',
  'size-given': 'give the output size',
  'no-size': 'leave `output_size` out',
  'share-given': 'give the ratio',
  'keep-axis': 'keep an axis as it is with None',
  argument: 'write it as the layer takes it',
  'takes-mask': 'take the one pooling layer that has a mask',
  'without-mask': 'call it without the mask',
  cast: 'convert to floats first',
  'no-cast': 'or take the maximum, which whole numbers have',
  'pass-strides': 'pass the strides yourself',
  'the-layer': 'or take the layer',
  dilate: 'or dilate, with strides of 1',
  'no-dilation': 'take strides without dilations',
  'pool-labels': 'pool the map, so that one row per image is left',
  'flatten-labels': 'or flatten it before the last Dense layer',
  'sparse-labels': 'take the loss for labels that are class numbers',
  divisor: 'leave `divisor_override` out: the window is the divisor then',
  sum: 'or divide by 1, which gives sums',
  'larger-batch': 'train on two images at least (`drop_last=True` in the loader drops a last batch of one)',
  evaluate: 'or evaluate, which takes the stored means',
  'new-head': 'load the weights into the model with the saved classes, and give it its new layer then',
  'squeeze-scores': 'drop the axis of one score',
  'spread-labels': 'or give the labels that axis',
  'same-colours': 'load all images with the same channels',
  'all-channels': 'keep all channels: these are not single grey images',
  'as-batch': 'or make a batch of it',
  'with-indices': 'take the indices of `nn.MaxPool2d(2, return_indices=True)` on a map of the output’s size',
  rounding: 'write the padding as a number, 0 for none',
  'no-rounding': 'leave the rounding out',
  spread: 'or give the flat one its axes back',
  'pool-earlier': 'pool before Flatten, while there is a map',
  'norm-earlier': 'or normalise the map before Flatten',
};

/** The ways out of an error, each with the shape it gives; none where there are none. */
export function fixList(fixes: readonly Fix[]): readonly Block[] {
  return fixes.length === 0 ? [] : [list(fixes.map(fixLine))];
}

function fixLine({ means, code: written, input, output, layer, extent }: Fix): Inline {
  const what = prose(meanings[means]);
  const shape = extent === 'map' ? formatCrossed : extent === 'axis' ? sizeAlone : formatTuple;
  const kept = shape(input) === shape(output);
  const gives = `gives ${shape(output)}`;
  const becomes = kept ? `${shape(input)} stays as it is` : `${shape(input)} becomes ${shape(output)}`;
  const result =
    extent === 'example'
      ? `for example ${becomes}`
      : layer || (extent === 'map' && !(kept && means === 'leave-out'))
        ? gives
        : becomes;
  return written === null ? [what, `: ${result}`] : [what, ': ', code(written), ` – ${result}`];
}

const sizeAlone = (sizes: Fix['input']): string => sizes.join(' × ');

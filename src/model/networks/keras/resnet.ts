import type { Draft, Place } from '../draft.ts';
import type { Network } from '../network.ts';
import { averageHead, convNormAct, kerasDraft, normAct } from './blocks.ts';

type Block = (draft: Draft, x: Place, filters: number, stride: number, projects: boolean) => Place;

/** He et al., "Deep Residual Learning", 2015: the stride stands in the first 1x1 convolution of a block. */
const bottleneck: Block = (draft, x, filters, stride, projects) => {
  const options = { bias: true } as const;
  const shortcut = projects
    ? convNormAct(draft, x, 4 * filters, 1, { ...options, strides: stride, activation: null })
    : x;
  const narrow = convNormAct(draft, x, filters, 1, { ...options, strides: stride });
  const middle = convNormAct(draft, narrow, filters, 3, options);
  const wide = convNormAct(draft, middle, 4 * filters, 1, { ...options, activation: null });
  return draft.add('Activation', ['relu'], {}, draft.add('Add', [], {}, shortcut, wide));
};

/** "Identity Mappings in Deep Residual Networks", 2016: normalised first; a 1x1 max pool thins out the shortcut. */
const preactivated: Block = (draft, x, filters, stride, projects) => {
  const ready = normAct(draft, x);
  const thinned = stride > 1 ? draft.add('MaxPooling2D', [1], { strides: stride }, x) : x;
  const shortcut = projects ? draft.add('Conv2D', [4 * filters, 1], { strides: stride }, ready) : thinned;
  const narrow = convNormAct(draft, ready, filters, 1);
  const padded = draft.add('ZeroPadding2D', [1], {}, narrow);
  const middle = convNormAct(draft, padded, filters, 3, { strides: stride, padding: 'valid' });
  return draft.add('Add', [], {}, shortcut, draft.add('Conv2D', [4 * filters, 1], {}, middle));
};

const widths = [64, 128, 256, 512];

function stem(draft: Draft, version: 1 | 2): Place {
  const padded = draft.add('ZeroPadding2D', [3], {}, draft.input);
  const conv = draft.add('Conv2D', [64, 7], { strides: 2 }, padded);
  const framed = draft.add('ZeroPadding2D', [1], {}, version === 1 ? normAct(draft, conv) : conv);
  return draft.add('MaxPooling2D', [3], { strides: 2 }, framed);
}

/** As keras.applications builds them; version 2 strides at the end of a stage, version 1 at its beginning. */
const resnet = (depth: number, version: 1 | 2, blocks: readonly number[]): Network => ({
  name: `ResNet${depth}${version === 2 ? 'V2' : ''}`,
  aliases:
    version === 2
      ? [`resnet${depth}_v2`, `resnet-${depth}-v2`]
      : [`resnet-${depth}`, `resnet_${depth}`, `resnet${depth}v1`],
  framework: 'keras',
  input: [224, 224, 3],
  smallestAdmitted: 32,
  source: 'https://keras.io/api/applications/resnet/',
  build(input) {
    const draft = kerasDraft(input);
    let x = stem(draft, version);
    for (const [stage, count] of blocks.entries()) {
      draft.enter(`conv${stage + 2}`);
      const filters = widths[stage] ?? 64;
      for (let at = 0; at < count; at += 1) {
        const strides = version === 1 ? at === 0 && stage > 0 : at === count - 1 && stage < blocks.length - 1;
        const block = version === 1 ? bottleneck : preactivated;
        x = block(draft, x, filters, strides ? 2 : 1, at === 0);
      }
    }
    averageHead(draft, version === 2 ? normAct(draft, x) : x);
    return draft.nodes;
  },
});

const depths: readonly (readonly [number, readonly number[]])[] = [
  [50, [3, 4, 6, 3]],
  [101, [3, 4, 23, 3]],
  [152, [3, 8, 36, 3]],
];

export const resnets: readonly Network[] = depths.flatMap(([depth, blocks]) => [
  resnet(depth, 1, blocks),
  resnet(depth, 2, blocks),
]);

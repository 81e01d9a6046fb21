import type { Shape } from '../../../pooling/index.ts';
import { channelsAt, type Draft, type Place } from '../draft.ts';
import type { Network } from '../network.ts';
import { averageHead, kerasDraft, normAct } from './blocks.ts';

const growth = 32;

/** Huang et al., "Densely Connected Convolutional Networks", 2017; as keras.applications.densenet builds it. */
const densenet = (depth: number, blocks: readonly number[]): Network => ({
  name: `DenseNet${depth}`,
  aliases: [`densenet-${depth}`],
  framework: 'keras',
  input: [224, 224, 3],
  smallestAdmitted: 32,
  source: 'https://keras.io/api/applications/densenet/',
  build(input: Shape) {
    const draft = kerasDraft(input);
    let x = stem(draft);
    for (const [at, layers] of blocks.entries()) {
      draft.enter(`block${at + 1}`);
      for (let layer = 0; layer < layers; layer += 1) x = denseLayer(draft, x);
      if (at === blocks.length - 1) break;
      draft.enter(`transition${at + 1}`);
      x = transition(draft, x);
    }
    draft.enter('norm');
    averageHead(draft, normAct(draft, x));
    return draft.nodes;
  },
});

function stem(draft: Draft): Place {
  const padded = draft.add('ZeroPadding2D', [3], {}, draft.input);
  const conv = draft.add('Conv2D', [64, 7], { strides: 2, use_bias: false }, padded);
  const framed = draft.add('ZeroPadding2D', [1], {}, normAct(draft, conv));
  return draft.add('MaxPooling2D', [3], { strides: 2 }, framed);
}

/** 32 new maps, put behind all maps before them. */
function denseLayer(draft: Draft, x: Place): Place {
  const narrow = draft.add('Conv2D', [4 * growth, 1], { use_bias: false }, normAct(draft, x));
  const added = draft.add(
    'Conv2D',
    [growth, 3],
    { padding: 'same', use_bias: false },
    normAct(draft, narrow),
  );
  return draft.add('Concatenate', [], {}, x, added);
}

/** Half the maps, half the size: average pooling, because every map is still needed. */
function transition(draft: Draft, x: Place): Place {
  const half = Math.floor(channelsAt(x, 'channels_last') / 2) || 1;
  const conv = draft.add('Conv2D', [half, 1], { use_bias: false }, normAct(draft, x));
  return draft.add('AveragePooling2D', [2], { strides: 2 }, conv);
}

export const densenets: readonly Network[] = [
  densenet(121, [6, 12, 24, 16]),
  densenet(169, [6, 12, 32, 32]),
  densenet(201, [6, 12, 48, 32]),
];

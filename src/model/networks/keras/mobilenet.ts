import { channelsAt, type Draft, type Place } from '../draft.ts';
import type { Network } from '../network.ts';
import { averageHead, kerasDraft, strideTwoPad } from './blocks.ts';

function normRelu6(draft: Draft, x: Place): Place {
  return draft.add('ReLU', [6], {}, draft.add('BatchNormalization', [], {}, x));
}

function conv(draft: Draft, x: Place, filters: number, kernel: number, strides = 1): Place {
  const options = { strides, padding: 'same', use_bias: false };
  return draft.add('Conv2D', [filters, kernel], options, x);
}

function depthwise(draft: Draft, x: Place, stride: number): Place {
  const padding = stride === 1 ? 'same' : 'valid';
  return draft.add('DepthwiseConv2D', [3], { strides: stride, padding, use_bias: false }, x);
}

/** Filters and stride of each depthwise separable block. */
const separableBlocks: readonly (readonly [number, number])[] = [
  [64, 1],
  [128, 2],
  [128, 1],
  [256, 2],
  [256, 1],
  [512, 2],
  [512, 1],
  [512, 1],
  [512, 1],
  [512, 1],
  [512, 1],
  [1024, 2],
  [1024, 1],
];

/** Howard et al., "MobileNets", 2017; its classifier is a 1x1 convolution on a 1x1 map. */
const mobilenet: Network = {
  name: 'MobileNet',
  aliases: ['mobilenetv1', 'mobilenet_v1', 'mobilenet-v1'],
  framework: 'keras',
  input: [224, 224, 3],
  smallestAdmitted: 32,
  source: 'https://keras.io/api/applications/mobilenet/',
  build(input) {
    const draft = kerasDraft(input);
    let x = normRelu6(draft, conv(draft, draft.input, 32, 3, 2));
    for (const [at, [filters, stride]] of separableBlocks.entries()) {
      draft.enter(`block${at + 1}`);
      const sides = [
        [0, 1],
        [0, 1],
      ];
      const ready = stride === 1 ? x : draft.add('ZeroPadding2D', [], { padding: sides }, x);
      x = normRelu6(draft, depthwise(draft, ready, stride));
      x = normRelu6(draft, conv(draft, x, filters, 1));
    }
    draft.enter('head');
    x = draft.add('GlobalAveragePooling2D', [], { keepdims: true }, x);
    x = draft.add('Dropout', [0.001], {}, x);
    x = draft.add('Conv2D', [1000, 1], { padding: 'same' }, x);
    x = draft.add('Reshape', [[1000]], {}, x);
    draft.add('Activation', ['softmax'], {}, x);
    return draft.nodes;
  },
};

/** Expansion, filters, repeats and first stride of each row of the paper's table 2. */
const invertedRows: readonly (readonly [number, number, number, number])[] = [
  [1, 16, 1, 1],
  [6, 24, 2, 2],
  [6, 32, 3, 2],
  [6, 64, 4, 2],
  [6, 96, 3, 1],
  [6, 160, 3, 2],
  [6, 320, 1, 1],
];

/** Widened, filtered per channel, narrowed; the shortcut joins the narrow ends. */
function inverted(draft: Draft, x: Place, expansion: number, filters: number, stride: number): Place {
  const channels = channelsAt(x, 'channels_last');
  const wide = expansion === 1 ? x : normRelu6(draft, conv(draft, x, expansion * channels || 1, 1));
  const ready = stride === 2 ? strideTwoPad(draft, wide, 3) : wide;
  const filtered = normRelu6(draft, depthwise(draft, ready, stride));
  const narrow = draft.add('BatchNormalization', [], {}, conv(draft, filtered, filters, 1));
  return stride === 1 && channels === filters ? draft.add('Add', [], {}, x, narrow) : narrow;
}

/** Sandler et al., "MobileNetV2", 2018. */
const mobilenetV2: Network = {
  name: 'MobileNetV2',
  aliases: ['mobilenet_v2', 'mobilenet-v2'],
  framework: 'keras',
  input: [224, 224, 3],
  smallestAdmitted: 32,
  source: 'https://keras.io/api/applications/mobilenet/',
  build(input) {
    const draft = kerasDraft(input);
    let x = normRelu6(draft, conv(draft, draft.input, 32, 3, 2));
    for (const [row, [expansion, filters, repeats, stride]] of invertedRows.entries()) {
      draft.enter(`bottleneck${row + 1}`);
      for (let at = 0; at < repeats; at += 1) {
        x = inverted(draft, x, expansion, filters, at === 0 ? stride : 1);
      }
    }
    draft.enter('last');
    averageHead(draft, normRelu6(draft, conv(draft, x, 1280, 1)));
    return draft.nodes;
  },
};

export const mobilenets: readonly Network[] = [mobilenet, mobilenetV2];

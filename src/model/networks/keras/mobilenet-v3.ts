import { channelsAt, type Draft, type Place } from '../draft.ts';
import type { Network } from '../network.ts';
import { convNormAct, kerasDraft, normAct, strideTwoPad, toEights } from './blocks.ts';

type Activation = 'relu' | 'hard_swish';

/** A row of the paper's tables: how far it widens, what comes out, kernel, stride, whether it squeezes. */
type Row = readonly [
  expansion: number,
  filters: number,
  kernel: number,
  stride: number,
  squeezes: boolean,
  activation: Activation,
];

const small: readonly Row[] = [
  [1, 16, 3, 2, true, 'relu'],
  [72 / 16, 24, 3, 2, false, 'relu'],
  [88 / 24, 24, 3, 1, false, 'relu'],
  [4, 40, 5, 2, true, 'hard_swish'],
  [6, 40, 5, 1, true, 'hard_swish'],
  [6, 40, 5, 1, true, 'hard_swish'],
  [3, 48, 5, 1, true, 'hard_swish'],
  [3, 48, 5, 1, true, 'hard_swish'],
  [6, 96, 5, 2, true, 'hard_swish'],
  [6, 96, 5, 1, true, 'hard_swish'],
  [6, 96, 5, 1, true, 'hard_swish'],
];

const large: readonly Row[] = [
  [1, 16, 3, 1, false, 'relu'],
  [4, 24, 3, 2, false, 'relu'],
  [3, 24, 3, 1, false, 'relu'],
  [3, 40, 5, 2, true, 'relu'],
  [3, 40, 5, 1, true, 'relu'],
  [3, 40, 5, 1, true, 'relu'],
  [6, 80, 3, 2, false, 'hard_swish'],
  [2.5, 80, 3, 1, false, 'hard_swish'],
  [2.3, 80, 3, 1, false, 'hard_swish'],
  [2.3, 80, 3, 1, false, 'hard_swish'],
  [6, 112, 3, 1, true, 'hard_swish'],
  [6, 112, 3, 1, true, 'hard_swish'],
  [6, 160, 5, 2, true, 'hard_swish'],
  [6, 160, 5, 1, true, 'hard_swish'],
  [6, 160, 5, 1, true, 'hard_swish'],
];

/** A global pool that keeps its axes squeezes each map to one number. */
function squeezeAndExcite(draft: Draft, x: Place, channels: number): Place {
  const pooled = draft.add('GlobalAveragePooling2D', [], { keepdims: true }, x);
  const narrow = draft.add('Conv2D', [toEights(channels / 4), 1], { padding: 'same' }, pooled);
  const wide = draft.add('Conv2D', [channels, 1], { padding: 'same' }, draft.add('ReLU', [], {}, narrow));
  return draft.add('Multiply', [], {}, x, draft.add('Activation', ['hard_sigmoid'], {}, wide));
}

function inverted(
  draft: Draft,
  x: Place,
  [expansion, filters, kernel, stride, squeezes, activation]: Row,
  first: boolean,
): Place {
  const entering = channelsAt(x, 'channels_last');
  const channels = toEights(entering * expansion);
  const wide = first ? x : convNormAct(draft, x, channels, 1, { activation });
  const ready = stride === 2 ? strideTwoPad(draft, wide, kernel) : wide;
  const options = { strides: stride, padding: stride === 2 ? 'valid' : 'same', use_bias: false };
  const filtered = normAct(draft, draft.add('DepthwiseConv2D', [kernel], options, ready), activation);
  const weighted = squeezes ? squeezeAndExcite(draft, filtered, channels) : filtered;
  const narrow = convNormAct(draft, weighted, filters, 1, { activation: null });
  return stride === 1 && entering === filters ? draft.add('Add', [], {}, x, narrow) : narrow;
}

/** Howard et al., "Searching for MobileNetV3", 2019; its classifier is two 1x1 convolutions on a 1x1 map. */
const mobilenetV3 = (size: 'Small' | 'Large', rows: readonly Row[], hidden: number): Network => ({
  name: `MobileNetV3${size}`,
  aliases: [`mobilenet_v3_${size}`, `mobilenet-v3-${size}`, ...(size === 'Large' ? ['mobilenetv3'] : [])],
  framework: 'keras',
  input: [224, 224, 3],
  smallestAdmitted: 32,
  source: 'https://keras.io/api/applications/mobilenet/',
  build(input) {
    const draft = kerasDraft(input);
    const scaled = draft.add('Rescaling', [1 / 127.5], { offset: -1 }, draft.input);
    let x = convNormAct(draft, scaled, 16, 3, { strides: 2, activation: 'hard_swish' });
    for (const [at, row] of rows.entries()) {
      draft.enter(`block${at + 1}`);
      x = inverted(draft, x, row, at === 0);
    }
    draft.enter('last');
    const widest = toEights(channelsAt(x, 'channels_last') * 6);
    x = convNormAct(draft, x, widest, 1, { activation: 'hard_swish' });
    draft.enter('head');
    x = draft.add('GlobalAveragePooling2D', [], { keepdims: true }, x);
    x = draft.add('Conv2D', [hidden, 1], { padding: 'same', activation: 'hard_swish' }, x);
    x = draft.add('Dropout', [0.2], {}, x);
    x = draft.add('Conv2D', [1000, 1], { padding: 'same' }, x);
    draft.add('Activation', ['softmax'], {}, draft.add('Flatten', [], {}, x));
    return draft.nodes;
  },
});

export const mobilenetV3s: readonly Network[] = [
  mobilenetV3('Large', large, 1280),
  mobilenetV3('Small', small, 1024),
];

import type { Draft, Place } from '../draft.ts';
import type { Network } from '../network.ts';
import { averageHead, convNormAct, kerasDraft } from './blocks.ts';

const relu = (draft: Draft, x: Place): Place => draft.add('Activation', ['relu'], {}, x);

function separable(draft: Draft, x: Place, filters: number): Place {
  const conv = draft.add('SeparableConv2D', [filters, 3], { padding: 'same', use_bias: false }, x);
  return draft.add('BatchNormalization', [], {}, conv);
}

/** Two separable convolutions and a max pool beside a 1x1 convolution with the same stride. */
function shrink(draft: Draft, x: Place, widths: readonly [number, number], activates: boolean): Place {
  const [first, second] = widths;
  const shortcut = convNormAct(draft, x, second, 1, { strides: 2, activation: null });
  const opened = separable(draft, activates ? relu(draft, x) : x, first);
  const closed = separable(draft, relu(draft, opened), second);
  const pooled = draft.add('MaxPooling2D', [3], { strides: 2, padding: 'same' }, closed);
  return draft.add('Add', [], {}, pooled, shortcut);
}

/** Chollet, "Xception", 2017. */
const xception: Network = {
  name: 'Xception',
  aliases: [],
  framework: 'keras',
  input: [299, 299, 3],
  smallestAdmitted: 71,
  source: 'https://keras.io/api/applications/xception/',
  build(input) {
    const draft = kerasDraft(input);
    let x = convNormAct(draft, draft.input, 32, 3, { strides: 2, padding: 'valid' });
    x = convNormAct(draft, x, 64, 3, { padding: 'valid' });
    for (const [at, width] of [128, 256, 728].entries()) {
      draft.enter(`block${at + 2}`);
      x = shrink(draft, x, [width, width], at > 0);
    }
    for (let block = 5; block <= 12; block += 1) {
      draft.enter(`block${block}`);
      let y = x;
      for (let layer = 0; layer < 3; layer += 1) y = separable(draft, relu(draft, y), 728);
      x = draft.add('Add', [], {}, y, x);
    }
    draft.enter('block13');
    x = shrink(draft, x, [728, 1024], true);
    draft.enter('block14');
    for (const width of [1536, 2048]) x = relu(draft, separable(draft, x, width));
    averageHead(draft, x);
    return draft.nodes;
  },
};

export const xceptions: readonly Network[] = [xception];

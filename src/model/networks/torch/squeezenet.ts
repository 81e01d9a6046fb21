import type { Draft, Place } from '../draft.ts';
import type { Network } from '../network.ts';
import { conv, relu, torchDraft } from './blocks.ts';

/** Windows that reach over the edge count: 109 becomes 54 either way, 111 becomes 55. */
const pool = (draft: Draft, x: Place): Place => draft.add('MaxPool2d', [3, 2], { ceil_mode: true }, x);

/** Squeezed by 1x1, then widened by 1x1 and 3x3 side by side. */
function fire(draft: Draft, x: Place, squeezed: number): Place {
  const narrow = relu(draft, conv(draft, x, squeezed, 1));
  const single = relu(draft, conv(draft, narrow, 4 * squeezed, 1));
  const triple = relu(draft, conv(draft, narrow, 4 * squeezed, 3, { padding: 1 }));
  return draft.add('cat', [], { dim: 1 }, single, triple);
}

interface Version {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly smallest: number;
  readonly stem: readonly [filters: number, kernel: number];
  /** Squeezed channels of the fire modules between one max pool and the next. */
  readonly modules: readonly (readonly number[])[];
}

/** Iandola et al., 2016: no dense layer, one map for each class and its mean. */
const squeezenet = ({ name, aliases, smallest, stem, modules }: Version): Network => ({
  name,
  aliases,
  framework: 'torch',
  input: [3, 224, 224],
  smallestAdmitted: smallest,
  source: 'https://docs.pytorch.org/vision/stable/models/squeezenet.html',
  build(input) {
    const draft = torchDraft(input);
    draft.enter('features');
    const [filters, kernel] = stem;
    let x = relu(draft, conv(draft, draft.input, filters, kernel, { stride: 2 }));
    for (const row of modules) {
      x = pool(draft, x);
      for (const squeezed of row) x = fire(draft, x, squeezed);
    }
    draft.enter('head');
    x = draft.add('Dropout', [0.5], {}, x);
    x = relu(draft, conv(draft, x, 1000, 1));
    x = draft.add('AdaptiveAvgPool2d', [[1, 1]], {}, x);
    draft.add('flatten', [], { start_dim: 1 }, x);
    return draft.nodes;
  },
});

export const squeezenets: readonly Network[] = [
  squeezenet({
    name: 'SqueezeNet 1.0',
    aliases: ['squeezenet', 'squeezenet1_0'],
    smallest: 21,
    stem: [96, 7],
    modules: [[16, 16, 32], [32, 48, 48, 64], [64]],
  }),
  squeezenet({
    name: 'SqueezeNet 1.1',
    aliases: ['squeezenet1_1'],
    smallest: 17,
    stem: [64, 3],
    modules: [
      [16, 16],
      [32, 32],
      [48, 48, 64, 64],
    ],
  }),
];

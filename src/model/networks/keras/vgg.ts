import type { Network } from '../network.ts';
import { kerasDraft } from './blocks.ts';

const widths = [64, 128, 256, 512, 512];

/** Simonyan and Zisserman, 2014: 3x3 convolutions, five max pools, three dense layers on the flattened map. */
const vgg = (depth: number, convolutions: readonly number[]): Network => ({
  name: `VGG${depth}`,
  aliases: [`vgg-${depth}`, `vgg_${depth}`],
  framework: 'keras',
  input: [224, 224, 3],
  smallestAdmitted: 32,
  source: 'https://keras.io/api/applications/vgg/',
  build(input) {
    const draft = kerasDraft(input);
    let x = draft.input;
    for (const [stage, count] of convolutions.entries()) {
      draft.enter(`block${stage + 1}`);
      for (let at = 0; at < count; at += 1) {
        x = draft.add('Conv2D', [widths[stage] ?? 512, 3], { padding: 'same', activation: 'relu' }, x);
      }
      x = draft.add('MaxPooling2D', [2], { strides: 2 }, x);
    }
    draft.enter('head');
    x = draft.add('Flatten', [], {}, x);
    for (const units of [4096, 4096]) x = draft.add('Dense', [units], { activation: 'relu' }, x);
    draft.add('Dense', [1000], { activation: 'softmax' }, x);
    return draft.nodes;
  },
});

export const vggs: readonly Network[] = [vgg(16, [2, 2, 3, 3, 3]), vgg(19, [2, 2, 4, 4, 4])];

import type { Network } from '../network.ts';
import { conv, relu, torchDraft, twoHiddenLayers } from './blocks.ts';

const widths = [64, 128, 256, 512, 512];

/** As torchvision has it: an adaptive pool to 7x7 in front of the dense layers admits other sizes. */
const vgg = (depth: number, convolutions: readonly number[]): Network => ({
  name: `VGG${depth}`,
  aliases: [`vgg-${depth}`, `vgg_${depth}`],
  framework: 'torch',
  input: [3, 224, 224],
  smallestAdmitted: 32,
  source: 'https://docs.pytorch.org/vision/stable/models/vgg.html',
  build(input) {
    const draft = torchDraft(input);
    let x = draft.input;
    for (const [stage, count] of convolutions.entries()) {
      draft.enter(`block${stage + 1}`);
      for (let at = 0; at < count; at += 1) {
        x = relu(draft, conv(draft, x, widths[stage] ?? 512, 3, { padding: 1 }));
      }
      x = draft.add('MaxPool2d', [2, 2], {}, x);
    }
    draft.enter('head');
    x = draft.add('AdaptiveAvgPool2d', [[7, 7]], {}, x);
    twoHiddenLayers(draft, x, 25_088, 'dropout-last');
    return draft.nodes;
  },
});

export const torchVggs: readonly Network[] = [
  vgg(11, [1, 1, 2, 2, 2]),
  vgg(13, [2, 2, 2, 2, 2]),
  vgg(16, [2, 2, 3, 3, 3]),
  vgg(19, [2, 2, 4, 4, 4]),
];

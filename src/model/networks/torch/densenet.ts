import type { Draft, Place } from '../draft.ts';
import type { Network } from '../network.ts';
import { averageHead, channelsIn, convNorm, relu, torchDraft } from './blocks.ts';

const growth = 32;

function normConv(draft: Draft, x: Place, filters: number, kernel: number): Place {
  const ready = relu(draft, draft.add('BatchNorm2d', [channelsIn(x)], {}, x));
  const options = { padding: (kernel - 1) / 2, bias: false };
  return draft.add('Conv2d', [channelsIn(x), filters, kernel], options, ready);
}

/** As torchvision has it: padding stands in the layers, where Keras puts it in front of them. */
const densenet = (depth: number, blocks: readonly number[]): Network => ({
  name: `DenseNet${depth}`,
  aliases: [`densenet-${depth}`],
  framework: 'torch',
  input: [3, 224, 224],
  smallestAdmitted: 29,
  source: 'https://docs.pytorch.org/vision/stable/models/densenet.html',
  build(input) {
    const draft = torchDraft(input);
    let x = relu(draft, convNorm(draft, draft.input, 64, 7, { stride: 2, padding: 3 }));
    x = draft.add('MaxPool2d', [3, 2, 1], {}, x);
    for (const [at, layers] of blocks.entries()) {
      draft.enter(`denseblock${at + 1}`);
      for (let layer = 0; layer < layers; layer += 1) {
        const added = normConv(draft, normConv(draft, x, 4 * growth, 1), growth, 3);
        x = draft.add('cat', [], { dim: 1 }, x, added);
      }
      if (at === blocks.length - 1) break;
      draft.enter(`transition${at + 1}`);
      const half = Math.max(1, Math.floor(channelsIn(x) / 2));
      x = draft.add('AvgPool2d', [2, 2], {}, normConv(draft, x, half, 1));
    }
    draft.enter('norm');
    const features = channelsIn(x);
    averageHead(draft, relu(draft, draft.add('BatchNorm2d', [features], {}, x)), features);
    return draft.nodes;
  },
});

export const torchDensenets: readonly Network[] = [
  densenet(121, [6, 12, 24, 16]),
  densenet(169, [6, 12, 32, 32]),
  densenet(201, [6, 12, 48, 32]),
];

import type { Draft, Place } from '../draft.ts';
import type { Network } from '../network.ts';
import { averageHead, channelsIn, convNorm, relu, torchDraft } from './blocks.ts';

interface Kind {
  readonly expansion: number;
  readonly body: (draft: Draft, x: Place, filters: number, stride: number) => Place;
}

const basic: Kind = {
  expansion: 1,
  body(draft, x, filters, stride) {
    const first = relu(draft, convNorm(draft, x, filters, 3, { stride, padding: 1 }));
    return convNorm(draft, first, filters, 3, { padding: 1 });
  },
};

/** torchvision strides in the 3x3 convolution, where the paper and Keras stride in the 1x1 before it. */
const bottleneck: Kind = {
  expansion: 4,
  body(draft, x, filters, stride) {
    const narrow = relu(draft, convNorm(draft, x, filters, 1));
    const middle = relu(draft, convNorm(draft, narrow, filters, 3, { stride, padding: 1 }));
    return convNorm(draft, middle, 4 * filters, 1);
  },
};

function block(draft: Draft, x: Place, kind: Kind, filters: number, stride: number): Place {
  const wide = filters * kind.expansion;
  const fits = stride === 1 && channelsIn(x) === wide;
  const shortcut = fits ? x : convNorm(draft, x, wide, 1, { stride });
  return relu(draft, draft.add('add', [], {}, kind.body(draft, x, filters, stride), shortcut));
}

const widths = [64, 128, 256, 512];

const resnet = (depth: number, kind: Kind, blocks: readonly number[]): Network => ({
  name: `ResNet${depth}`,
  aliases: [`resnet-${depth}`, `resnet_${depth}`],
  framework: 'torch',
  input: [3, 224, 224],
  smallestAdmitted: 1,
  source: 'https://docs.pytorch.org/vision/stable/models/resnet.html',
  build(input) {
    const draft = torchDraft(input);
    let x = relu(draft, convNorm(draft, draft.input, 64, 7, { stride: 2, padding: 3 }));
    x = draft.add('MaxPool2d', [3, 2, 1], {}, x);
    for (const [stage, count] of blocks.entries()) {
      draft.enter(`layer${stage + 1}`);
      for (let at = 0; at < count; at += 1) {
        x = block(draft, x, kind, widths[stage] ?? 64, at === 0 && stage > 0 ? 2 : 1);
      }
    }
    averageHead(draft, x, 512 * kind.expansion);
    return draft.nodes;
  },
});

export const torchResnets: readonly Network[] = [
  resnet(18, basic, [2, 2, 2, 2]),
  resnet(34, basic, [3, 4, 6, 3]),
  resnet(50, bottleneck, [3, 4, 6, 3]),
  resnet(101, bottleneck, [3, 4, 23, 3]),
  resnet(152, bottleneck, [3, 8, 36, 3]),
];

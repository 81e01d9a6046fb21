import type { Draft, Place } from '../draft.ts';
import type { Network } from '../network.ts';
import { averageHead, convNorm, relu, torchDraft } from './blocks.ts';

/** Channels of the four branches: 1x1; narrow and 3x3; narrow and second 3x3; pooled. */
type Widths = readonly [
  straight: number,
  threeIn: number,
  three: number,
  fiveIn: number,
  five: number,
  pooled: number,
];

const modules: Readonly<Record<string, Widths>> = {
  '3a': [64, 96, 128, 16, 32, 32],
  '3b': [128, 128, 192, 32, 96, 64],
  '4a': [192, 96, 208, 16, 48, 64],
  '4b': [160, 112, 224, 24, 64, 64],
  '4c': [128, 128, 256, 24, 64, 64],
  '4d': [112, 144, 288, 32, 64, 64],
  '4e': [256, 160, 320, 32, 128, 128],
  '5a': [256, 160, 320, 32, 128, 128],
  '5b': [384, 192, 384, 48, 128, 128],
};

const basic = (draft: Draft, x: Place, filters: number, kernel: number, stride = 1): Place =>
  relu(draft, convNorm(draft, x, filters, kernel, { stride, padding: (kernel - 1) / 2 }));

function inception(draft: Draft, x: Place, [straight, threeIn, three, fiveIn, five, pooled]: Widths): Place {
  const pool = draft.add('MaxPool2d', [3, 1, 1], { ceil_mode: true }, x);
  return draft.add(
    'cat',
    [],
    { dim: 1 },
    basic(draft, x, straight, 1),
    basic(draft, basic(draft, x, threeIn, 1), three, 3),
    // The paper's 5x5 is a 3x3 in torchvision.
    basic(draft, basic(draft, x, fiveIn, 1), five, 3),
    basic(draft, pool, pooled, 1),
  );
}

/** A second classifier half-way, for training only; torchvision pools to 4x4 where the paper has 5x5 by 3. */
function auxiliary(draft: Draft, x: Place): void {
  const pooled = draft.add('adaptive_avg_pool2d', [[4, 4]], {}, x);
  const flat = draft.add('flatten', [], { start_dim: 1 }, basic(draft, pooled, 128, 1));
  const hidden = relu(draft, draft.add('Linear', [2048, 1024], {}, flat));
  draft.add('Linear', [1024, 1000], {}, draft.add('Dropout', [0.7], {}, hidden));
}

const ceilPool = (draft: Draft, x: Place, kernel: number): Place =>
  draft.add('MaxPool2d', [kernel, 2], { ceil_mode: true }, x);

/** Szegedy et al., "Going Deeper with Convolutions", 2014; as torchvision has it. */
const googlenet = (auxiliaries: boolean): Network => ({
  name: auxiliaries ? 'GoogLeNet (aux_logits=True)' : 'GoogLeNet',
  aliases: auxiliaries
    ? ['googlenet with auxiliary classifiers', 'googlenet aux']
    : ['inception v1', 'inceptionv1'],
  framework: 'torch',
  input: [3, 224, 224],
  smallestAdmitted: 15,
  source: 'https://docs.pytorch.org/vision/stable/models/googlenet.html',
  build(input) {
    const draft = torchDraft(input);
    let x = ceilPool(draft, basic(draft, draft.input, 64, 7, 2), 3);
    x = ceilPool(draft, basic(draft, basic(draft, x, 64, 1), 192, 3), 3);
    for (const [name, widths] of Object.entries(modules)) {
      draft.enter(name);
      x = inception(draft, x, widths);
      if (auxiliaries && (name === '4a' || name === '4d')) {
        draft.enter(`auxiliary after ${name}`);
        auxiliary(draft, x);
      }
      if (name === '3b') x = ceilPool(draft, x, 3);
      if (name === '4e') x = ceilPool(draft, x, 2);
    }
    averageHead(draft, x, 1024, 0.2);
    return draft.nodes;
  },
});

export const googlenets: readonly Network[] = [googlenet(false), googlenet(true)];

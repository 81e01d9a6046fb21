import type { Network } from '../network.ts';
import { kerasDraft } from './blocks.ts';

/**
 * LeCun et al., 1998, as courses build it today: average pooling in place of the paper's subsampling, which had a
 * coefficient and a bias of its own for every map, and full connections in the second convolution.
 */
const lenet5: Network = {
  name: 'LeNet-5',
  aliases: ['lenet', 'lenet5', 'lenet_5'],
  framework: 'keras',
  input: [32, 32, 1],
  smallestAdmitted: null,
  source: 'http://yann.lecun.com/exdb/publis/pdf/lecun-98.pdf',
  build(input) {
    const draft = kerasDraft(input);
    let x = draft.input;
    for (const [stage, filters] of [6, 16].entries()) {
      draft.enter(`stage${stage + 1}`);
      x = draft.add('Conv2D', [filters, 5], { activation: 'tanh' }, x);
      x = draft.add('AveragePooling2D', [2], {}, x);
    }
    draft.enter('head');
    x = draft.add('Flatten', [], {}, x);
    for (const units of [120, 84]) x = draft.add('Dense', [units], { activation: 'tanh' }, x);
    draft.add('Dense', [10], { activation: 'softmax' }, x);
    return draft.nodes;
  },
};

export const lenets: readonly Network[] = [lenet5];

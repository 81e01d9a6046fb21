import type { Network } from '../network.ts';
import { kerasDraft } from './blocks.ts';

/** Convolutions of each stage; the first pool keeps the frames apart. */
const stages = [[64], [128], [256, 256], [512, 512], [512, 512]];

/** Tran et al., "Learning Spatiotemporal Features with 3D Convolutional Networks", 2015, for Sports-1M. */
const c3d: Network = {
  name: 'C3D',
  aliases: [],
  framework: 'keras',
  input: [16, 112, 112, 3],
  smallestAdmitted: null,
  source: 'https://arxiv.org/abs/1412.0767',
  build(input) {
    const draft = kerasDraft(input);
    let x = draft.input;
    for (const [stage, widths] of stages.entries()) {
      draft.enter(`stage${stage + 1}`);
      for (const width of widths) {
        x = draft.add('Conv3D', [width, 3], { padding: 'same', activation: 'relu' }, x);
      }
      // Caffe rounds 7 / 2 up, for which Keras needs a row and a column more.
      const border = [
        [0, 0],
        [0, 1],
        [0, 1],
      ];
      if (stage === 4) x = draft.add('ZeroPadding3D', [border], {}, x);
      x = draft.add('MaxPooling3D', stage === 0 ? [[1, 2, 2]] : [2], {}, x);
    }
    draft.enter('head');
    x = draft.add('Flatten', [], {}, x);
    for (const units of [4096, 4096]) {
      x = draft.add('Dropout', [0.5], {}, draft.add('Dense', [units], { activation: 'relu' }, x));
    }
    draft.add('Dense', [487], { activation: 'softmax' }, x);
    return draft.nodes;
  },
};

export const c3ds: readonly Network[] = [c3d];

import type { Draft, Place } from '../draft.ts';
import type { Network } from '../network.ts';
import { averageHead, convNormAct, kerasDraft } from './blocks.ts';
import { averaged, branch, inceptionStem, joined, type Link, shrunk } from './inception.ts';

type Branches = readonly (readonly Link[])[];

const at35: Branches = [
  [[32, 1]],
  [
    [32, 1],
    [32, 3],
  ],
  [
    [32, 1],
    [48, 3],
    [64, 3],
  ],
];
const at17: Branches = [
  [[192, 1]],
  [
    [128, 1],
    [160, [1, 7]],
    [192, [7, 1]],
  ],
];
const at8: Branches = [
  [[192, 1]],
  [
    [192, 1],
    [224, [1, 3]],
    [256, [3, 1]],
  ],
];
const to17: Branches = [
  [[384, 3, '/2']],
  [
    [256, 1],
    [256, 3],
    [384, 3, '/2'],
  ],
];
const to8: Branches = [
  [
    [256, 1],
    [384, 3, '/2'],
  ],
  [
    [256, 1],
    [288, 3, '/2'],
  ],
  [
    [256, 1],
    [288, 3],
    [320, 3, '/2'],
  ],
];

/** The branches' result is scaled down and added to what went in. */
function residual(draft: Draft, x: Place, branches: Branches, channels: number, activates: boolean): Place {
  const mixed = joined(draft, ...branches.map((links) => branch(draft, x, links)));
  const added = draft.add('Add', [], {}, x, draft.add('Conv2D', [channels, 1], { padding: 'same' }, mixed));
  return activates ? draft.add('Activation', ['relu'], {}, added) : added;
}

const reduced = (draft: Draft, x: Place, branches: Branches): Place =>
  joined(draft, ...branches.map((links) => branch(draft, x, links)), shrunk(draft, x));

/** Szegedy et al., "Inception-v4, Inception-ResNet", 2016. */
const inceptionResnetV2: Network = {
  name: 'InceptionResNetV2',
  aliases: ['inception_resnet_v2', 'inception-resnet-v2'],
  framework: 'keras',
  input: [299, 299, 3],
  smallestAdmitted: 75,
  source: 'https://keras.io/api/applications/inceptionresnetv2/',
  build(input) {
    const draft = kerasDraft(input);
    let x = inceptionStem(draft);
    draft.enter('mixed_5b');
    const opening: Branches = [
      [[96, 1]],
      [
        [48, 1],
        [64, 5],
      ],
      [
        [64, 1],
        [96, 3],
        [96, 3],
      ],
    ];
    x = joined(draft, ...opening.map((links) => branch(draft, x, links)), averaged(draft, x, 64));
    draft.enter('block35');
    for (let at = 0; at < 10; at += 1) x = residual(draft, x, at35, 320, true);
    draft.enter('mixed_6a');
    x = reduced(draft, x, to17);
    draft.enter('block17');
    for (let at = 0; at < 20; at += 1) x = residual(draft, x, at17, 1088, true);
    draft.enter('mixed_7a');
    x = reduced(draft, x, to8);
    draft.enter('block8');
    for (let at = 0; at < 10; at += 1) x = residual(draft, x, at8, 2080, at < 9);
    draft.enter('conv_7b');
    averageHead(draft, convNormAct(draft, x, 1536, 1, { scale: false }));
    return draft.nodes;
  },
};

export const inceptionResnets: readonly Network[] = [inceptionResnetV2];

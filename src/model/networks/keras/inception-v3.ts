import type { Draft, Place } from '../draft.ts';
import type { Network } from '../network.ts';
import { averageHead, kerasDraft } from './blocks.ts';
import { averaged, branch, inceptionStem, joined, shrunk } from './inception.ts';

const wide = [1, 7] as const;
const tall = [7, 1] as const;

function at35(draft: Draft, x: Place, pooled: number): Place {
  const straight = branch(draft, x, [[64, 1]]);
  const five = branch(draft, x, [
    [48, 1],
    [64, 5],
  ]);
  const double = branch(draft, x, [
    [64, 1],
    [96, 3],
    [96, 3],
  ]);
  return joined(draft, straight, five, double, averaged(draft, x, pooled));
}

function to17(draft: Draft, x: Place): Place {
  const straight = branch(draft, x, [[384, 3, '/2']]);
  const double = branch(draft, x, [
    [64, 1],
    [96, 3],
    [96, 3, '/2'],
  ]);
  return joined(draft, straight, double, shrunk(draft, x));
}

/** A 7x7 window as 1x7 and 7x1. */
function at17(draft: Draft, x: Place, narrow: number): Place {
  const straight = branch(draft, x, [[192, 1]]);
  const seven = branch(draft, x, [
    [narrow, 1],
    [narrow, wide],
    [192, tall],
  ]);
  const double = branch(draft, x, [
    [narrow, 1],
    [narrow, tall],
    [narrow, wide],
    [narrow, tall],
    [192, wide],
  ]);
  return joined(draft, straight, seven, double, averaged(draft, x, 192));
}

function to8(draft: Draft, x: Place): Place {
  const three = branch(draft, x, [
    [192, 1],
    [320, 3, '/2'],
  ]);
  const seven = branch(draft, x, [
    [192, 1],
    [192, wide],
    [192, tall],
    [192, 3, '/2'],
  ]);
  return joined(draft, three, seven, shrunk(draft, x));
}

function at8(draft: Draft, x: Place): Place {
  const split = (y: Place): Place =>
    joined(draft, branch(draft, y, [[384, [1, 3]]]), branch(draft, y, [[384, [3, 1]]]));
  const straight = branch(draft, x, [[320, 1]]);
  const three = split(branch(draft, x, [[384, 1]]));
  const double = split(
    branch(draft, x, [
      [448, 1],
      [384, 3],
    ]),
  );
  return joined(draft, straight, three, double, averaged(draft, x, 192));
}

/** Szegedy et al., "Rethinking the Inception Architecture", 2015. */
const inceptionV3: Network = {
  name: 'InceptionV3',
  aliases: ['inception_v3', 'inception-v3', 'inception'],
  framework: 'keras',
  input: [299, 299, 3],
  smallestAdmitted: 75,
  source: 'https://keras.io/api/applications/inceptionv3/',
  build(input) {
    const draft = kerasDraft(input);
    const modules: readonly ((x: Place) => Place)[] = [
      ...[32, 64, 64].map((pooled) => (x: Place) => at35(draft, x, pooled)),
      (x) => to17(draft, x),
      ...[128, 160, 160, 192].map((narrow) => (x: Place) => at17(draft, x, narrow)),
      (x) => to8(draft, x),
      (x) => at8(draft, x),
      (x) => at8(draft, x),
    ];
    let x = inceptionStem(draft);
    for (const [at, module] of modules.entries()) {
      draft.enter(`mixed${at}`);
      x = module(x);
    }
    averageHead(draft, x);
    return draft.nodes;
  },
};

export const inceptionV3s: readonly Network[] = [inceptionV3];

import type { ModelLayer } from '../layer.ts';
import { activations } from './activation.ts';
import { attentionLayers } from './attention.ts';
import { kerasConvolutions } from './convolution/index.ts';
import { denseLayers } from './dense.ts';
import { functions } from './functions.ts';
import { mergingLayers } from './merging.ts';
import { normalizations } from './normalization.ts';
import { flattenLayers } from './reshaping/flatten.ts';
import { reshapingLayers } from './reshaping/reshape.ts';
import { resizingLayers } from './reshaping/resize.ts';
import { sequenceLayers } from './sequence.ts';
import { wrappers } from './wrapper.ts';

/** The layers of Keras 3 that do not pool. */
export const kerasLayers: readonly ModelLayer[] = [
  ...kerasConvolutions,
  ...denseLayers,
  ...normalizations,
  ...activations,
  ...flattenLayers,
  ...reshapingLayers,
  ...resizingLayers,
  ...mergingLayers,
  ...sequenceLayers,
  ...attentionLayers,
  ...wrappers,
  ...functions,
];

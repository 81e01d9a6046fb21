import type { ModelLayer } from '../layer.ts';
import { activations } from './activation.ts';
import { convolutions } from './convolution.ts';
import { denseLayers } from './dense.ts';
import { reshaping } from './flatten.ts';
import { normalizations } from './normalization.ts';

/** The layers of Keras 3 that do not pool. */
export const kerasLayers: readonly ModelLayer[] = [
  ...convolutions,
  ...denseLayers,
  ...normalizations,
  ...activations,
  ...reshaping,
];

import type { ModelLayer } from '../layer.ts';
import { activations } from './activation.ts';
import { convolutions } from './convolution.ts';
import { reshaping } from './flatten.ts';
import { linearLayers } from './linear.ts';
import { normalizations } from './normalization.ts';

/** The modules and functions of PyTorch that do not pool. */
export const torchLayers: readonly ModelLayer[] = [
  ...convolutions,
  ...linearLayers,
  ...normalizations,
  ...activations,
  ...reshaping,
];

import type { ModelLayer } from '../layer.ts';
import { activations } from './activation.ts';
import { attentionLayers } from './attention.ts';
import { convolutions } from './convolution/plain.ts';
import { transposedConvolutions } from './convolution/transposed.ts';
import { flattenLayers } from './flatten.ts';
import { linearLayers } from './linear.ts';
import { mergingLayers } from './merging.ts';
import { normalizations } from './normalization.ts';
import { reductions } from './reduce.ts';
import { reshapingLayers } from './reshape.ts';
import { resizingLayers } from './resize.ts';
import { sequenceLayers } from './sequence.ts';
import { splittingLayers } from './split.ts';

/** The modules, functions and methods of PyTorch that do not pool by a window. */
export const torchLayers: readonly ModelLayer[] = [
  ...convolutions,
  ...transposedConvolutions,
  ...linearLayers,
  ...normalizations,
  ...activations,
  ...flattenLayers,
  ...reshapingLayers,
  ...resizingLayers,
  ...mergingLayers,
  ...reductions,
  ...sequenceLayers,
  ...attentionLayers,
  ...splittingLayers,
];

import type { ModelLayer } from '../../layer.ts';
import { depthwiseConvolutions } from './depthwise.ts';
import { convolutions } from './plain.ts';
import { separableConvolutions } from './separable.ts';
import { transposedConvolutions } from './transposed.ts';

export const kerasConvolutions: readonly ModelLayer[] = [
  ...convolutions,
  ...transposedConvolutions,
  ...depthwiseConvolutions,
  ...separableConvolutions,
];

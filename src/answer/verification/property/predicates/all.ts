import { channelPredicates } from './channels.ts';
import { globalPredicates } from './global.ts';
import { gradientPredicates } from './gradient.ts';
import { paddingPredicates } from './padding.ts';
import type { Predicate } from './predicate.ts';
import { weightPredicates } from './weights.ts';
import { windowPredicates } from './window.ts';

/** Everything that can be said of layers, one line a wording. */
export const predicates: readonly Predicate[] = [
  ...weightPredicates,
  ...channelPredicates,
  ...windowPredicates,
  ...globalPredicates,
  ...paddingPredicates,
  ...gradientPredicates,
];

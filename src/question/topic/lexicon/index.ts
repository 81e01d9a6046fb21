import { axesCues } from './axes.ts';
import { borderCues } from './border.ts';
import type { TopicCues } from './cue.ts';
import { globalCues } from './global.ts';
import { kindsCues } from './kinds.ts';
import { learningCues } from './learning.ts';
import { networksCues } from './networks.ts';
import { windowCues } from './window.ts';

/** How each of the topics is recognised in prose. */
export const lexicon: readonly TopicCues[] = [
  ...globalCues,
  ...networksCues,
  ...windowCues,
  ...borderCues,
  ...axesCues,
  ...kindsCues,
  ...learningCues,
];

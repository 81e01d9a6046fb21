import { globalCues } from './global.ts';
import { kindCues } from './kind.ts';
import { layoutCues } from './layout.ts';
import { windowCues } from './window.ts';

/** How each of the topics is recognised in prose. */
export const lexicon = [...globalCues, ...windowCues, ...layoutCues, ...kindCues];

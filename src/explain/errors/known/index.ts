import { settingWords } from './settings.ts';
import { shapeWords } from './shapes.ts';
import type { Known, KnownWords } from './told.ts';

/** A message that says all there is. */
export const knownWords = (known: Known): KnownWords | null => settingWords(known) ?? shapeWords(known);

import type { Fix } from '../fix.ts';
import type { Known } from './known.ts';
import { settingFixes } from './settings.ts';
import { shapeFixes } from './shapes.ts';
import { specialFixes } from './special.ts';

/** Ways out of the messages that say all there is. */
export const otherFixes = (told: Known): readonly Fix[] =>
  settingFixes(told) ?? shapeFixes(told) ?? specialFixes(told) ?? [];

import type { Diagnosis } from '../diagnosis.ts';
import type { Reading } from '../message/reading.ts';
import { settingFixes } from './settings.ts';
import { shapeFixes } from './shapes.ts';
import { specialFixes } from './special.ts';

/** A message that says all there is, with ways out of it. */
export function knownMessage(reading: Reading): Extract<Diagnosis, { kind: 'known' }> {
  const { id, home, numbers } = reading;
  return {
    kind: 'known',
    id,
    framework: home,
    numbers,
    fixes: settingFixes(reading) ?? shapeFixes(reading) ?? specialFixes(reading) ?? [],
  };
}

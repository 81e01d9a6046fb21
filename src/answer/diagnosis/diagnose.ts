import type { PastedError, Question } from '../../question/index.ts';
import type { Diagnosis } from './diagnosis.ts';
import { knownMessage } from './known/index.ts';
import { ofArgument } from './message/argument.ts';
import { ofAxes } from './message/axes.ts';
import { ofFeatures } from './message/features.ts';
import { type Reading, readMessage } from './message/reading.ts';
import { ofSizes } from './message/sizes.ts';
import { ofWindow } from './message/window.ts';

/** Each knows some messages by their ids, which are those of their forms, and takes what their numbers suffice for. */
const readers: readonly ((reading: Reading) => Diagnosis | null)[] = [
  ofWindow,
  ofAxes,
  ofFeatures,
  ofSizes,
  ofArgument,
];

/** Reads a diagnosis out of a recognised message and of what stands around it. */
export function diagnose(error: PastedError, question: Question): Diagnosis {
  const reading = readMessage(error, question);
  for (const read of readers) {
    const diagnosis = read(reading);
    if (diagnosis !== null) return diagnosis;
  }
  return knownMessage(reading);
}

import type { Diagnosis } from '../../../answer/index.ts';
import { formatTuple } from '../../format.ts';

export type Known = Extract<Diagnosis, { kind: 'known' }>;

/** A title and what the message means, with its own numbers. */
export interface KnownWords {
  readonly title: string;
  readonly text: string;
}

/** The numbers of a message by name, shapes as they are printed. */
export const toldIn = (numbers: Known['numbers']) => ({
  number: (name: string) => (typeof numbers[name] === 'number' ? numbers[name] : null),
  shape: (name: string) => (typeof numbers[name] === 'object' ? formatTuple(numbers[name]) : null),
  word: (name: string) => (typeof numbers[name] === 'string' ? numbers[name] : null),
});

/** How many numbers an array of this shape holds. */
export const numbersOf = (sizes: Known['numbers'][string] | undefined): number =>
  typeof sizes === 'object' ? sizes.reduce<number>((product, size) => product * (size ?? 1), 1) : 0;

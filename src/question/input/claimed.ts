import { wordSet } from '../words/list.ts';
import type { Token } from '../words/token.ts';
import type { Candidate } from './find.ts';

/** How far before a shape the word stands that makes it a result. */
const reach = 4;

const resultWords = wordSet('output result instead not expect expected got becomes gives');

/**
 * The shapes that layers are applied to. "Why is the output 10x10 and not 30x30?" states results beside an input; they
 * are what somebody saw or expected, so no layer is applied to them.
 */
export function withoutClaimed(inputs: readonly Candidate[], tokens: readonly Token[]): readonly Candidate[] {
  const isClaimed = ({ read, from }: Candidate) =>
    read.values === null &&
    tokens.slice(Math.max(0, from - reach), from).some(({ word }) => resultWords.has(word));
  const applied = inputs.filter((candidate) => !isClaimed(candidate));
  return applied.length === 0 ? inputs : applied;
}

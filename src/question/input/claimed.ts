import { wordSet } from '../words/list.ts';
import type { Token } from '../words/token.ts';
import type { Candidate } from './find.ts';

/** How far before a shape the word stands that makes it a result. */
const reach = 4;

const resultWords = wordSet(`
  output outputs result instead not expect expected got get gets becomes gives gave returns returned produces yields
  want wanted need needed
`);
/** What stands in front of an input, also behind one of these: "what do I get from 28x28". */
const startWords = wordSet('from on for over with input feed fed');

/**
 * The shapes that layers are applied to. "Why is the output 10x10 and not 30x30?" states results beside an input; they
 * are what somebody saw or expected, so no layer is applied to them.
 */
export function withoutClaimed(inputs: readonly Candidate[], tokens: readonly Token[]): readonly Candidate[] {
  const isClaimed = ({ read, from }: Candidate) => {
    const before = tokens.slice(Math.max(0, from - reach), from).map(({ word }) => word);
    const last = (words: ReadonlySet<string>) => before.findLastIndex((word) => words.has(word));
    return read.values === null && last(resultWords) > last(startWords);
  };
  // "… on 5x5 2x2 and not 3x3": what stands beside a result that did not come is the one that came.
  const isBeside = ({ read, to }: Candidate, at: number) => {
    const next = inputs[at + 1];
    const between = next && tokens.slice(to, next.from).map(({ word }) => word);
    return (
      at > 0 &&
      read.values === null &&
      between !== undefined &&
      /^(?:(?:and|but) )?(?:not|instead of|rather than)$/.test(between.join(' '))
    );
  };
  const applied = inputs.filter((candidate, at) => !isClaimed(candidate) && !isBeside(candidate, at));
  return applied.length === 0 ? inputs : applied;
}

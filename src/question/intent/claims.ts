import type { Candidate } from '../input/find.ts';
import type { Page } from '../page.ts';
import { wordSet } from '../words/list.ts';
import type { Token } from '../words/token.ts';

const stating = wordSet(`
  get gets got give gives gave is are be was becomes output outputs result results answer returns return
  returned -> = == produces yields says said claims to expect into comes means makes has out obtained obtain
  computed calculated think believe should
`);
const applying = wordSet('on for of input with from given over applied tensor after shape');

/** The shape that somebody says comes out: not the first, and named after "get", "is", "outputs" and the like. */
export function claimedShape(inputs: readonly Candidate[], page: Page): Candidate | null {
  if (inputs.length < 2) return null;
  const claimed = inputs.filter((candidate) => isStated(candidate, page.tokens));
  const stated = claimed.at(-1);
  return stated !== undefined && claimed.length < inputs.length ? stated : null;
}

function isStated(candidate: Candidate, tokens: readonly Token[]): boolean {
  for (let at = candidate.from - 1; at >= Math.max(0, candidate.from - 4); at -= 1) {
    const word = tokens[at]?.word ?? '';
    if (applying.has(word)) return false;
    if (stating.has(word)) return true;
  }
  return false;
}

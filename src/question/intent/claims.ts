import type { Candidate } from '../input/find.ts';
import type { Page } from '../page.ts';
import type { Claim } from '../question.ts';
import { wordSet } from '../words/list.ts';
import { spanOf } from '../words/place.ts';
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

/**
 * The sentences that state something, without the question whether they are right. `all` takes every sentence that asks
 * nothing: the text is there to be checked.
 */
export function readClaims(page: Page, claimed: Candidate | null, all: boolean): readonly Claim[] {
  const claims: Claim[] = [];
  for (const { from, to } of sentences(page.tokens)) {
    const words = page.tokens.slice(from, to);
    const holds = claimed !== null && claimed.from >= from && claimed.to <= to;
    const says = all ? words.length > 2 : words.length > 3 && words.some(({ word }) => stating.has(word));
    const states = says && !isQuestion(words);
    if (!holds && !states) continue;
    const span = spanOf(page.tokens, from, to);
    claims.push({
      text: page.text.slice(span.start, span.end),
      shape: holds && claimed.read.values === null ? claimed.read.shape : null,
      span,
    });
  }
  return claims;
}

function isQuestion(words: readonly Token[]): boolean {
  return openers.has(words[0]?.word ?? '');
}

const openers = wordSet(`
  is are am did does do can could what which why how right correct check please hi hello thanks verify
`);

function sentences(tokens: readonly Token[]): readonly { readonly from: number; readonly to: number }[] {
  const found: { from: number; to: number }[] = [];
  let from = 0;
  for (const [at, token] of tokens.entries()) {
    const ends =
      (token.word === '.' && tokens[at + 1]?.spaced !== false) ||
      token.word === '?' ||
      token.word === '!' ||
      token.word === ';';
    const breaks = token.opensLine && at > from;
    if (breaks) {
      found.push({ from, to: at });
      from = at;
    }
    if (ends) {
      if (at > from) found.push({ from, to: at });
      from = at + 1;
    }
  }
  if (from < tokens.length) found.push({ from, to: tokens.length });
  return found;
}

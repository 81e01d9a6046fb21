import type { Mention } from '../layer/mention.ts';
import type { Page } from '../page.ts';
import { wordSet } from '../words/list.ts';
import { numberOf } from '../words/number.ts';
import type { Token } from '../words/token.ts';

/** The layers of a page that follow each other, in order; empty where they are only spoken of. */
export function findChain(page: Page): readonly Mention[] {
  const { mentions, tokens } = page;
  const steps = mentions.filter(isStep);
  if (steps.length === 1 && (steps[0]?.times ?? 1) > 1) return steps;
  return longestRun(steps, tokens);
}

/** A layer with something to compute by; "pooling" in "does pooling change the channels" is none. */
function isStep(mention: Mention): boolean {
  switch (mention.kind) {
    case 'call':
    case 'name':
      return true;
    case 'head':
      return mention.head.reduce !== null || mention.head.saysWindow || mention.settings.length > 0;
    case 'other':
      return true;
    case 'unknown':
      return false;
  }
}

const links = wordSet(`
  , -> then followed by and next that a an the into ; + | %>% >> > goes with another again finally layer it
  ) ( pool of on apply applied i use have to my . - = : add
`);
const sequential = wordSet('-> then followed next %>% >> finally | >');

/** The longest run of layers that nothing but links and their own numbers separate. */
function longestRun(steps: readonly Mention[], tokens: readonly Token[]): readonly Mention[] {
  let best: readonly Mention[] = [];
  let run: Mention[] = [];
  let ordered = false;
  for (const step of steps) {
    const before = run.at(-1);
    const between = before === undefined ? [] : tokens.slice(before.to, step.from);
    if (before !== undefined && !between.every(passes)) {
      run = [];
      ordered = false;
    }
    ordered ||= run.length > 0 && between.some(({ word, opensLine }) => sequential.has(word) || opensLine);
    run.push(step);
    if (run.length > best.length && (ordered || isWritten(run))) best = [...run];
  }
  return best.length > 1 || (best[0]?.times ?? 1) > 1 ? best : [];
}

function passes(token: Token): boolean {
  return (
    token.kind !== 'word' ||
    numberOf(token) !== null ||
    links.has(token.word) ||
    argumentWords.has(token.stem) ||
    /^[ksfp]\d/.test(token.word)
  );
}

const argumentWords = wordSet(`
  stride padding same valid kernel filter window size x none channel input image tensor shape unit dilation
  pool_size kernel_size keepdims true false by no relu activation map layers pad
`);

/** A list of calls with a convolution in it is a network even without arrows. */
function isWritten(run: readonly Mention[]): boolean {
  return (
    run.length > 1 &&
    run.some(({ kind }) => kind === 'other') &&
    run.some((step) => step.kind !== 'other' || step.settings.length > 0 || step.code !== null)
  );
}

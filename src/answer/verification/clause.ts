import type { Clause } from '../../question/index.ts';
import { checkArgument } from './argument.ts';
import { sumsIn, type WrittenSum } from './arithmetic.ts';
import { checkAxes } from './axes.ts';
import { checkChain } from './chain.ts';
import { checkChannels } from './channels.ts';
import type { CheckedClaim, Ruling } from './claim.ts';
import type { Context } from './context.ts';
import { checkCount } from './count.ts';
import { checkEquality } from './equality.ts';
import { checkFormula } from './formula.ts';
import { checkInTurn } from './in-turn.ts';
import { checkNamedAxes } from './named-axes.ts';
import { checkNetwork } from './network.ts';
import { inNotation } from './notation.ts';
import { checkParameters } from './parameters.ts';
import { checkPlugged } from './plugged.ts';
import { checkProperty } from './property/check.ts';
import { checkShape } from './shape.ts';
import { checkTraced } from './traced.ts';
import { checkValues } from './values.ts';

/** Checks one part of a sentence: sums that are worked out in it on their own, and what is said of their result. */
export function checkClause({ text, full, each }: Clause, context: Context): readonly CheckedClaim[] {
  if (each) return [checkEach(text, each, context)];
  const sums = sumsIn(full);
  const [sum] = sums;
  if (!sum) return checkWords(text, full, context);
  const checked = sums.map(({ text: written, ruling }) => claimOf(written, ruling));
  const lead = full.slice(0, sum.start).trim();
  const behind = full.slice(sums.at(-1)?.end ?? sum.end).trim();
  const filled = checkAssigned(lead, sum);
  if (filled && behind === '')
    return filled.right ? checked : [...checked, claimOf(`${lead} ${sum.result}`, filled)];
  // "The output height is (28 - 2)/2 + 1 = 14" says as well that the height is 14.
  const said = `${named(lead)} ${sums.length === 1 ? sum.result : ''} ${behind}`.replace(/\s+/g, ' ').trim();
  return saysMore(said) ? [...checked, claimOf(said, ruleOn(said, context))] : checked;
}

/** What is said of several is right where it is of each. */
function checkEach(text: string, each: readonly string[], context: Context): CheckedClaim {
  const rulings = each.map((one) => ruleOn(one, context));
  const wrong = rulings.find((ruling) => ruling?.right === false);
  return claimOf(text, wrong ?? (rulings.includes(null) ? null : (rulings[0] ?? null)));
}

/** A statement with an afterthought, "…, one per channel", is checked without it, and the afterthought left alone. */
function checkWords(text: string, full: string, context: Context): readonly CheckedClaim[] {
  const ruling = ruleOn(full, context);
  if (ruling) return [claimOf(text, ruling)];
  for (const wording of [inBrackets, afterthought, weightsThat]) {
    const [, kept, rest] = wording.exec(full) ?? [];
    const shorter = kept && rest && text.endsWith(rest) ? ruleOn(kept, context) : null;
    if (!shorter || !rest) continue;
    const front = text.slice(0, text.length - rest.length).replace(/[\s,(:–—-]+$/, '');
    return [claimOf(front, shorter), claimOf(rest, null)];
  }
  return [claimOf(text, null)];
}

/** "… have learnable parameters that are updated …": what is said of weights that there are none of. */
const weightsThat =
  /^(.{6,}?\b(?:(?:learnable|trainable) (?:parameters|weights)|weights)) (that (?:are|is|get|must be|can be) .+)$/i;
/** Words with which a part begins that changes what the part before it says. */
const changing =
  '(?!(?:if|when|whenever|unless|with|without|using|for|only|but|except|provided|assuming|given|in|on|at|not|where|plus|and|after|before|under|by)\\b)';
/** "… yields 30x30x16 (448 parameters)". */
const inBrackets = new RegExp(String.raw`^(.{6,}?) \((${changing}(?=[^()]*[a-z]{3})[^()]{2,}\))$`, 'i');
const afterthought = new RegExp(String.raw`^(.{6,}?)(?:,|:| \(| [–—-])\s*(${changing}[^,]{2,})$`, 'i');

const claimOf = (text: string, ruling: Ruling | null): CheckedClaim =>
  ruling
    ? { text, verdict: ruling.right ? 'right' : 'wrong', truth: ruling.truth }
    : { text, verdict: 'unchecked', truth: null };

/** "H_out =" is the height of the output. */
const named = (lead: string): string =>
  lead
    .replace(/^h_?out\s*=$/i, 'the output height is')
    .replace(/^w_?out\s*=$/i, 'the output width is')
    .replace(/^(?:n_?out|l_?out|out(?:put)?|o)\s*=$/i, 'the output size is');

const idle =
  /\b(?:so|thus|hence|therefore|then|we get|you get|this gives|that gives|that is|which is|it is|gives|is|calculation|for example|plugging in|with numbers)\b/gi;
const saysMore = (text: string): boolean => /[a-z]{2,}/i.test(text.replace(idle, ''));

/** "For n = 28, k = 2, s = 2: (28 - 2)/2 + 1 = 14": whether the sum is the one for these numbers. */
function checkAssigned(lead: string, { result }: WrittenSum): Ruling | null {
  const plain = lead
    .replace(/^(?:so|thus|for|with|given|if|plugging in|using|,|\s)+/i, '')
    .replace(/[:,\s]+$/, '');
  if (!/^(?:[a-z]\w* ?= ?\d+(?: ?,? ?and ?| ?, ?|$))+$/i.test(plain)) return null;
  const values = new Map(
    [...plain.matchAll(/([a-z]\w*) ?= ?(\d+)/gi)].map(
      ([, name = '', value]) => [name.toLowerCase()[0], Number(value)] as const,
    ),
  );
  const [n, k, s, p] = [
    values.get('n') ?? values.get('h') ?? values.get('w') ?? values.get('i'),
    values.get('k') ?? values.get('f'),
    values.get('s'),
    values.get('p') ?? 0,
  ];
  if (n === undefined || k === undefined || s === undefined || s < 1 || values.has('d')) return null;
  const value = Math.floor((n + 2 * p - k) / s) + 1;
  const written = `⌊(${n}${p ? ` + 2 · ${p}` : ''} − ${k}) / ${s}⌋ + 1`;
  return { right: Number(result) === value, truth: { kind: 'sum', written, value, exact: value } };
}

function ruleOn(text: string, context: Context): Ruling | null {
  const said = text.replace(/^(?:and|but|so|also|that)\s+/i, '').trim();
  const sentence = inNotation(said, context.layer);
  return (
    checkFormula(sentence, context.heading) ??
    checkEquality(sentence) ??
    checkNetwork(sentence, context) ??
    checkPlugged(sentence, context) ??
    checkTraced(sentence, context) ??
    checkParameters(sentence, context) ??
    checkArgument(sentence, context) ??
    checkAxes(sentence) ??
    checkNamedAxes(sentence) ??
    checkChannels(sentence, context) ??
    checkProperty(sentence, context) ??
    checkInTurn(sentence, context) ??
    checkChain(sentence, context) ??
    checkShape(sentence, context) ??
    checkValues(sentence, context) ??
    checkCount(sentence, context)
  );
}

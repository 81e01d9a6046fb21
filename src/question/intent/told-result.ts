import type { Shape } from '../../pooling/index.ts';
import type { Page } from '../page.ts';
import type { Understanding } from '../understand.ts';
import { spatialPoints } from './goal.ts';

/** Sizes that a text says come out, with none that goes in; spatial axes only. */
export interface ToldResult {
  readonly size: Shape;
  /** What should have come out instead; null where nothing is said of it. */
  readonly instead: Shape | null;
  /** A verb or "the output is" stands in front, so that it needs no question to be a result. */
  readonly outright: boolean;
}

const resultWords =
  /\b(?:outputs?|outputted|results?|gave|gives?|got|gets?|came out|ends?|ended|left|returns?|returned|produces?|produced|yields?|becomes?|became)\b/gi;
const startWords = /\b(?:on|inputs?|from|feed|fed|takes?|for|with)\b/gi;
const happened = /\b(?:was|were|did|had)\b/i;

/** The layer is what gives: "which gives" asks for a setting, and "output 7x7" may be short for "the output of 7x7". */
const verbs =
  /(?<!\b(?:which|what|i|we|you|to|size|shape|kernel|stride|padding)\s)\b(?:outputs|gives|gave|produces|produced|returns|returned|yields|yielded|(?:output|result)(?: (?:size|shape))? (?:is|was|of it is)|ends up (?:at|as)|came out (?:as|at))\s+(?:me\s+|us\s+)?(?:(?:an?|the)\s+)?(?:(?:output|result|map|feature map|size|shape)\s+(?:of\s+)?)*$/i;

const instead =
  /\b(?:instead of|rather than|and not|but not|not|expected|should (?:have been|be|give|output)|want(?:ed)?|need(?:ed)?)(?:\s+(?:to (?:be|get|have)|it|me|an?|the|output|of))*\s*$/i;

/** The result that a text tells, where no other size could be the input; null where it tells none. */
export function toldResult(understanding: Understanding): ToldResult | null {
  const { page, roles } = understanding;
  // One size that came and one that was hoped for; a text of more is about other things.
  if (roles.inputs.filter(({ read }) => read.shape.length > 1).length > 2) return null;
  const [first, second, more] = spatialPoints(understanding);
  if (first === undefined || more !== undefined) return null;
  const outright = verbs.test(before(page, first.from));
  if (second === undefined) {
    const told = outright || first.isGoal || comesOut(page, first.from) || isLeft(page, first.from);
    return told ? { size: first.size, instead: null, outright } : null;
  }
  const wanted = [first, second].map(({ from }) => instead.test(before(page, from)));
  if (wanted[0] === wanted[1]) return null;
  const [came, hoped] = wanted[1] ? [first, second] : [second, first];
  const told = verbs.test(before(page, came.from)) || comesOut(page, came.from);
  return told ? { size: came.size, instead: hoped.size, outright: true } : null;
}

/** "… so that a 5x5 map is left". */
function isLeft({ text, tokens }: Page, at: number): boolean {
  const behind = text.slice(tokens[at]?.start ?? 0).split(/[,;?!\n]|\.(?:\s|$)/)[0] ?? '';
  return /^\S+(?:\s+(?:map|feature map|output|image))?\s+(?:is|are|remains?|comes?)(?:\s+(?:left|out|over))?$/i.test(
    behind.trim(),
  );
}

/** The clause up to a token. */
function before({ text, tokens }: Page, at: number): string {
  const start = tokens[at]?.start ?? 0;
  return (
    text
      .slice(Math.max(0, start - 160), start)
      .split(/[,;?!\n]|\.(?:\s|$)/)
      .at(-1) ?? ''
  );
}

/** Whether the words in front of a size make it what came out; where it has happened, it need not be said. */
function comesOut(page: Page, at: number): boolean {
  const clause = before(page, at);
  const last = (words: RegExp) => [...clause.matchAll(words)].at(-1)?.index ?? -1;
  const [result, input] = [last(resultWords), last(startWords)];
  return result > input || (result === input && happened.test(page.text));
}

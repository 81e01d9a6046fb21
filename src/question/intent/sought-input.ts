import { findChain } from '../chain/find.ts';
import type { Question } from '../question.ts';
import type { Understanding } from '../understand.ts';
import { commonParts, unanswered } from './common.ts';
import { onlySize } from './goal.ts';
import { completeCalls } from './hole.ts';

/** Not a part of the input: "which input cells …", "what input channels …". */
const whole = String.raw`inputs?\b(?!\s+(?:cells?|pixels?|values?|elements?|positions?|ind(?:ex|ices)|channels?|axis|axes|layers?|numbers?|format|order|d?type|layout|rank)\b)`;
const measure = '(?:sizes?|shapes?|heights?|widths?|lengths?|dimensions?|dims)';

/** Wordings that ask for the input of a layer. */
const seeks: readonly RegExp[] = [
  new RegExp(String.raw`\b(?:what|which)\s+(?:${measure}\s+)?(?:of\s+)?(?:(?:an?|the|my)\s+)?${whole}`, 'i'),
  new RegExp(
    String.raw`\b(?:what|how (?:big|large|wide|tall|long))(?:'?s|\s+(?:was|were|is|are|must|should|could|can|might|would|did|does))\s+(?:the|its|my|an?)\s+(?:(?:original|possible|required|needed|smallest|spatial)\s+)*(?:${measure}\s+of\s+(?:the|its|my)\s+)?${whole}`,
    'i',
  ),
  new RegExp(
    String.raw`\b(?:find|compute|calculate|determine|tell me|work out|recover|give me)\s+(?:the|its|my|all|every)\s+(?:possible\s+)?(?:${measure}\s+of\s+(?:the|its|my)\s+)?${whole}`,
    'i',
  ),
  new RegExp(String.raw`[,.;:?]\s*(?:the\s+|my\s+)?input(?:\s+${measure})?\s*\?`, 'i'),
  /\b(?:what|which|how (?:big|large|wide|tall|long))\b[^.?!\n]{0,50}\b(?:before|originally|original)\b/i,
];

const happened = /\b(?:was|were|did|had)\b/i;
const resultWords = /\b(?:outputs?|outputted|results?|gave|got|came out|ended up|left)\b/gi;
const startWords = /\b(?:on|inputs?|from|feed|fed|takes?)\b/gi;

/** "MaxPooling2D output (7, 7, 512), what was the input?": the layer and what comes out are known, not what goes in. */
export function readSoughtInput(understanding: Understanding): Question | null {
  const { page, request, calls, spoken } = understanding;
  const { prefer } = request;
  if (prefer !== undefined && prefer !== 'solve' && prefer !== 'shape' && prefer !== 'values') return null;
  if (request.input !== undefined || page.code.models.length > 0) return null;
  if (!seeks.some((wording) => wording.test(page.text))) return null;
  const only = onlySize(understanding);
  if (only === null || !(only.isGoal || comesOut(page.text, page.tokens[only.from]?.start ?? 0))) return null;
  const { complete, missing } = completeCalls(calls);
  const [call, more] = complete;
  if (call === undefined || missing !== null)
    return unanswered(understanding, { reason: 'incomplete', missing: [missing ?? 'layer'] });
  // Several layers have a size between them that nobody said.
  if (more !== undefined || findChain(page).length > 1 || spoken.some(({ times }) => times > 1))
    return unanswered(understanding, { reason: 'incomplete', missing: ['input-shape'] });
  return {
    ...commonParts(understanding, { calls: [call], applied: false, topics: [['output-size', 4]] }),
    kind: 'solve',
    from: null,
    target: only.size,
    sought: [],
    oddWindow: false,
    overlap: null,
    repeated: null,
  };
}

/** Whether the words in front of a size make it what came out; where it has happened, it need not be said. */
function comesOut(text: string, start: number): boolean {
  const clause =
    text
      .slice(0, start)
      .split(/[,.;?!\n]/)
      .at(-1) ?? '';
  const last = (words: RegExp) => [...clause.matchAll(words)].at(-1)?.index ?? -1;
  const [result, input] = [last(resultWords), last(startWords)];
  return result > input || (result === input && happened.test(text));
}

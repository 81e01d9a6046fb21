import { findChain } from '../chain/find.ts';
import { stepsOf, stepsOfModel } from '../chain/steps.ts';
import type { ModelStep, Question } from '../question.ts';
import type { Understanding } from '../understand.ts';
import { commonParts, unanswered } from './common.ts';
import { completeCalls } from './hole.ts';
import { soughtIn } from './sought.ts';
import { toldResult } from './told-result.ts';

/** Not a part of the input: "which input cells …", "what input channels …". */
const whole = String.raw`(?:inputs?|images?|pictures?|maps?|feature maps?)\b(?!\s+(?:cells?|pixels?|values?|elements?|positions?|ind(?:ex|ices)|channels?|axis|axes|layers?|numbers?|format|order|d?type|layout|rank)\b)`;
const measure = '(?:sizes?|shapes?|heights?|widths?|lengths?|dimensions?|dims)';
const adjectives = '(?:(?:original|possible|required|needed|smallest|largest|biggest|spatial)\\s+)*';

/** Wordings that ask for the input of a layer. */
const seeks: readonly RegExp[] = [
  new RegExp(String.raw`\b(?:what|which)\s+(?:${measure}\s+)?(?:of\s+)?(?:(?:an?|the|my)\s+)?${whole}`, 'i'),
  new RegExp(
    String.raw`\b(?:what|how (?:big|large|wide|tall|long|small))(?:'?s|\s+(?:was|were|is|are|must|should|could|can|might|may|would|did|does|has|have))\s+(?:the|its|my|an?)\s+${adjectives}(?:${measure}\s+of\s+(?:the|its|my)\s+)?${whole}`,
    'i',
  ),
  new RegExp(
    String.raw`\b(?:find|compute|calculate|determine|tell me|work out|recover|give me)\s+(?:the|its|my|all|every)\s+${adjectives}(?:${measure}\s+of\s+(?:the|its|my)\s+)?${whole}`,
    'i',
  ),
  new RegExp(String.raw`[,.;:?]\s*(?:the\s+|my\s+)?input(?:\s+${measure})?\s*\?`, 'i'),
  /\b(?:what|which|how (?:big|large|wide|tall|long))\b[^.?!\n]{0,50}\b(?:before|originally|original)\b/i,
  /\b(?:get|recover|restore|reconstruct|find|know|go)\b[^.?!\n]{0,20}\b(?:original|initial|input)\s+(?:input\s+)?(?:sizes?|shapes?|resolution|dimensions?)\b/i,
  /\bwhat happens to (?:the|my|an?) input\b/i,
  /\b(?:input|image)\s+(?:size|shape)s?\s+(?:so that|such that|for which|needed|required|that)\b/i,
  /\bhow (?:do|can|could|would|should|must) (?:i|we|you|one) (?:get|reach|obtain|end up (?:at|with)|arrive at)\b/i,
];

/** "MaxPooling2D output (7, 7, 512), what was the input?": the layers and what comes out are known, not what goes in. */
export function readSoughtInput(understanding: Understanding): Question | null {
  const { page, request, calls } = understanding;
  const { prefer } = request;
  if (prefer !== undefined && prefer !== 'solve' && prefer !== 'shape' && prefer !== 'values') return null;
  if (request.input !== undefined || request.set?.shape !== undefined) return null;
  const told = toldResult(understanding);
  if (told === null || !(told.outright || seeks.some((wording) => wording.test(page.text)))) return null;
  const { complete, missing } = completeCalls(calls);
  const through = layersInARow(understanding);
  const [call, more] = complete;
  if (through.length === 0 && (call === undefined || missing !== null)) {
    if (soughtIn(understanding).length > 0) return null;
    return unanswered(understanding, { reason: 'incomplete', missing: [missing ?? 'layer'] });
  }
  // Of layers that are only listed nobody knows which comes first.
  if (through.length === 0 && more !== undefined)
    return unanswered(understanding, { reason: 'incomplete', missing: ['input-shape'] });
  return {
    ...commonParts(understanding, {
      calls: complete.slice(0, 1),
      applied: false,
      topics: [['output-size', 4]],
    }),
    kind: 'solve',
    from: null,
    through,
    target: told.size,
    instead: told.instead,
    sought: [],
    oddWindow: false,
    overlap: null,
    repeated: null,
  };
}

/** Several layers, each on what the one before it gives; empty for a single one. */
function layersInARow(understanding: Understanding): readonly ModelStep[] {
  const { page } = understanding;
  const [written] = page.code.models;
  const steps =
    written === undefined
      ? stepsOf(findChain(page), page.tokens, understanding)
      : stepsOfModel(written, page.mentions, page.tokens, understanding);
  return steps.length > 1 ? steps : [];
}

import { findChain } from '../chain/find.ts';
import { stepsOf, stepsOfModel } from '../chain/steps.ts';
import type { FoundModel } from '../code/collect.ts';
import { entriesOf } from '../input/entries.ts';
import { describeProblem } from '../python/index.ts';
import type { Question } from '../question.ts';
import type { Understanding } from '../understand.ts';
import { commonParts, unanswered } from './common.ts';
import { numberInQuestion } from './origin.ts';

/** Layers in a row, or a model in code: each is applied to what those in front of it give. */
export function readTrace(understanding: Understanding): Question | null {
  const { page, asks, cues, inputs, request } = understanding;
  const [written, ...others] = page.code.models.toSorted(likelier);
  const choice = asks.has('difference') || (cues.get('gap-vs-flatten') ?? 0) >= 4;
  const chain = written === undefined && !choice ? findChain(page) : [];
  const model =
    written === undefined
      ? stepsOf(chain, page.tokens, understanding)
      : stepsOfModel(written, page.mentions, page.tokens, understanding);
  const field = (cues.get('receptive-field') ?? 0) >= 4;
  if (model.length === 0 || (model.length === 1 && request.prefer !== 'trace' && !field)) return null;
  const shapes = inputs.filter(({ read }) => read.values === null);
  const entries = entriesOf(
    written?.model.inputs ?? [{ id: 'input', name: 'input', read: null }],
    understanding,
  );
  const origin = numberInQuestion(page.tokens);
  const open = entries.length > 0 && entries.every(({ read }) => read === null);
  if (open && !field) {
    const wanted =
      asks.has('trace') || asks.has('shape') || request.prefer === 'trace' || page.code.models.length > 0;
    const talk = cues.size > 0 && asks.has('explain') && origin === null;
    if (talk && page.code.models.length === 0) return null;
    if (!wanted) return null;
    if (!model.some((step) => fixesFeatures(step) || step.stated !== undefined))
      return unanswered(understanding, { reason: 'incomplete', missing: ['input-shape'] });
  }
  return {
    ...commonParts(understanding, { applied: false, inputs: shapes }),
    kind: 'trace',
    model,
    entries,
    others: others.filter(({ model: { uncalled } }) => !uncalled).map(({ model: { name } }) => name),
    mended: page.code.problems.slice(0, mostProblems).map(describeProblem),
    origin,
    network: null,
  };
}

/** With more than these, the code is broken for other reasons than a slip. */
const mostProblems = 3;

/** What the code uses comes before what it only defines, and more layers before fewer. */
const likelier = (a: FoundModel, b: FoundModel): number =>
  Number(a.model.uncalled) - Number(b.model.uncalled) || b.model.steps.length - a.model.steps.length;

/** A layer whose number of inputs says how large the image must be. */
const fixesFeatures = ({ name }: { readonly name: string }): boolean => name === 'Linear';

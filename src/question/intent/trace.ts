import { findChain } from '../chain/find.ts';
import { stepsOf, stepsOfModel } from '../chain/steps.ts';
import type { Question } from '../question.ts';
import type { Understanding } from '../understand.ts';
import { commonParts, unanswered } from './common.ts';

/** Layers in a row: each is applied to what the one before it gives. */
export function readTrace(understanding: Understanding): Question | null {
  const { page, asks, cues, inputs, request } = understanding;
  const [written] = page.code.models.toSorted((a, b) => b.model.steps.length - a.model.steps.length);
  const choice = asks.has('difference') || (cues.get('gap-vs-flatten') ?? 0) >= 4;
  const chain = written === undefined && !choice ? findChain(page) : [];
  const model =
    written === undefined
      ? stepsOf(chain, page.tokens, understanding)
      : stepsOfModel(written, page.mentions, page.tokens, understanding);
  const branches = written !== undefined && written.model.straight < written.model.steps.length;
  const field = (cues.get('receptive-field') ?? 0) >= 4;
  if (model.length === 0 || (model.length === 1 && request.prefer !== 'trace' && !field)) return null;
  const shapes = inputs.filter(({ read }) => read.values === null);
  if (shapes.length === 0 && !field) {
    const wanted =
      asks.has('trace') || asks.has('shape') || request.prefer === 'trace' || page.code.models.length > 0;
    const talk = cues.size > 0 && asks.has('explain');
    if (talk && page.code.models.length === 0) return null;
    return wanted ? unanswered(understanding, { reason: 'incomplete', missing: ['input-shape'] }) : null;
  }
  return {
    ...commonParts(understanding, { applied: false, inputs: shapes }),
    kind: 'trace',
    model,
    branches,
    network: null,
  };
}

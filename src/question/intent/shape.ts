import { withoutClaimed } from '../input/claimed.ts';
import type { Question } from '../question.ts';
import type { Understanding } from '../understand.ts';
import { commonParts, unanswered } from './common.ts';
import { isConceptual } from './concept.ts';
import { completeCalls } from './hole.ts';

/** Layers on input shapes. A call that its framework refuses at once needs no input to be answered. */
export function readShape(understanding: Understanding): Question | null {
  const { calls, inputs, page } = understanding;
  if (calls.length === 0) return null;
  if (inputs.length === 0) {
    const common = commonParts(understanding);
    const refused = common.applications.some(
      ({ configuration, call }) => !configuration.ok && call.written === 'call',
    );
    return refused ? { ...common, kind: 'shape' } : null;
  }
  const { complete, missing } = completeCalls(calls);
  if (isConceptual(understanding, missing === null)) return null;
  if (missing !== null) return unanswered(understanding, { reason: 'incomplete', missing: [missing] });
  const applied = withoutClaimed(inputs, page.tokens);
  return { ...commonParts(understanding, { calls: complete, inputs: applied }), kind: 'shape' };
}

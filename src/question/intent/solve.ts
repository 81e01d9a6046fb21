import type { Question } from '../question.ts';
import type { Understanding } from '../understand.ts';
import { commonParts, unanswered } from './common.ts';
import { readGoal } from './goal.ts';
import { layerSought, soughtIn, wantsOddWindow } from './sought.ts';

const topics = [['output-size', 4]] as const;

/** "Which pool_size gives 7x7 from 28x28?": two sizes, and the arguments between them are wanted. */
export function readSolve(understanding: Understanding): Question | null {
  const { asks, request, calls, cues } = understanding;
  const wanted = request.prefer === 'solve';
  if (!wanted && !asks.has('solve')) return null;
  const goal = readGoal(understanding);
  if (goal.ok) {
    const { from, target } = goal;
    const common = commonParts(understanding, { calls: layerSought(understanding), applied: false, topics });
    const sought = soughtIn(understanding);
    return { ...common, kind: 'solve', from, target, sought, oddWindow: wantsOddWindow(understanding) };
  }
  const told = Math.max(0, ...cues.values()) >= 4;
  if (!wanted && (calls.length > 0 || (goal.missing.length === 2 && told))) return null;
  return unanswered(understanding, { reason: 'incomplete', missing: goal.missing });
}

import { hasAlike, paddingKinds } from './axis-solver.ts';
import type { AxisGoal, SolveQuestion } from './question.ts';
import { farthest } from './search.ts';

/**
 * The reachable lengths nearest to the one asked for on this axis: one, or two at the same distance; none if no length
 * can be reached, or the input is longer than what is searched.
 */
export function nearestOutputs(question: SolveQuestion, axis: AxisGoal): readonly number[] {
  if (axis.input > farthest) return [];
  const reaches = (output: number) =>
    output >= 1 && paddingKinds(question).some((kind) => hasAlike(question, [{ ...axis, output }], kind));
  // No window within the input makes more than n + 1 cells, and decided ones at most n + 2p.
  const largest = axis.input + 2 * (axis.padding ?? 1);
  const start = Math.min(Math.max(axis.output, 1), largest);
  for (let distance = 0; distance <= largest; distance++) {
    const nearest = [start - distance, start + distance].filter(reaches);
    if (nearest.length > 0) return [...new Set(nearest)];
  }
  return [];
}

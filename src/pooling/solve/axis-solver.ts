import { countPadded, hasPadded } from './count-padded.ts';
import { listPadded } from './list-padded.ts';
import { type AxisSetting, tiers } from './order.ts';
import type { AxisGoal, SolveQuestion } from './question.ts';
import { countSame, listSame } from './same-settings.ts';
import { type Search, searchFor } from './search.ts';

/** One kind of padding: cells on each side (possibly none), or "same". */
export type PaddingKind = 'cells' | 'same';

/** The kinds of padding a question allows. A padding decided in cells rules "same" out. */
export function paddingKinds(question: SolveQuestion): readonly PaddingKind[] {
  const inCells = question.axes.some((axis) => axis.padding !== undefined);
  switch (question.padding) {
    case 'valid':
    case 'at-most-half-kernel':
      return ['cells'];
    case 'same':
      return inCells ? [] : ['same'];
    case 'valid-or-same':
      return inCells ? ['cells'] : ['cells', 'same'];
  }
}

function searchAlike(question: SolveQuestion, axes: readonly AxisGoal[]): Search {
  return searchFor(question, axes, question.padding === 'at-most-half-kernel');
}

/** How many settings, alike on all these axes, do. */
export function countAlike(question: SolveQuestion, axes: readonly AxisGoal[], kind: PaddingKind): number {
  const search = searchAlike(question, axes);
  return kind === 'same' ? countSame(search) : countPadded(search);
}

/** Whether any does; quicker than counting. */
export function hasAlike(question: SolveQuestion, axes: readonly AxisGoal[], kind: PaddingKind): boolean {
  const search = searchAlike(question, axes);
  return kind === 'same' ? countSame(search) > 0 : hasPadded(search);
}

/** The simplest `most` of them, in order. */
export function listAlike(
  question: SolveQuestion,
  axes: readonly AxisGoal[],
  kind: PaddingKind,
  most: number,
): readonly AxisSetting[] {
  const search = searchAlike(question, axes);
  const list = kind === 'same' ? listSame : listPadded;
  const found: AxisSetting[] = [];
  for (const tier of tiers) {
    if (found.length < most) found.push(...list(search, tier, most - found.length));
  }
  return found;
}

import { asInts } from '../../frameworks/index.ts';
import { findChain } from '../chain/find.ts';
import type { Page } from '../page.ts';
import type { LayerCall, Question } from '../question.ts';
import type { Understanding } from '../understand.ts';
import { commonParts, unanswered } from './common.ts';
import { readGoal } from './goal.ts';
import { layerSought, soughtIn, wantsOddWindow } from './sought.ts';
import {
  leadsBetweenSizes,
  leadsOutright,
  overlapWanted,
  relativeGoal,
  repetitionIn,
  sizesBetween,
} from './transition.ts';

const topics = [['output-size', 4]] as const;

/** "Which pool_size gives 7x7 from 28x28?": two sizes, and the arguments between them are wanted. */
export function readSolve(understanding: Understanding): Question | null {
  const { asks, request, calls, cues, page } = understanding;
  const wanted = request.prefer === 'solve';
  if (!wanted && !asks.has('solve') && !leadsSomewhere(understanding)) return null;
  const goal = readGoal(understanding);
  const between = goal.ok ? null : sizesBetween(page);
  if (goal.ok || between !== null) {
    const { from, target } = goal.ok ? goal : { from: between?.from ?? [], target: between?.target ?? [] };
    const sought = layerSought(understanding);
    // A size that was taken for the window of a layer in words is the input's.
    const layers = goal.ok
      ? sought
      : sought.map((call) => ({
          ...call,
          given: call.given.filter(({ value }) => asInts(value)?.join() !== from.join()),
        }));
    const common = commonParts(understanding, {
      calls: layers,
      applied: false,
      topics,
      assumptions: goal.ok && goal.assumed ? [{ kind: 'input-shape', shape: from }] : [],
    });
    return {
      ...common,
      kind: 'solve',
      from,
      through: [],
      target,
      instead: null,
      sought: soughtIn(understanding),
      oddWindow: wantsOddWindow(understanding),
      // A window of one cell keeps any size, and pools nothing.
      overlap: overlapWanted(page.text) ?? (relativeGoal(page.text) === 1 ? true : null),
      repeated: repetitionIn(page.text),
    };
  }
  const told = Math.max(0, ...cues.values()) >= 4;
  if (!wanted && (calls.length > 0 || (goal.missing.length === 2 && told))) return null;
  return unanswered(understanding, { reason: 'incomplete', missing: goal.missing });
}

/** Two sizes, and a layer between them that is open; a chain of layers, or a claim, is another question. */
function leadsSomewhere({ page, asks, inputs, calls }: Understanding): boolean {
  if (asks.has('verify') || findChain(page).length > 1) return false;
  if (leadsOutright(page) || (leadsBetweenSizes(page) && !hasOwnWindow(page, calls))) return true;
  if (repetitionIn(page.text) !== null && inputs.length === 2) return true;
  const divisor = relativeGoal(page.text);
  return (
    divisor !== null && (inputs.length === 1 || (divisor === 1 && inputs.length === 0 && calls.length > 0))
  );
}

/** Whether a layer's arguments are given already; not where they are but the first of two sizes. */
function hasOwnWindow(page: Page, calls: readonly LayerCall[]): boolean {
  const { from = [], target = [] } = sizesBetween(page) ?? {};
  const shrinks =
    from.length === target.length && from.every((size, axis) => (size ?? 0) > (target[axis] ?? 0));
  const isFrom = ({ value }: LayerCall['given'][number]) => asInts(value)?.join() === from.join();
  const isOther = ({ name }: LayerCall['given'][number]) => /^(?:strides?|padding)$/.test(name ?? '');
  return calls.some(
    ({ given }) =>
      given.length > 0 &&
      !(shrinks && given.some(isFrom) && given.every((one) => isFrom(one) || isOther(one))),
  );
}

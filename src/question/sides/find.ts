import type { ReadSide, SideStep } from '../question.ts';
import type { Understanding } from '../understand.ts';
import { readSide } from './read-side.ts';
import { halvesOf } from './separator.ts';

/** Comparisons are short; models longer than this are traced, not compared. */
const longestComparison = 4000;

/** The two sides of "are these the same?"; null where the text holds no two. */
export function findSides({ page, request, rank }: Understanding): readonly [ReadSide, ReadSide] | null {
  const { text } = page;
  if (text.length > longestComparison) return null;
  const read = (half: string) => readSide(half, request.framework ?? null, rank);
  if (asksForOrder.test(text)) {
    const [first, second, third] = read(text) ?? [];
    const kinds = new Set([first?.kind, second?.kind]);
    if (first && second && !third && kinds.size === 2)
      return [
        [first, second],
        [second, first],
      ];
  }
  for (const [left, right] of halvesOf(text)) {
    const a = read(left);
    const b = a && a.length > 0 ? read(right) : null;
    if (a && b && b.length > 0) return [a, b];
  }
  const [first, second, third] = asksForNeed.test(text) ? (read(text) ?? []) : [];
  return first && second?.kind === 'layer' && !third ? [[first, second], [first]] : null;
}

/** "Does the order of ReLU and max pooling matter?" */
const asksForOrder =
  /\b(?:swap(?:ped|ping)?(?! \w+ (?:for|with))|commutes?|commutative|(?:change|switch|swap) places|before or after|(?:the|their|in which|what|which) order)\b/i;

/** "Does Flatten after GAP do nothing?" */
const asksForNeed =
  /\b(?:does?|is|are) (?:\S+ ){1,8}?(?:(?:do )?nothing|redundant|useless|unnecessary|superfluous|a no-?op|no effect|change anything|do anything|(?:of )?any use|make a difference)\b/i;

/** Whether a text asks for two sides although it names each layer once. */
export const asksForSides = (text: string): boolean => asksForOrder.test(text) || asksForNeed.test(text);

/** Whether a side pools, so that it can be compared with one that does. */
export const poolsAnywhere = (side: ReadSide): boolean =>
  side.some(({ kind }) => kind === 'pool' || kind === 'expression');

/** Whether two sides are more than a layer against a layer. */
export function isChain(sides: readonly [ReadSide, ReadSide]): boolean {
  return sides.some((side) => side.length > 1 || side[0]?.kind !== 'pool');
}

/** Steps that leave weights out, so that a comparison without the word "same" is one of what they compute. */
export function isWeightless(side: ReadSide): boolean {
  return side.every(
    (step: SideStep) => step.kind !== 'layer' || !/conv|dense|linear|norm|lstm|gru|rnn/i.test(step.name),
  );
}

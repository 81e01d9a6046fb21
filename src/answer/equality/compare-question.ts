import type { Shape } from '../../pooling/index.ts';
import type { Question } from '../../question/index.ts';
import { compareSides, type Equality } from './equality.ts';
import { readSides, type Undecided } from './read-side.ts';

/** Whether the two sides of a question are the same, or why that can't be told; null where it holds no two sides. */
export function compareQuestion(question: Question): Equality | { readonly undecided: Undecided } | null {
  if (question.kind !== 'compare' || question.sides === null) return null;
  const read = readSides(question.sides);
  if (!read.ok) return { undecided: read.undecided };
  const [a, b] = read.sides;
  return compareSides(a, b, askedSizes(question.on, a.rank)) ?? { undecided: { kind: 'too-large' } };
}

/** The one map that the question is about, where all its sizes are known. */
function askedSizes(on: Shape | null, rank: number): readonly number[] | null {
  const sizes = (on ?? []).filter((size) => size !== null);
  return sizes.length === rank && sizes.every((size) => size > 0) ? sizes : null;
}

import type { TopicFacts, Use, UseOnNumbers } from '../../answer/index.ts';
import type { Shape } from '../../pooling/index.ts';
import type { TopicId } from '../../question/index.ts';
import type { Block } from '../../reply/index.ts';
import { formatCall, formatNumber, formatTuple } from '../format.ts';

/** A number that stands in an explanation without being computed, with where it was published. */
export interface Figure {
  readonly figure: string;
  readonly source: string;
}

/** The words of one explanation. Every number in them comes from the facts or is a figure with its source. */
export interface Topic<Id extends TopicId> {
  readonly title: string;
  /** The first block stands alone as the short form. */
  readonly explain: (facts: TopicFacts[Id]) => readonly Block[];
  /** What is often believed, and what is so; code between backticks. */
  readonly misconception: (facts: TopicFacts[Id]) => { readonly believed: string; readonly actual: string };
  /** A question to try next. */
  readonly next: string;
  readonly figures: readonly Figure[];
}

/** A layer as code, between backticks. */
export const call = ({ configuration }: Use): string => `\`${formatCall(configuration)}\``;

/** "`MaxPooling2D(pool_size=2)` turns (None, 7, 7, 3) into (None, 3, 3, 3)". */
export const turns = (use: Use): string =>
  `${call(use)} turns ${formatTuple(use.input)} into ${formatTuple(use.output)}`;

export const numbers = (values: readonly number[]): string => values.map(formatNumber).join(', ');

/** "`MaxPooling1D(pool_size=2)` makes 3, 4 of 3, 1, 4, 2"; the rows of a map are parted by strokes. */
export const makes = (use: UseOnNumbers): string =>
  `${call(use)} makes ${mapText(use.values, use.output)} of ${mapText(use.given, use.input)}`;

function mapText(values: readonly number[], shape: Shape): string {
  const sizes = shape.filter((size) => size !== 1);
  const columns = sizes.length === 2 && shape.length > 2 ? (sizes[1] ?? values.length) : values.length;
  const rows = Array.from({ length: Math.ceil(values.length / Math.max(1, columns)) }, (_, row) =>
    numbers(values.slice(row * columns, (row + 1) * columns)),
  );
  return rows.join(' / ');
}

import type { Shape } from '../../pooling/index.ts';
import type { AxisName } from '../question.ts';

/** A shape as it stands in the text: tokens `from` to `to`, end exclusive. */
export interface WrittenShape {
  readonly shape: Shape;
  readonly axes: readonly AxisName[] | null;
  /** `list`: in round or square brackets; `crossed`: with ×, * or "by"; `commas`: bare; `words`: described. */
  readonly notation: '(' | '[' | 'crossed' | 'commas' | 'words';
  /** Numbers in it are no sizes, whatever the rest: zero, negative, fractional, beyond 2^31 - 1. */
  readonly problem: string | null;
  readonly from: number;
  readonly to: number;
}

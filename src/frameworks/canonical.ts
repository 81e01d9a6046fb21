import type {
  Axes,
  Divisor,
  IndexRule,
  LocalWindow,
  Operation,
  Padding,
  Reduce,
  Rounding,
} from '../pooling/index.ts';
import { repeated } from './values/integers.ts';

/** Positions in the flat channel plane, row by row; also the rule of layers that return none. */
export const planeIndices: IndexRule = { base: 'plane', order: 'row-major' };

export const mean: Reduce = { kind: 'average', truncate: false };

export const maximum = (nan: 'propagate' | 'ignore', ties: 'first' | 'split'): Reduce => ({
  kind: 'max',
  nan,
  ties,
});

export const minimum = (nan: 'propagate' | 'ignore', ties: 'first' | 'split'): Reduce => ({
  kind: 'min',
  nan,
  ties,
});

export const symmetric = (padding: readonly number[]): Padding => ({
  kind: 'explicit',
  begin: padding,
  end: padding,
});

interface LocalChoices {
  readonly kernel: readonly number[];
  readonly stride: readonly number[];
  readonly dilation?: readonly number[];
  readonly padding?: Padding;
  readonly rounding?: Rounding;
  readonly divisor?: Divisor;
}

/** A sliding window; what is left out is the plain case: no padding, no dilation, floor, real cells. */
export function localWindow(choices: LocalChoices): LocalWindow {
  const rank = choices.kernel.length;
  return {
    kind: 'local',
    kernel: choices.kernel,
    stride: choices.stride,
    dilation: choices.dilation ?? repeated(1, rank),
    padding: choices.padding ?? symmetric(repeated(0, rank)),
    rounding: choices.rounding ?? 'floor',
    divisor: choices.divisor ?? { kind: 'real' },
  };
}

export const withAxes = (operation: Operation, axes: Axes): Operation => ({ ...operation, axes });

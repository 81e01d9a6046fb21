import { sameForm } from '../../frameworks/index.ts';
import type { PoolOperation } from '../../pooling/index.ts';
import { composed } from './compose.ts';
import { type Condition, conditionOf } from './condition.ts';
import {
  areTooLarge,
  type Counterexample,
  smallestCounterexample,
  tiedCounterexample,
} from './counterexample.ts';
import { type AxisLengths, compareLengths } from './lengths.ts';
import { alignedFactors } from './scale.ts';
import { type Side, sizesAfter } from './side.ts';

export type Verdict = 'equal' | 'equal-when' | 'different';

/** Whether two sides are the same: forward and gradient told apart, with what the verdict rests on. */
export interface Equality {
  readonly sides: readonly [Side, Side];
  readonly forward: Verdict;
  readonly gradient: Verdict;
  readonly sameShape: boolean;
  /** Per pooled axis, when the numbers are equal; null on an axis where they always are. */
  readonly lengths: readonly (Condition | null)[];
  /** Equal for values of at least 0 only. */
  readonly nonNegative: boolean;
  /** Equal gradients only where no two cells of a window tie. */
  readonly noTies: boolean;
  /**
   * What shows equality: one normal form for every input; each kind of length compared cell by cell; or nothing, as
   * only no difference was found.
   */
  readonly proof: 'form' | 'cells' | 'none';
  /** On the asker's map alone. */
  readonly asked: readonly number[] | null;
  readonly counterexample: Counterexample | null;
  readonly gradientCounterexample: Counterexample | null;
  readonly nanDiffers: boolean;
}

/** Compares two sides, on all maps or on one; null where their windows are too large to be compared cell by cell. */
export function compareSides(one: Side, other: Side, asked: readonly number[] | null): Equality | null {
  const [a, b] = alignedFactors(one, other);
  if (a.rank !== b.rank) return bare(a, b);
  const all = compareLengths(a, b, null);
  if (all.some(({ outOfReach }) => outOfReach) && !isOneForm(a, b)) {
    return sizesDiffer(a, b) ? bare(a, b) : null;
  }
  const here = asked ? compareLengths(a, b, asked) : null;
  const [nan, otherNan] = [nanOf(a), nanOf(b)];
  return {
    sides: [a, b],
    asked,
    nanDiffers: nan !== null && otherNan !== null && nan !== otherNan,
    ...verdicts(a, b, all, here),
    sameShape: (here ?? all).every(({ sameLength }) => sameLength) && sameRank(a, b, asked),
  };
}

/** How maxima treat NaN; null where something else is done as well. */
function nanOf({ steps }: Side): string | null {
  const rules = new Set(
    steps.map((step) => {
      if (step.kind !== 'pool') return null;
      const { reduce } = step.operation;
      return reduce.kind === 'max' || reduce.kind === 'min' ? reduce.nan : null;
    }),
  );
  const [rule = null] = rules;
  return rules.size === 1 ? rule : null;
}

/** Whether both keep the spatial axes or both lose them, and where they lose them with as many numbers. */
function sameRank(a: Side, b: Side, asked: readonly number[] | null): boolean {
  if (a.flat !== b.flat) return false;
  const count = (side: Side) =>
    asked && sizesAfter(side, asked)?.reduce((product, size) => product * size, 1);
  return !a.flat || count(a) === count(b);
}

/** The same operation in one normal form, whatever the input; windows behind windows count as one. */
function isOneForm(a: Side, b: Side): boolean {
  const [first, second] = [onlyPool(composed(a)), onlyPool(composed(b))];
  return first !== null && second !== null && a.factor === b.factor && sameForm(first, second, null);
}

function onlyPool({ steps: [step, other] }: Side): PoolOperation | null {
  return step?.kind === 'pool' && !other ? step.operation : null;
}

/** Lengths at which large windows are told apart by the sizes they leave. */
const largeLengths = [1e5, 1e7, 1e9];

function sizesDiffer(a: Side, b: Side): boolean {
  return largeLengths.some((length) => {
    const sizes = Array.from({ length: a.rank }, () => length);
    const [after, other] = [sizesAfter(a, sizes), sizesAfter(b, sizes)];
    return after !== null && other !== null && after.some((size, axis) => size !== other[axis]);
  });
}

/** Different for what comes out, without an example: no input goes through both, or none that is small. */
function bare(a: Side, b: Side): Equality {
  return {
    sides: [a, b],
    forward: 'different',
    gradient: 'different',
    sameShape: false,
    lengths: [],
    nonNegative: false,
    noTies: false,
    proof: 'none',
    asked: null,
    counterexample: null,
    gradientCounterexample: null,
    nanDiffers: false,
  };
}

/** `here` is the asker's own map; without one the verdict is on all maps. */
function verdicts(a: Side, b: Side, all: readonly AxisLengths[], here: readonly AxisLengths[] | null) {
  if (a.factor !== b.factor) return multiplied(a, b, all);
  const form = isOneForm(a, b);
  const agree = (axes: readonly AxisLengths[]) =>
    axes.every(({ equal, fromZero, unproved }) => equal.length + fromZero.length + unproved.length > 0);
  const somewhere = agree(here ?? all);
  const everywhere = all.every(({ different }) => different.length === 0) && agree(all);
  const nonNegative = somewhere && (here ?? all).some(({ fromZero }) => fromZero.length > 0);
  const proved = [...all, ...(here ?? [])].every(({ unproved }) => unproved.length === 0);
  const proof = form ? 'form' : proved ? 'cells' : 'none';
  const always = form || (everywhere && proved && !nonNegative);
  const forward: Verdict = always ? 'equal' : somewhere ? 'equal-when' : 'different';
  const lengths = all.map(({ equal, fromZero, unproved, different }, axis) =>
    conditionOf(
      [...new Set([...equal, ...fromZero, ...unproved, ...(here?.[axis]?.equal ?? [])])],
      different,
    ),
  );
  return {
    forward,
    proof,
    nonNegative: forward === 'equal-when' && nonNegative,
    lengths: forward === 'equal-when' ? lengths : lengths.map(() => null),
    counterexample: always ? null : smallestCounterexample(a, b, differing(all, nonNegative)),
    ...gradients(a, b, here ?? all, forward, nonNegative),
  } as const;
}

/** What is multiplied with different numbers differs wherever it is not 0. */
function multiplied(a: Side, b: Side, all: readonly AxisLengths[]) {
  return {
    forward: 'different',
    gradient: 'different',
    proof: 'cells',
    nonNegative: false,
    noTies: false,
    lengths: all.map(() => null),
    counterexample: smallestCounterexample(a, b, differing(all, true)),
    gradientCounterexample: null,
  } as const;
}

/** Per axis the lengths to look for a difference at: where they differ, or all where the values decide. */
function differing(axes: readonly AxisLengths[], byValue: boolean): readonly (readonly number[])[] {
  const none = axes.every(({ different }) => different.length === 0);
  return axes.map(({ equal, fromZero, different, unproved }) =>
    (none || byValue ? [...equal, ...fromZero, ...different, ...unproved] : [...different, ...equal])
      .sort((one, other) => one - other)
      .slice(0, 12),
  );
}

/** Windows behind windows meet the cells of a map in another order than one window does, row by row. */
function mayMeetTiesApart(a: Side, b: Side): boolean {
  const extreme = onlyPool(composed(a))?.reduce.kind;
  return (extreme === 'max' || extreme === 'min') && a.rank > 1 && a.steps.length !== b.steps.length;
}

function gradients(a: Side, b: Side, axes: readonly AxisLengths[], forward: Verdict, nonNegative: boolean) {
  if (forward === 'different')
    return { gradient: 'different' as Verdict, noTies: false, gradientCounterexample: null };
  const window = onlyPool(composed(a))?.window;
  const lengths = axes.map(({ equal, fromZero, unproved }, axis) => {
    const known = [...equal, ...fromZero, ...unproved].sort((one, other) => one - other).slice(0, 6);
    // One window of theirs, where that is too large for every length that was compared.
    return known.length === 0 && window?.kind === 'local' ? [window.kernel[axis] ?? 1] : known;
  });
  const onTies = tiedCounterexample(a, b, lengths, !nonNegative);
  const noTies = onTies !== null || (areTooLarge(lengths) && mayMeetTiesApart(a, b));
  const gradient: Verdict = noTies ? 'equal-when' : forward;
  return { gradient, noTies, gradientCounterexample: onTies };
}

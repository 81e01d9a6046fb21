import { type Configuration, configure, sameForm } from '../frameworks/index.ts';
import type { PoolOperation } from '../pooling/index.ts';
import type { Question } from '../question/index.ts';
import { spatialSizes } from './compute.ts';
import { type Condition, conditionOf } from './equality-condition.ts';
import {
  type Counterexample,
  smallestCounterexample,
  tiedCounterexample,
} from './equality-counterexample.ts';
import { type Expression, expressionsIn } from './equality-expression.ts';
import { type AxisLengths, compareLengths } from './equality-lengths.ts';
import { bare, type Side } from './equality-side.ts';
import { sameKind, sameSign } from './equality-size.ts';

export type Verdict = 'equal' | 'equal-when' | 'different';

/** Whether two layers are the same: forward and gradient told apart, with what the verdict rests on. */
export interface Equality {
  readonly sides: readonly [Configuration, Configuration];
  /** As it stands in the question, for a side that is no layer. */
  readonly written: readonly [string | null, string | null];
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

/** Compares the two layers of a question on equality; null where it holds no two layers that can be compared. */
export function compareLayers(question: Question): Equality | null {
  if (saysMore(question.text)) return null;
  const expressions = expressionsIn(question.text);
  if (expressions.length > 0) return compareExpression(question, expressions);
  if (question.kind !== 'compare' || question.about === 'local-global') return null;
  if (question.about === 'layers' && question.calls.some(({ written }) => written === 'words')) return null;
  const [first, second] = question.applications;
  if (!first?.configuration.ok || !second?.configuration.ok || question.applications.length > 2) return null;
  return compareConfigurations([first.configuration, second.configuration], askedSizes(question));
}

/** A reduction in code against a named layer, or against another reduction. */
function compareExpression(
  { kind, text, calls }: Question,
  [first, second]: readonly Expression[],
): Equality | null {
  const asked =
    kind === 'compare' ||
    (kind === 'explain' && /\b(?:same|equal|equals|equivalent|identical)\b/i.test(text));
  const named = calls.filter(({ written }) => written !== 'words');
  const [call] = named;
  const layer = call ? configure(call.layer, call.given) : null;
  if (!asked || !first || named.length > 1) return null;
  const other = second?.configuration ?? (layer?.ok ? layer : null);
  if (!other) return null;
  const { layout } = other.operation.axes;
  // On one input the axes of the other layout are other axes.
  const sameInput = first.sharesInput && other.layer.framework === 'keras';
  if (sameInput && first.configuration.operation.axes.layout !== layout) return null;
  const equality = compareConfigurations([first.configuration, other], null);
  return equality && { ...equality, written: [first.written, second?.written ?? null] };
}

/** Steps around the layers that their calls don't hold. */
const saysMore = (text: string): boolean =>
  /\b(?:twice|thrice|times|then|followed|stacked|Sequential|before|after|ReLU)\b/i.test(text);

/** The map that both layers are to be compared on; as the first that has its channels last reads it. */
function askedSizes({ applications }: Question): readonly number[] | null {
  const sizes = applications
    .toSorted((one, other) => lastFirst(one.configuration) - lastFirst(other.configuration))
    .map(({ configuration, input }) =>
      configuration.ok && input ? spatialSizes(configuration.operation, input.shape) : [],
    )
    .find((shape) => shape.length > 0);
  const known = (sizes ?? []).filter((size) => size !== null);
  return sizes && known.length === sizes.length ? known : null;
}

const lastFirst = (configuration: Question['applications'][number]['configuration']): number =>
  configuration.ok && configuration.operation.axes.layout === 'channels_last' ? 0 : 1;

/** Compares two layers, on all maps or on one. */
export function compareConfigurations(
  sides: readonly [Configuration, Configuration],
  asked: readonly number[] | null,
): Equality | null {
  const [first, second] = sides.map(({ operation }) => operation);
  if (first?.kind !== 'pool' || second?.kind !== 'pool') return null;
  if (first.window.kind === 'fractional' || second.window.kind === 'fractional') return null;
  const [a, b] = [sideOf(sides[0], first), sideOf(sides[1], second)];
  const nanDiffers = nanOf(first) !== nanOf(second) && nanOf(first) !== null && nanOf(second) !== null;
  const rank = first.axes.rank;
  if (rank !== second.axes.rank) return otherRank(sides);
  const all = Array.from({ length: rank }, (_, axis) => compareLengths(a, b, axis, null));
  const here = asked ? asked.map((length, axis) => compareLengths(a, b, axis, length)) : null;
  const form = sameForm(bare(first), bare(second), null);
  return {
    sides,
    written: [null, null],
    asked,
    nanDiffers,
    ...verdicts(a, b, all, here, form),
    sameShape: (here ?? all).every(({ sameLength }) => sameLength) && keepsAxes(first) === keepsAxes(second),
  };
}

function sideOf({ layer }: Configuration, operation: PoolOperation): Side {
  return { written: layer.name, steps: [bare(operation)] };
}

const nanOf = ({ reduce }: PoolOperation) =>
  reduce.kind === 'max' || reduce.kind === 'min' ? reduce.nan : null;

const keepsAxes = ({ window }: PoolOperation): boolean => window.kind !== 'global' || window.keepdims;

function otherRank(sides: Equality['sides']): Equality {
  return {
    sides,
    written: [null, null],
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
function verdicts(
  a: Side,
  b: Side,
  all: readonly AxisLengths[],
  here: readonly AxisLengths[] | null,
  form: boolean,
) {
  const agree = (axes: readonly AxisLengths[]) =>
    axes.every(({ equal, unproved }) => equal.length + unproved.length > 0);
  const somewhere = agree(here ?? all);
  const everywhere = all.every(({ different }) => different.length === 0) && agree(all);
  const nonNegative = somewhere && sameKind(a, b) && !sameSign(a, b);
  const proved = sameKind(a, b) && [...all, ...(here ?? [])].every(({ unproved }) => unproved.length === 0);
  const proof = form ? 'form' : proved ? 'cells' : 'none';
  const always = form || (everywhere && proved && !nonNegative);
  const forward: Verdict = always ? 'equal' : somewhere ? 'equal-when' : 'different';
  const lengths = all.map(({ equal, unproved, different }, axis) =>
    conditionOf([...new Set([...equal, ...unproved, ...(here?.[axis]?.equal ?? [])])], different),
  );
  return {
    forward,
    proof,
    nonNegative: forward === 'equal-when' && nonNegative,
    lengths: forward === 'equal-when' ? lengths : lengths.map(() => null),
    counterexample: always ? null : smallestCounterexample(a, b, differing(all, nonNegative)),
    ...gradients(a, b, here ?? all, forward),
  } as const;
}

/** Per axis the lengths to look for a difference at: where they differ, or all where the values decide. */
function differing(axes: readonly AxisLengths[], byValue: boolean): readonly (readonly number[])[] {
  const none = axes.every(({ different }) => different.length === 0);
  return axes.map(({ equal, different, unproved }) =>
    (none || byValue ? [...equal, ...different, ...unproved] : [...different, ...equal])
      .sort((one, other) => one - other)
      .slice(0, 12),
  );
}

function gradients(a: Side, b: Side, axes: readonly AxisLengths[], forward: Verdict) {
  if (forward === 'different')
    return { gradient: 'different' as Verdict, noTies: false, gradientCounterexample: null };
  const lengths = axes.map(({ equal, unproved }) => [...equal, ...unproved].slice(0, 6));
  const onTies = tiedCounterexample(a, b, lengths);
  const gradient: Verdict = onTies ? 'equal-when' : forward;
  return { gradient, noTies: onTies !== null, gradientCounterexample: onTies };
}

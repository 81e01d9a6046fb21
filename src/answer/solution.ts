import { configure, infer, type Layer, python, type Refusal } from '../frameworks/index.ts';
import { type Setting, type Shape, type SolveQuestion, type SpatialRank, solve } from '../pooling/index.ts';
import type { Question } from '../question/index.ts';
import {
  type Fixed,
  readBack,
  type Sliding,
  type Solution,
  searchFor,
  slidingOf,
} from './solution-search.ts';

export type { Solution } from './solution-search.ts';

/** The settings that turn one size into another, or the nearest sizes that can be had. */
export interface Solved {
  readonly layer: Layer;
  readonly from: readonly number[];
  readonly target: readonly number[];
  /** What the call had decided; the rest was searched. */
  readonly fixed: Fixed;
  /** What was searched: whether the stride follows the window, which padding, how sizes are rounded. */
  readonly search: SolveQuestion;
  /** An adaptive layer takes the size as it is; null where none was asked about. */
  readonly adaptive: Solution | null;
  /** At most 50, simplest first. */
  readonly solutions: readonly Solution[];
  /** How many there are in all; null when they can't be counted exactly. */
  readonly total: number | null;
  /** The largest window and stride that were searched, per axis. */
  readonly searched: readonly number[];
  /** Where there is none: the nearest sizes, each with its simplest setting. */
  readonly nearest: readonly { readonly target: readonly number[]; readonly solution: Solution }[];
}

/** What a search came to. */
export type Solving = { readonly ok: true; readonly solved: Solved } | Refusal | null;

/** Looks for all settings that do what a question wants; null where it wants none, or a size is open. */
export function solveQuestion(question: Question): Solving {
  const [call] = question.calls;
  if (question.kind !== 'solve' || question.repeated !== null || question.from === null || !call) return null;
  const sizes = knownSizes(question.from, question.target, call.layer.rank);
  if (!sizes) return null;
  const sliding = slidingOf(call, sizes.rank);
  if (!sliding?.ok) return sliding;
  const solved = search(sliding, sizes, question);
  return { ok: true, solved: { ...solved, adaptive: adaptiveTo(call.layer, sizes) } };
}

/** The sizes on both ends, spatial axes only. */
interface Sizes {
  readonly rank: SpatialRank;
  readonly from: readonly number[];
  readonly target: readonly number[];
}

/** The sizes of a question where all are known; one number alone stands for every side of the map. */
export function knownSizes(from: Shape, target: Shape, layerRank: SpatialRank | null): Sizes | null {
  const rank = layerRank ?? rankOf(Math.max(from.length, target.length));
  if (rank === null) return null;
  const spread = (shape: Shape) => {
    const known = shape.filter((size) => size !== null);
    const [side] = known;
    if (known.length < shape.length || side === undefined) return null;
    return known.length === 1 ? Array.from({ length: rank }, () => side) : known;
  };
  const [start, goal] = [spread(from), spread(target)];
  const fits = start?.length === rank && goal?.length === rank && start.every((size) => size > 0);
  return fits ? { rank, from: start, target: goal } : null;
}

function rankOf(axes: number): SpatialRank | null {
  return axes === 1 || axes === 2 || axes === 3 ? axes : null;
}

function search(
  sliding: Sliding,
  { from, target }: Sizes,
  { sought, oddWindow, overlap }: Extract<Question, { kind: 'solve' }>,
): Omit<Solved, 'adaptive'> {
  const { layer, fixed } = sliding;
  const leftOut = {
    stride:
      overlap === false || (overlap === null && sought.includes('window') && !sought.includes('stride')),
    padding: sought.length === 1 && sought[0] !== 'padding',
  };
  const asked = (goal: readonly number[]) =>
    searchFor(sliding, from, goal, leftOut, {
      oddKernel: oddWindow,
      overlapping: overlap === true,
    });
  const found = (goal: readonly number[], settings: readonly Setting[]) =>
    settings.map((setting) => readBack(sliding, setting, from, goal)).filter((solution) => solution !== null);
  const question = asked(target);
  const { settings, total, searched, nearest } = solve(question);
  return {
    layer,
    from,
    target,
    fixed,
    search: question,
    solutions: found(target, settings),
    total,
    searched,
    nearest: nearTargets(nearest ?? []).flatMap((goal) =>
      found(goal, solve(asked(goal)).settings.slice(0, 1)).map((solution) => ({ target: goal, solution })),
    ),
  };
}

/** The nearest below on every axis, and above where that is as near. */
function nearTargets(nearest: readonly (readonly number[])[]): readonly (readonly number[])[] {
  if (nearest.length === 0 || nearest.some((lengths) => lengths.length === 0)) return [];
  const below = nearest.map((lengths) => Math.min(...lengths));
  const above = nearest.map((lengths) => Math.max(...lengths));
  return below.every((length, axis) => length === above[axis]) ? [below] : [below, above];
}

/** An adaptive layer with the target as its `output_size`. */
function adaptiveTo(layer: Layer, { from, target }: Sizes): Solution | null {
  if (layer.family.window !== 'adaptive') return null;
  const configuration = configure(layer, [{ name: 'output_size', value: python.intTuple(target) }]);
  if (!configuration.ok) return null;
  const last = configuration.operation.axes.layout === 'channels_last';
  const inferred = infer(configuration, last ? [1, ...from, 1] : [1, 1, ...from]);
  return inferred.ok
    ? { configuration, operation: inferred.operation, derivation: inferred.derivation }
    : null;
}

import { type Configuration, configure, infer, type Layer, type Refusal } from '../frameworks/index.ts';
import type { SpatialRank } from '../pooling/index.ts';
import type { Question } from '../question/index.ts';
import { knownSizes } from './solution.ts';
import { settingArguments } from './solution-arguments.ts';
import { type Sliding, slidingOf } from './solution-search.ts';

/** One layer several times in a row, with the sizes on the way, the first included. */
export interface Row {
  readonly configuration: Configuration;
  readonly times: number;
  readonly sizes: readonly (readonly number[])[];
}

/** How often a layer has to stand in a row to turn one size into another. */
export interface Repeated {
  readonly layer: Layer;
  readonly from: readonly number[];
  readonly target: readonly number[];
  /** As the asker said; null where it was asked. */
  readonly times: number | null;
  /** Simplest first; empty where no number of them does. */
  readonly rows: readonly Row[];
  /** Where none does: those that come nearest, below or above. */
  readonly nearest: readonly Row[];
}

/** Windows that are tried where only the number of layers is given. */
const widestWindow = 16;
const mostTimes = 64;

/** Counts the layers that a question wants in a row; null where it wants none, or a size is open. */
export function countRepetition(
  question: Question,
): { readonly ok: true; readonly repeated: Repeated } | Refusal | null {
  const [call] = question.calls;
  if (question.kind !== 'solve' || question.repeated === null || question.from === null || !call) return null;
  const sizes = knownSizes(question.from, question.target, call.layer.rank);
  const sliding = sizes && slidingOf(call, sizes.rank);
  if (!sizes || !sliding) return null;
  if (!sliding.ok) return sliding;
  const { from, target, rank } = sizes;
  const { times } = question.repeated;
  const windows = sliding.fixed.kernel ? [null] : times === null ? [2] : range(2, widestWindow);
  const rows = windows.flatMap((window) => {
    const configuration = configured(sliding, window, rank);
    const path = configuration ? pathOf(configuration, from) : [];
    return configuration ? [{ configuration, path }] : [];
  });
  const reached = rows.flatMap(({ configuration, path }) => rowTo(configuration, path, target, times) ?? []);
  return {
    ok: true,
    repeated: {
      layer: sliding.layer,
      from,
      target,
      times,
      rows: reached,
      nearest: reached.length > 0 ? [] : rows.slice(0, 1).flatMap((row) => nearestRows(row, target, times)),
    },
  };
}

const range = (low: number, high: number): readonly number[] =>
  Array.from({ length: high - low + 1 }, (_, at) => low + at);

/** The layer as its call has it, or with this window and its stride left out. */
function configured(sliding: Sliding, window: number | null, rank: SpatialRank): Configuration | null {
  const { layer, names, fixed, others } = sliding;
  const same = (size: number) => Array.from({ length: rank }, () => size);
  const kernel = window === null ? (fixed.kernel ?? same(2)) : same(window);
  const setting = { kernel, stride: fixed.stride ?? kernel, padding: fixed.padding ?? same(0) };
  const configuration = configure(layer, [...settingArguments(layer, names, setting), ...others]);
  return configuration.ok ? configuration : null;
}

/** The sizes after none, one, two … of the layer, as long as it works and something changes. */
function pathOf(configuration: Configuration, from: readonly number[]): readonly (readonly number[])[] {
  const last = configuration.operation.axes.layout === 'channels_last';
  const path: (readonly number[])[] = [from];
  while (path.length <= mostTimes) {
    const current = path.at(-1) ?? from;
    const inferred = infer(configuration, last ? [1, ...current, 1] : [1, 1, ...current]);
    if (!inferred.ok) break;
    const next = inferred.derivation.output.slice(last ? 1 : 2).slice(0, from.length);
    const known = next.filter((size) => size !== null && size > 0) as number[];
    if (known.length < from.length || isSame(known, current)) break;
    path.push(known);
  }
  return path;
}

const isSame = (a: readonly number[], b: readonly number[]): boolean =>
  a.every((size, axis) => size === b[axis]);

function rowTo(
  configuration: Configuration,
  path: readonly (readonly number[])[],
  target: readonly number[],
  times: number | null,
): Row | null {
  const found = path.findIndex(
    (sizes, at) => at > 0 && (times === null || at === times) && isSame(sizes, target),
  );
  return found < 0 ? null : { configuration, times: found, sizes: path.slice(0, found + 1) };
}

/** The last that stays above the target and the first that falls below it; or what so many of them give. */
function nearestRows(
  {
    configuration,
    path,
  }: { readonly configuration: Configuration; readonly path: readonly (readonly number[])[] },
  target: readonly number[],
  times: number | null,
): readonly Row[] {
  const row = (at: number): readonly Row[] =>
    at > 0 && at < path.length ? [{ configuration, times: at, sizes: path.slice(0, at + 1) }] : [];
  if (times !== null) return row(Math.min(times, path.length - 1));
  const below = path.findIndex((sizes) => sizes.some((size, axis) => size < (target[axis] ?? 0)));
  return below < 0 ? row(path.length - 1) : [...row(below - 1), ...row(below)];
}

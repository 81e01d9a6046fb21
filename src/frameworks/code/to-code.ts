import { firstSpatialAxis, type Layout, type Operation, type Shape } from '../../pooling/index.ts';
import { localWindow } from '../canonical.ts';
import { configure } from '../configure.ts';
import type { Configuration, FrameworkId, GivenArguments, Layer } from '../framework.ts';
import { findLayers } from '../names/find.ts';
import type { Candidate, Task, Writer } from './candidate.ts';
import { type Caveat, caveatsOf } from './caveats.ts';
import { effectiveOperation } from './effective.ts';
import { type Sizes, sameForm } from './normal.ts';
import { writers } from './writers.ts';

interface CodeOptions {
  /** The input's shape: code that fits this size alone is then allowed, and says so. */
  readonly shape?: Shape;
  /** The layout to write for, where the framework's layers take both; otherwise its usual one. */
  readonly layout?: Layout;
}

export interface Written {
  readonly ok: true;
  readonly code: string;
  /** The pooling layer in it with its arguments; null for plain code such as `tf.reduce_mean`. */
  readonly layer: Layer | null;
  readonly given: GivenArguments;
  /** Arguments of the call on data. */
  readonly applied: GivenArguments;
  readonly caveats: readonly Caveat[];
}

interface NotWritten {
  readonly ok: false;
  /** One sentence: what the framework lacks. */
  readonly reason: string;
}

/**
 * An operation as code of a framework, exact but for what the caveats say, or the reason why there is none. Every
 * answer is read back through `configure` and compared before it is given.
 */
export function toCode(
  operation: Operation,
  framework: FrameworkId,
  options: CodeOptions = {},
): Written | NotWritten {
  const writer = writers[framework];
  const [usual] = writer.layouts;
  const layout = options.layout && writer.layouts.includes(options.layout) ? options.layout : usual;
  const sizes = sizesOf(operation, options.shape);
  return (
    firstExact(writer, { operation, sizes: null, layout }, false) ??
    (sizes === null ? null : firstExact(writer, { operation, sizes, layout }, true)) ?? {
      ok: false,
      reason: writer.reason({ operation, sizes, layout }),
    }
  );
}

function sizesOf({ axes }: Operation, shape: Shape | undefined): Sizes {
  const first = firstSpatialAxis(axes);
  const spatial = shape?.slice(first, first + axes.rank) ?? [];
  const known = spatial.filter((size) => size !== null && size > 0);
  return known.length === axes.rank ? known.map((size) => size ?? 0) : null;
}

function firstExact(writer: Writer, task: Task, bound: boolean): Written | null {
  for (const operation of [...simpler(task.operation, task.sizes), task.operation]) {
    const written = firstOf(writer, { ...task, operation }, task.operation, bound);
    if (written !== null) return written;
  }
  return null;
}

/** Adaptive pooling to one cell is global, and to a divisor of the input a plain window. */
function simpler(operation: Operation, sizes: Sizes): readonly Operation[] {
  if (operation.kind !== 'pool' || operation.window.kind !== 'adaptive') return [];
  const { outputSize } = operation.window;
  if (outputSize.every((size) => size === 1)) {
    return [{ ...operation, window: { kind: 'global', keepdims: true } }];
  }
  const bins = outputSize.map((size, axis) => (sizes?.[axis] ?? 0) / (size ?? sizes?.[axis] ?? 0));
  if (!bins.every((cells) => Number.isInteger(cells) && cells > 0)) return [];
  return [operation, { ...operation, window: localWindow({ kernel: bins, stride: bins }) }];
}

function firstOf(writer: Writer, task: Task, wanted: Operation, bound: boolean): Written | null {
  for (const candidate of writer.candidates(task)) {
    const written = readBack(writer.framework, candidate);
    const inner = written?.operation ?? candidate.operation;
    const target = inner ? effectiveOperation(inner, candidate) : null;
    if (target === null || !sameForm(wanted, target, task.sizes)) continue;
    return {
      ok: true,
      code: writer.render(candidate, task),
      layer: written?.layer ?? null,
      given: candidate.given,
      applied: candidate.applied ?? [],
      caveats: caveatsOf({ ...task, operation: wanted }, candidate, target, written, bound, task.layout),
    };
  }
  return null;
}

/** The layer as the framework itself would take it; null when it would not. */
function readBack(
  framework: FrameworkId,
  { layer: name, given, applied = [] }: Candidate,
): Configuration | null {
  const layer = name === null ? undefined : findLayers(name, framework).find((found) => found.name === name);
  if (layer === undefined) return null;
  const configuration = configure(layer, given, { applied });
  return configuration.ok ? configuration : null;
}

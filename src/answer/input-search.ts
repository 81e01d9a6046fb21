import { type Configuration, configure, infer, type Refusal } from '../frameworks/index.ts';
import { type Derivation, effectiveKernel, type Operation, type PoolOperation } from '../pooling/index.ts';
import type { Question } from '../question/index.ts';
import { knownSizes } from './solution.ts';

/** All inputs that a layer turns into one output, spatial axes only: each axis is free of the others. */
export interface InputsFound {
  readonly configuration: Configuration;
  readonly target: readonly number[];
  /** For each axis its sizes, smallest first, empty where none leads there; null where any size does. */
  readonly axes: readonly (readonly number[] | null)[];
  /** The same for the size that was hoped for; null where none was named. */
  readonly instead: Pick<InputsFound, 'target' | 'axes'> | null;
  /** The smallest and the largest such inputs, followed through the layer; empty where there are none or any will do. */
  readonly ends: readonly {
    readonly input: readonly number[];
    readonly operation: Operation;
    readonly derivation: Derivation;
  }[];
}

/** Strides and windows up to this size are searched. */
const widest = 4096;

/** Looks for all inputs that give an output; null where a question wants none, or they can't be searched. */
export function searchInputs(
  question: Question,
): { readonly ok: true; readonly found: InputsFound } | Refusal | null {
  const [call] = question.calls;
  if (question.kind !== 'solve' || question.from !== null || question.through.length > 0 || !call)
    return null;
  const configuration = configure(call.layer, call.given, { applied: call.applied });
  if (!configuration.ok) return configuration;
  const { operation } = configuration;
  // Of (None, 512) behind global pooling no size is left to be known.
  const whole = operation.kind === 'pool' && operation.window.kind === 'global';
  const told = whole ? [1] : question.target;
  const sizes = knownSizes(told, told, call.layer.rank);
  if (!sizes || operation.kind !== 'pool' || operation.axes.rank !== sizes.rank) return null;
  // Whatever goes in, one cell comes out.
  const target = operation.window.kind === 'global' ? sizes.target.map(() => 1) : sizes.target;
  const axes = target.map((size, axis) => sizesFor(configuration, operation, target, size, axis));
  if (axes.some((found) => found === undefined)) return null;
  const found = axes.map((each) => each ?? null);
  const hoped =
    question.instead === null ? null : knownSizes(question.instead, question.instead, call.layer.rank);
  const forHoped = hoped?.target.map((size, axis) =>
    sizesFor(configuration, operation, hoped.target, size, axis),
  );
  const ends = [0, -1].flatMap((end) => {
    const input = found.flatMap((each) => each?.at(end) ?? []);
    return input.length === target.length ? [input] : [];
  });
  const distinct = ends.filter((input, at) => at === 0 || input.join() !== ends[0]?.join());
  return {
    ok: true,
    found: {
      configuration,
      target,
      axes: found,
      instead:
        hoped && forHoped ? { target: hoped.target, axes: forHoped.map((each) => each ?? null) } : null,
      ends: distinct.flatMap((input) => {
        const inferred = inferOn(configuration, input);
        return inferred.ok ? [{ input, operation: inferred.operation, derivation: inferred.derivation }] : [];
      }),
    },
  };
}

/** The sizes of one axis that give `size`: all between the least and the most that any rule of rounding allows. */
function sizesFor(
  configuration: Configuration,
  { window }: PoolOperation,
  target: readonly number[],
  size: number,
  axis: number,
): readonly number[] | null | undefined {
  switch (window.kind) {
    case 'global':
      return null;
    case 'adaptive': {
      const wanted = window.outputSize[axis];
      return wanted === null ? [size] : wanted === size ? null : [];
    }
    case 'fractional':
      return undefined;
    case 'local': {
      const reach = (at: number) =>
        effectiveKernel(window.kernel[at] ?? 1, window.dilation[at] ?? 1) +
        (window.padding.kind === 'same'
          ? 0
          : (window.padding.begin[at] ?? 0) + (window.padding.end[at] ?? 0));
      const stride = window.stride[axis] ?? 1;
      if (size < 1 || stride > widest || reach(axis) > widest) return size < 1 ? [] : undefined;
      // The other axes are large enough for any window.
      const others = target.map((other, at) => (other + 3) * (window.stride[at] ?? 1) + reach(at));
      const low = Math.max(1, (size - 3) * stride - reach(axis));
      const high = (size + 3) * stride + reach(axis);
      const candidates = Array.from({ length: high - low + 1 }, (_, at) => low + at);
      return candidates.filter((candidate) => {
        const input = others.map((other, at) => (at === axis ? candidate : other));
        const inferred = inferOn(configuration, input);
        return inferred.ok && spatialOf(configuration, inferred.derivation)[axis] === size;
      });
    }
  }
}

const isLast = ({ operation }: Configuration): boolean => operation.axes.layout === 'channels_last';

function inferOn(configuration: Configuration, sizes: readonly number[]) {
  return infer(configuration, isLast(configuration) ? [1, ...sizes, 1] : [1, 1, ...sizes]);
}

function spatialOf(configuration: Configuration, { output }: Derivation) {
  return output.slice(isLast(configuration) ? 1 : 2);
}

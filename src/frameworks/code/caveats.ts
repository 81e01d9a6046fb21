import type { IndexRule, Layout, Operation, PoolOperation } from '../../pooling/index.ts';
import type { Configuration } from '../framework.ts';
import type { PythonValue } from '../python.ts';
import type { Candidate, PadStep, Task } from './candidate.ts';
import type { Sizes } from './normal.ts';
import { sidesOf } from './padding.ts';

/** What to keep in mind about code in another framework: facts, the sentences are written elsewhere. */
export type Caveat =
  /** The input must be transposed. */
  | { readonly kind: 'layout'; readonly from: Layout; readonly to: Layout }
  /** Left out, the argument would mean something else than it did. */
  | { readonly kind: 'default'; readonly argument: string; readonly fallback: PythonValue }
  /** Padding is not the same on both sides; the odd cell is at the end (`upper`) or the beginning. */
  | { readonly kind: 'padding-side'; readonly odd: 'upper' | 'lower' }
  /** What an average divides by where a window holds padding. */
  | { readonly kind: 'divisor'; readonly counts: 'real' | 'padded' }
  | { readonly kind: 'rounding'; readonly rounding: 'ceil' | 'caffe' }
  /** The pooled axes are dropped by a Flatten of its own. */
  | { readonly kind: 'flatten' }
  | { readonly kind: 'pad-layer'; readonly value: PadStep['value'] }
  /** Exact for this input size only. */
  | { readonly kind: 'size-bound'; readonly sizes: readonly number[] }
  | { readonly kind: 'nan'; readonly source: 'propagate' | 'ignore'; readonly target: 'propagate' | 'ignore' }
  /** Who gets the gradient among equal maxima. */
  | { readonly kind: 'ties'; readonly source: 'first' | 'split'; readonly target: 'first' | 'split' }
  | { readonly kind: 'indices'; readonly source: IndexRule; readonly target: IndexRule }
  /** The windows are drawn at random. */
  | { readonly kind: 'random' };

/** `written` is the layer as the target reads it, null for code without one. */
export function caveatsOf(
  { operation, sizes }: Task,
  candidate: Candidate,
  target: Operation,
  written: Configuration | null,
  bound: boolean,
  layout: Layout,
): readonly Caveat[] {
  const caveats: Caveat[] = [];
  if (operation.axes.layout !== layout)
    caveats.push({ kind: 'layout', from: operation.axes.layout, to: layout });
  if (bound && sizes !== null) caveats.push({ kind: 'size-bound', sizes });
  if (candidate.pad) caveats.push({ kind: 'pad-layer', value: candidate.pad.value });
  if (candidate.flatten) caveats.push({ kind: 'flatten' });
  if (written !== null) caveats.push(...defaults(written));
  if (operation.kind === 'pool' && target.kind === 'pool') {
    caveats.push(...windowCaveats(target, sizes));
    const source = operation.reduce;
    const { reduce } = target;
    if (
      (source.kind === 'max' || source.kind === 'min') &&
      (reduce.kind === 'max' || reduce.kind === 'min')
    ) {
      if (source.nan !== reduce.nan) caveats.push({ kind: 'nan', source: source.nan, target: reduce.nan });
      if (source.ties !== reduce.ties)
        caveats.push({ kind: 'ties', source: source.ties, target: reduce.ties });
    }
  }
  const indexed = operation.kind === 'unpool' || operation.reduce.kind === 'max';
  if (indexed && !sameRule(operation.indices, target.indices)) {
    caveats.push({ kind: 'indices', source: operation.indices, target: target.indices });
  }
  return caveats;
}

const sameRule = (a: IndexRule, b: IndexRule): boolean => a.base === b.base && a.order === b.order;

/** Arguments whose defaults trip people who come from another framework, where they matter. */
function defaults({ layer, args, defaulted, operation }: Configuration): readonly Caveat[] {
  const window = operation.kind === 'pool' && operation.window.kind === 'local' ? operation.window : null;
  if (window === null) return [];
  const { padding } = window;
  const padded = padding.kind === 'same' || [...padding.begin, ...padding.end].some((cells) => cells > 0);
  const stepsByWindow = window.stride.every((step, axis) => step === window.kernel[axis]);
  return layer.parameters.flatMap(({ name, fallback, oneByDefault }): readonly Caveat[] => {
    if (fallback === undefined || !(name in args) || defaulted.includes(name)) return [];
    const trips = oneByDefault === true ? stepsByWindow : name === 'count_include_pad' && padded;
    return trips ? [{ kind: 'default', argument: name, fallback }] : [];
  });
}

function windowCaveats({ reduce, window }: PoolOperation, sizes: Sizes): readonly Caveat[] {
  if (window.kind === 'fractional') return [{ kind: 'random' }];
  if (window.kind !== 'local') return [];
  const { padding, rounding, divisor } = window;
  const caveats: Caveat[] = [];
  const sides = sidesOf(window, sizes);
  const larger = (a: readonly number[], b: readonly number[]) =>
    a.some((cells, axis) => cells > (b[axis] ?? 0));
  if (sides === null && padding.kind === 'same') {
    caveats.push({ kind: 'padding-side', odd: padding.odd });
  } else if (sides !== null && larger(sides.end, sides.begin)) {
    caveats.push({ kind: 'padding-side', odd: 'upper' });
  } else if (sides !== null && larger(sides.begin, sides.end)) {
    caveats.push({ kind: 'padding-side', odd: 'lower' });
  }
  const padded = padding.kind === 'same' || [...padding.begin, ...padding.end].some((cells) => cells > 0);
  if (reduce.kind === 'average' && padded && divisor.kind !== 'fixed') {
    caveats.push({ kind: 'divisor', counts: divisor.kind });
  }
  if (rounding !== 'floor') caveats.push({ kind: 'rounding', rounding });
  return caveats;
}

import { effectiveKernel } from '../../pooling/index.ts';
import type { CellRule } from './cells.ts';
import { type Side, sideAlong, sizesAfter } from './side.ts';
import { type AtSize, compareAt } from './size.ts';

/** One axis compared at many lengths. */
export interface AxisLengths {
  readonly equal: readonly number[];
  /** Equal where no cell is below 0. */
  readonly fromZero: readonly number[];
  readonly different: readonly number[];
  /** Nothing tells them apart there, which is no proof. */
  readonly unproved: readonly number[];
  /** Where both sides give the same length. */
  readonly sameLength: boolean;
  /** No length was compared that both sides can work on: their windows are too large for it. */
  readonly outOfReach: boolean;
}

const usualLengths = 32;
const longest = 400;

/**
 * Compares along each axis: at the asker's length, or where none is given at all lengths at which something can
 * change: short ones, and those around the windows.
 */
export function compareLengths(a: Side, b: Side, only: readonly number[] | null): readonly AxisLengths[] {
  const done = new Map<string, AxisLengths>();
  return Array.from({ length: a.rank }, (_, axis) => {
    const [left, right] = [sideAlong(a, axis), sideAlong(b, axis)];
    const length = only?.[axis] ?? null;
    const key = JSON.stringify([left.steps.map(ruleOf), right.steps.map(ruleOf), length]);
    const known = done.get(key) ?? compareAxis(left, right, length);
    done.set(key, known);
    return known;
  });
}

/** What decides a step along its axis, so that axes with the same rules are compared once. */
function ruleOf(step: Side['steps'][number]): unknown {
  switch (step.kind) {
    case 'pool':
      return step.operation;
    case 'cells':
      return step.rules;
    case 'function':
      return step.function.name;
    case 'mix':
      return step.kind;
  }
}

function compareAxis(a: Side, b: Side, only: number | null): AxisLengths {
  const telling = tellingLengths(a, b);
  const lengths = only === null ? telling.lengths : [only];
  const found = lengths.map((length) => ({ length, result: compareAt(a, b, length) }));
  const at = (wanted: AtSize) => found.filter(({ result }) => result === wanted).map(({ length }) => length);
  const sameLength = lengths.every((length) => {
    const [after, other] = [sizesAfter(a, [length]), sizesAfter(b, [length])];
    return !after || !other || after[0] === other[0];
  });
  const proves = only !== null || telling.complete || at('different').length > 0;
  const all = {
    equal: proves ? at('equal') : [],
    fromZero: at('from-zero'),
    different: at('different'),
    unproved: proves ? at('unproved') : [...at('equal'), ...at('unproved')],
    sameLength,
    outOfReach: !telling.complete && found.every(({ result }) => result === 'undefined'),
  };
  return only === null ? withoutSingleWindows(a, b, all) : all;
}

/**
 * Two sliding windows agree wherever only one of them fits, and any two on a single cell: that says nothing on the
 * layers, so it doesn't count beside lengths where they differ.
 */
function withoutSingleWindows(a: Side, b: Side, lengths: AxisLengths): AxisLengths {
  if (lengths.different.length === 0) return lengths;
  const sliding = [...a.steps, ...b.steps].every(
    (step) => step.kind !== 'pool' || step.operation.window.kind === 'local',
  );
  const counts = (length: number) => length > 1 && !(sliding && (sizesAfter(a, [length])?.[0] ?? 1) === 1);
  return {
    ...lengths,
    equal: lengths.equal.filter(counts),
    fromZero: lengths.fromZero.filter(counts),
    unproved: lengths.unproved.filter(counts),
  };
}

interface Extent {
  /** The cells that one cell at the end sees, and how far its neighbour's view is from its own. */
  readonly span: number;
  readonly jump: number;
  /** How many cells come out where that is fixed, in cells of the input apart. */
  readonly bins: readonly number[];
}

function extentOf({ steps }: Side): Extent {
  let extent: Extent = { span: 1, jump: 1, bins: [] };
  for (const step of steps) {
    const { span, jump, bins } = extent;
    if (step.kind === 'pool' && step.operation.window.kind === 'local') {
      const { kernel, stride, dilation } = step.operation.window;
      const reach = effectiveKernel(kernel[0] ?? 1, dilation[0] ?? 1) - 1;
      extent = { span: span + reach * jump, jump: jump * (stride[0] ?? 1), bins };
    } else if (step.kind === 'pool' && step.operation.window.kind === 'adaptive') {
      extent = { span, jump, bins: [...bins, (step.operation.window.outputSize[0] ?? 1) * jump] };
    } else if (step.kind === 'cells') {
      extent = withRule(extent, step.rules[0]);
    }
  }
  return extent;
}

function withRule({ span, jump, bins }: Extent, rule: CellRule | undefined): Extent {
  if (rule?.kind !== 'area' && rule?.kind !== 'linear') return { span, jump, bins };
  return 'to' in rule.target
    ? { span, jump, bins: [...bins, rule.target.to * jump] }
    : { span, jump: jump * Math.max(1, Math.round(1 / rule.target.by)), bins };
}

/** Two rounds of the stride; one where it is long. */
const rounds = (jump: number): number => (jump > 32 ? jump + 2 : 2 * jump + 2);

/** As many are tried where windows are too large to try all. */
const fewLengths = 16;

interface Telling {
  readonly lengths: readonly number[];
  /** Whether these are all lengths at which something can change. */
  readonly complete: boolean;
}

function tellingLengths(a: Side, b: Side): Telling {
  const sides = [extentOf(a), extentOf(b)];
  const jumps = [1, ...sides.map(({ jump }) => jump)];
  // Places of windows repeat with the stride, so one round of it behind the first window shows all there is.
  const complete = sides.every(({ span, jump }) => span + jump <= longest);
  const around = sides.flatMap(({ span, jump, bins }) => [
    ...Array.from({ length: complete ? rounds(jump) : fewLengths }, (_, more) => span + more),
    ...bins.flatMap((count) => jumps.flatMap((factor) => [count * factor, 2 * count])),
  ]);
  const usual = Array.from({ length: usualLengths }, (_, at) => at + 1);
  const known = [...usual, ...around].filter((length) => length <= longest);
  return { lengths: [...new Set(known)].sort((one, other) => one - other), complete };
}

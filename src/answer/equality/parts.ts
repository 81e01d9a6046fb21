import type { LocalWindow } from '../../pooling/index.ts';
import { cellFunction } from './cell-function.ts';
import { mixed, type Side, sizesAfter, tellsApart } from './side.ts';
import { kindOf, type Step, signOf } from './step.ts';

/** Neighbouring steps that do the same kind of thing, so that a few inputs show all of what they do together. */
interface Part {
  /** Null where it only moves cells. */
  readonly kind: string | null;
  readonly side: Side;
}

/**
 * Whether two sides do the same at this length part by part, which holds on every input. Activations that never turn
 * an order round are moved behind the maxima first.
 */
export function sameParts(a: Side, b: Side, length: number): boolean {
  const [ones, others] = [partsOf(a), partsOf(b)];
  if (ones.length !== others.length) return false;
  let current = length;
  for (const [at, one] of ones.entries()) {
    const other = others[at];
    const kind = one.kind ?? other?.kind ?? 'sum';
    if (other === undefined || (other.kind ?? kind) !== kind || kind.startsWith('truncated')) return false;
    if (!kind.startsWith('function') && !samePart(one.side, other.side, kind, current)) return false;
    current = sizesAfter(one.side, [current])?.[0] ?? 0;
  }
  return true;
}

/**
 * A part is the maximum, the minimum, a norm or a weighted sum plus a constant of a set of cells per output. Inputs
 * that are 1 in one cell and 0 in all others show sets and weights; all zeros and all -1 show constants and zeros that
 * were put around the map.
 */
function samePart(one: Side, other: Side, kind: string, length: number): boolean {
  const [[a, b] = [one, other]] = mixed(one, other);
  const [left, right] = [sizesAfter(a, [length]), sizesAfter(b, [length])];
  if (!left || !right || left[0] !== right[0]) return false;
  const unit = kind.startsWith('min') ? -1 : 1;
  const rows = [...unitRows(length, unit), new Float64Array(length), new Float64Array(length).fill(-unit)];
  return !rows.some((data) => tellsApart(a, b, { shape: [length], data }));
}

/** For each cell the row that is `unit` there and 0 elsewhere. */
export function unitRows(length: number, unit: number): readonly Float64Array[] {
  return Array.from({ length }, (_, cell) => {
    const row = new Float64Array(length);
    row[cell] = unit;
    return row;
  });
}

/** Between activations stands at least an empty part, which is of any kind. */
function partsOf(side: Side): readonly Part[] {
  const parts: { kind: string | null; steps: Step[] }[] = [{ kind: null, steps: [] }];
  for (const step of settled(side.steps)) {
    const kind = partKind(step);
    const last = parts.at(-1);
    if (step.kind === 'function') parts.push({ kind, steps: [step] }, { kind: null, steps: [] });
    else if (last && (kind === null || last.kind === null || kind === last.kind)) {
      last.steps.push(step);
      last.kind ??= kind;
    } else parts.push({ kind, steps: [step] });
  }
  return parts.map(({ kind, steps }) => ({ kind, side: { ...side, steps } }));
}

function partKind(step: Step): string | null {
  if (step.kind === 'function') return `function ${step.function.name}`;
  const kind = kindOf(step);
  return kind === null ? null : `${kind} ${signOf(step)}`;
}

/** Activations behind the maxima they can change places with, and once where twice is the same. */
function settled(steps: readonly Step[]): readonly Step[] {
  const order: Step[] = [];
  for (const step of steps) {
    let at = order.length;
    while (at > 0 && passes(order[at - 1], step)) at -= 1;
    order.splice(at, 0, step);
  }
  return order.filter((step, at) => !repeats(step, order[at - 1]));
}

function passes(before: Step | undefined, step: Step): boolean {
  if (before?.kind !== 'function' || !cellFunction(before.function).increasing) return false;
  if (step.kind === 'cells') {
    return step.rules.every(
      (rule) =>
        rule.kind === 'repeat' ||
        (rule.kind === 'border' && (rule.fill !== 'zero' || cellFunction(before.function).keepsZero)),
    );
  }
  if (step.kind !== 'pool') return false;
  const { reduce, window } = step.operation;
  const extreme = reduce.kind === 'max' || reduce.kind === 'min';
  return extreme && (window.kind !== 'local' || holdsCells(window));
}

/** Whether no window can lie in the padding alone, where an activation would see minus infinity. */
function holdsCells({ kernel, dilation, padding, rounding }: LocalWindow): boolean {
  if (rounding === 'caffe') return false;
  const pads = padding.kind === 'explicit' ? [...padding.begin, ...padding.end] : [];
  if (dilation.some((gap) => gap > 1))
    return padding.kind === 'explicit' && pads.every((cells) => cells === 0);
  const fits = (cells: readonly number[]) => cells.every((size, axis) => size < (kernel[axis] ?? 1));
  return padding.kind === 'same' || (fits(padding.begin) && fits(padding.end));
}

function repeats(step: Step, before: Step | undefined): boolean {
  return (
    step.kind === 'function' &&
    before?.kind === 'function' &&
    cellFunction(step.function).idempotent &&
    step.function.name === before.function.name
  );
}

import { sameParts, unitRows } from './parts.ts';
import { mixed, type Side, sizesAfter, tellsApart } from './side.ts';
import { kindOf, type Step } from './step.ts';

/**
 * How two sides compare at one length of one axis. `from-zero`: equal where no cell is below 0. `unproved`: nothing
 * was found that tells them apart, which is no proof for steps of different kinds.
 */
export type AtSize = 'equal' | 'from-zero' | 'different' | 'unproved' | 'undefined';

/** Compares along one axis of this length. */
export function compareAt(a: Side, b: Side, length: number): AtSize {
  const [after, other] = [sizesAfter(a, [length]), sizesAfter(b, [length])];
  if (!after || !other) return 'undefined';
  if (after[0] !== other[0]) return 'different';
  if (sameParts(a, b, length)) return 'equal';
  const pairs = mixed(a, b);
  const differ = (rows: readonly Float64Array[]) =>
    rows.some((data) => pairs.some(([left, right]) => tellsApart(left, right, { shape: [length], data })));
  const steps = [...a.steps, ...b.steps];
  const kinds = new Set(steps.map(kindOf).filter((kind) => kind !== null));
  if (differ(unitRows(length, kinds.has('min') ? -1 : 1))) return 'different';
  // Rows of single cells agree: of steps of one kind they show all they do to cells from 0 on.
  if (kinds.size < 2 && staysPositive(kinds, steps)) return 'from-zero';
  return differ(variedRows(length)) ? 'different' : 'unproved';
}

/** Whether cells of at least 0 stay so through all steps, and those steps are determined by what they do to them. */
function staysPositive(kinds: ReadonlySet<string>, steps: readonly Step[]): boolean {
  if (kinds.has('min') || kinds.has('truncated')) return false;
  return steps.every(
    (step) =>
      step.kind !== 'mix' &&
      !(
        step.kind === 'pool' &&
        step.operation.window.kind === 'local' &&
        step.operation.window.divisor.kind === 'fixed' &&
        step.operation.window.divisor.value < 0
      ),
  );
}

function variedRows(length: number): readonly Float64Array[] {
  const values = [
    (at: number) => at + 1,
    (at: number) => -at - 1,
    (at: number) => (at * 7) % 5,
    (at: number) => ((at * 7) % 11) - 5,
    () => -1,
  ];
  return values.map((value) => Float64Array.from({ length }, (_, at) => value(at)));
}

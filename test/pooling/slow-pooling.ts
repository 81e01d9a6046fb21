import type { PoolOperation, Reduce, Tensor } from '../../src/pooling/index.ts';
import { flat, get, slowPlan, type Window } from './slow-windows.ts';

/** A second pooling, slow and written straight from the rules: it reduces plain lists of a window's values. */
export function divisor(operation: PoolOperation, window: Window): number {
  const rule = operation.window.kind === 'local' ? operation.window.divisor : { kind: 'real' as const };
  if (rule.kind === 'fixed') return rule.value;
  return rule.kind === 'real' ? window.real.length : window.real.length + window.padding;
}

/** Where among a window's values the extreme lies; -1 for none. */
function extremePlace(reduce: Extract<Reduce, { kind: 'max' | 'min' }>, values: readonly number[]): number {
  if (reduce.nan === 'propagate' && values.some(Number.isNaN)) return values.findLastIndex(Number.isNaN);
  const beats = (a: number, b: number) => (reduce.kind === 'max' ? a >= b : a <= b);
  const numbers = values.filter((value) => !Number.isNaN(value));
  const opposite = reduce.kind === 'max' ? -Infinity : Infinity;
  if (numbers.every((value) => value === opposite)) return values.length === 0 ? -1 : 0;
  return values.findIndex((value) => numbers.every((other) => beats(value, other)));
}

function reduceValues(operation: PoolOperation, window: Window, values: readonly number[]): number {
  const { reduce } = operation;
  const add = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0);
  switch (reduce.kind) {
    case 'max':
    case 'min': {
      const place = extremePlace(reduce, values);
      const opposite = reduce.kind === 'max' ? -Infinity : Infinity;
      const value = place < 0 ? opposite : get(values, place);
      return reduce.nan === 'ignore' && Number.isNaN(value) ? opposite : value;
    }
    case 'average': {
      if (operation.window.kind === 'local' && values.length === 0) return 0;
      const mean = add(values) / divisor(operation, window);
      return reduce.truncate ? Math.trunc(mean) : mean;
    }
    case 'lp': {
      const powers = values.map((value) => (reduce.sign === 'raw' ? value : Math.abs(value)) ** reduce.norm);
      const whole =
        operation.window.kind === 'local' ? operation.window.kernel.reduce((a, b) => a * b, 1) : 0;
      const scale = reduce.clipped === 'rescaled' && whole > 0 ? whole / values.length : 1;
      return (add(powers) * scale) ** (1 / reduce.norm);
    }
  }
}

export function slowForward(operation: PoolOperation, input: Tensor, samples: readonly number[] = []) {
  const { outputShape, windows } = slowPlan(operation, input.shape, samples);
  const values = windows.map((window) =>
    reduceValues(
      operation,
      window,
      window.real.map((cell) => get(input.data, flat(input.shape, cell))),
    ),
  );
  return { shape: outputShape, values };
}

/** Max, min and average gradients, each window handing out its upstream to a list of cells. */
export function slowBackward(operation: PoolOperation, input: Tensor, upstream: readonly number[]): number[] {
  const gradient = Array.from(input.data, () => 0);
  const { reduce } = operation;
  for (const [place, window] of slowPlan(operation, input.shape).windows.entries()) {
    const positions = window.real.map((cell) => flat(input.shape, cell));
    const values = positions.map((position) => get(input.data, position));
    const shares = sharesOf(operation, reduce, window, values).map((share) => share * get(upstream, place));
    for (const [index, position] of positions.entries()) {
      gradient[position] = get(gradient, position) + get(shares, index);
    }
  }
  return gradient;
}

function sharesOf(
  operation: PoolOperation,
  reduce: Reduce,
  window: Window,
  values: readonly number[],
): readonly number[] {
  if (reduce.kind === 'average') return values.map(() => 1 / divisor(operation, window));
  if (reduce.kind === 'lp') throw new RangeError('held against finite differences instead');
  const place = extremePlace(reduce, values);
  if (reduce.ties === 'first') return values.map((_, index) => (index === place ? 1 : 0));
  const extreme = place < 0 ? Number.NaN : get(values, place);
  const opposite = reduce.kind === 'max' ? -Infinity : Infinity;
  const value = reduce.nan === 'ignore' && Number.isNaN(extreme) ? opposite : extreme;
  const equals = values.filter((other) => other === value).length;
  return values.map((other) => (other === value ? 1 : 0) / equals);
}

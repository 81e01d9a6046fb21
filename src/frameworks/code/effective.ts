import type { Operation } from '../../pooling/index.ts';
import type { Candidate } from './candidate.ts';

/** What a layer computes together with the steps around it; null where they don't go together. */
export function effectiveOperation(inner: Operation, candidate: Candidate): Operation | null {
  if (inner.kind !== 'pool') return inner;
  const { pad, flatten, absolute, divide } = candidate;
  let operation = inner;
  if (pad) {
    const { window } = operation;
    if (window.kind !== 'local' || window.padding.kind !== 'explicit') return null;
    const padding = {
      kind: 'explicit',
      begin: window.padding.begin.map((cells, axis) => cells + (pad.begin[axis] ?? 0)),
      end: window.padding.end.map((cells, axis) => cells + (pad.end[axis] ?? 0)),
    } as const;
    const divisor = window.divisor.kind === 'fixed' ? window.divisor : ({ kind: 'padded' } as const);
    operation = { ...operation, window: { ...window, padding, divisor } };
  }
  if (flatten) {
    const { window } = operation;
    const one = window.kind === 'adaptive' && window.outputSize.every((size) => size === 1);
    if (window.kind !== 'global' && !one) return null;
    operation = { ...operation, window: { kind: 'global', keepdims: false } };
  }
  if (absolute) {
    if (operation.reduce.kind !== 'lp') return null;
    operation = { ...operation, reduce: { ...operation.reduce, sign: 'absolute' } };
  }
  if (divide !== undefined) {
    const { window } = operation;
    if (window.kind !== 'local' || window.divisor.kind !== 'fixed') return null;
    operation = {
      ...operation,
      window: { ...window, divisor: { kind: 'fixed', value: window.divisor.value * divide } },
    };
  }
  return operation;
}

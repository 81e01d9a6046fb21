import type { PoolOperation } from '../operation.ts';
import { cellCount, type Patch } from '../window/slide.ts';

/** What an average over one window divides by. Only a local window can count padding or fix the divisor. */
export function divisorOf(operation: PoolOperation, patch: Readonly<Patch>): number {
  const { window } = operation;
  if (window.kind !== 'local' || window.divisor.kind === 'real') return cellCount(patch);
  return window.divisor.kind === 'fixed' ? window.divisor.value : patch.counted;
}

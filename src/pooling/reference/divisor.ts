import type { Divisor, PoolOperation } from '../operation.ts';
import { cellCount, type Patch } from '../window/slide.ts';

const real: Divisor = { kind: 'real' };

/** What an operation's averages divide by. Only a local window can count padding or fix the divisor. */
export function divisorOf({ window }: PoolOperation): Divisor {
  return window.kind === 'local' ? window.divisor : real;
}

/** What the average over one window divides by. */
export function divisorIn(patch: Readonly<Patch>, divisor: Divisor): number {
  switch (divisor.kind) {
    case 'real':
      return cellCount(patch);
    case 'padded':
      return patch.counted;
    case 'fixed':
      return divisor.value;
  }
}

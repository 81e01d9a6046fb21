import type { Machine } from './machine.ts';

/** What the kernels pool. */
export type Numbers = Float32Array | Uint8Array;

/** Brings `count` numbers of an input into the machine, as floats. */
export function bring(machine: Machine, input: Numbers, start: number, count: number, address: number): void {
  if (input instanceof Float32Array) {
    machine.floats.set(input.subarray(start, start + count), address / 4);
    return;
  }
  const bytes = address + 3 * count;
  machine.bytes.set(input.subarray(start, start + count), bytes);
  machine.widen(bytes, address, count);
}

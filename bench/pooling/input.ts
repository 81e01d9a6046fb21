import type { Numbers } from './contestant.ts';
import type { Workload } from './workload.ts';

/** Random numbers of the workload's shape: floats from -1 to 1, or bytes. They are the same in every run. */
export function randomInput({ shape, type }: Workload): Numbers {
  const count = shape.reduce((product, length) => product * length, 1);
  const random = randomFrom(count);
  return type === 'uint8'
    ? Uint8Array.from({ length: count }, () => random() >>> 24)
    : Float32Array.from({ length: count }, () => random() / 2 ** 31 - 1);
}

/** 32 random bits at a time (xorshift). */
function randomFrom(seed: number): () => number {
  let state = seed | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}

/** `values` of a shape read as batch × a × b, turned into batch × b × a. */
export function swapped(values: Float32Array, batches: number, a: number, b: number): Float32Array {
  const turned = new Float32Array(values.length);
  for (let batch = 0; batch < batches; batch++) {
    const base = batch * a * b;
    for (let i = 0; i < a; i++) {
      for (let j = 0; j < b; j++) turned[base + j * a + i] = values[base + i * b + j] ?? 0;
    }
  }
  return turned;
}

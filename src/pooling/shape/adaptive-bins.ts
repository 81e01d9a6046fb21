/** First cell of adaptive bin `index` out of `output` bins over `input` cells: floor(i n / o). */
export function binStart(index: number, input: number, output: number): number {
  return Math.floor((index * input) / output);
}

/** One past the last cell of that bin: ceil((i+1) n / o). Neighbouring bins overlap unless o divides n. */
export function binEnd(index: number, input: number, output: number): number {
  return Math.ceil(((index + 1) * input) / output);
}

/** All bins as [start, end) (PyTorch AdaptivePooling.h; Keras' adaptive layers use the same rule). */
export function adaptiveBins(input: number, output: number): (readonly [number, number])[] {
  return Array.from(
    { length: output },
    (_, index) => [binStart(index, input, output), binEnd(index, input, output)] as const,
  );
}

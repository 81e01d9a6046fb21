import { receptiveField } from '../../pooling/index.ts';

const convolution = (size: number) => ({ name: 'conv', kernel: size, stride: 1 });
const pooling = { name: 'pool', kernel: 2, stride: 2 };
const chain = [convolution(3), pooling, convolution(3)];

/** A small chain step by step: what one cell sees, and how far apart neighbouring cells look. */
export function receptiveFieldFacts() {
  const fields = receptiveField(
    chain.map(({ kernel, stride }) => ({
      kind: 'window',
      kernel: [kernel],
      stride: [stride],
      dilation: [1],
      begin: [0],
    })),
    1,
  );
  return {
    start: { size: 1, jump: 1 },
    steps: chain.map((layer, at) => ({ ...layer, field: fields[at]?.[0] ?? null })),
  };
}

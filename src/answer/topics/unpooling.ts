import { tensor, useOnNumbers } from './use.ts';

/** Max pooling that remembers where its maxima stood, and the way back. */
export function unpoolingFacts() {
  const input = tensor([1, 1, 4, 4], [1, 2, 6, 3, 3, 5, 2, 1, 1, 2, 2, 1, 7, 3, 4, 8]);
  const pooled = useOnNumbers('torch', 'MaxPool2d', { kernel_size: 2, return_indices: true }, { input });
  const unpooled = useOnNumbers(
    'torch',
    'MaxUnpool2d',
    { kernel_size: 2 },
    { input: tensor([1, 1, 2, 2], pooled.values), indices: tensor([1, 1, 2, 2], pooled.indices ?? []) },
  );
  return { pooled, unpooled, sizes: [4, 5], both: 2 };
}

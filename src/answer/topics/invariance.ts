import { tensor, useOnNumbers } from './use.ts';

/** One peak that moves by a cell: inside its window nothing changes, across the edge the output moves. */
export function invarianceFacts() {
  const pooled = (numbers: readonly number[]) =>
    useOnNumbers('keras', 'MaxPooling1D', { pool_size: 2 }, { input: tensor([1, 6, 1], numbers) });
  return {
    peak: 9,
    before: pooled([0, 0, 9, 0, 0, 0]),
    inside: pooled([0, 0, 0, 9, 0, 0]),
    across: pooled([0, 0, 0, 0, 9, 0]),
    stride: 2,
  };
}

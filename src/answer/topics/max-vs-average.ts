import { tensor, useOnNumbers } from './use.ts';

/** A thin bright line on a dark ground, and the same map with one noisy cell. */
export function maxVsAverageFacts() {
  const line = { input: tensor([1, 4, 4, 1], [0, 8, 0, 0, 0, 8, 0, 0, 0, 8, 0, 0, 0, 8, 0, 0]) };
  return {
    bright: 8,
    max: useOnNumbers('keras', 'MaxPooling2D', { pool_size: 2 }, line),
    average: useOnNumbers('keras', 'AveragePooling2D', { pool_size: 2 }, line),
    cells: 4,
  };
}

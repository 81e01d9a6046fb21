import { tensor, useOnNumbers } from './use.ts';

/** Two equal maxima in one window. */
export function tiesFacts() {
  const numbers = [5, 2, 5, 1];
  const last = { input: tensor([1, 2, 2, 1], numbers), upstream: tensor([1, 1, 1, 1], [1]) };
  const first = { input: tensor([1, 1, 2, 2], numbers), upstream: tensor([1, 1, 1, 1], [1]) };
  const global = { input: tensor([1, 2, 2, 1], numbers), upstream: tensor([1, 1], [1]) };
  return {
    tied: 5,
    torch: useOnNumbers('torch', 'MaxPool2d', { kernel_size: 2, return_indices: true }, first),
    keras: useOnNumbers('keras', 'MaxPooling2D', { pool_size: 2 }, last),
    globalMax: useOnNumbers('keras', 'GlobalMaxPooling2D', {}, global),
  };
}

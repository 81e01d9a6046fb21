import { tensor, useOnNumbers } from './use.ts';

/** One NaN in one window of each kind of pooling. */
export function nanValuesFacts() {
  const numbers = [1, Number.NaN, 3, 4];
  const last = { input: tensor([1, 4, 1], numbers) };
  const first = { input: tensor([1, 1, 4], numbers) };
  const infinite = { input: tensor([1, 1, 4], [1, Number.POSITIVE_INFINITY, 3, 4]) };
  return {
    torchMax: useOnNumbers('torch', 'MaxPool1d', { kernel_size: 2 }, first),
    kerasMax: useOnNumbers('keras', 'MaxPooling1D', { pool_size: 2 }, last),
    kerasGlobalMax: useOnNumbers('keras', 'GlobalMaxPooling1D', {}, last),
    average: useOnNumbers('torch', 'AvgPool1d', { kernel_size: 2 }, first),
    infinity: useOnNumbers('torch', 'AvgPool1d', { kernel_size: 2 }, infinite),
  };
}

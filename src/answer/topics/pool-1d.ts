import { tensor, use, useOnNumbers } from './use.ts';

/** A sequence of steps with features: the steps are pooled. */
export function pool1dFacts() {
  const sequence = [null, 100, 32];
  return {
    steps: 100,
    features: 32,
    local: use('keras', 'MaxPooling1D', { pool_size: 4 }, sequence),
    global: use('keras', 'GlobalMaxPooling1D', {}, sequence),
    torch: use('torch', 'MaxPool1d', { kernel_size: 4 }, [8, 32, 100]),
    numbers: useOnNumbers(
      'keras',
      'MaxPooling1D',
      { pool_size: 2 },
      { input: tensor([1, 4, 1], [3, 1, 4, 2]) },
    ),
  };
}

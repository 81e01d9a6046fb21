import { tensor, useOnNumbers, wouldRefuse } from './use.ts';

/** Negative numbers show what max pooling pads with; zeros in the data show what it would be otherwise. */
export function maxPaddingFacts() {
  const numbers = [-5, -3, -9];
  return {
    padded: useOnNumbers(
      'torch',
      'MaxPool1d',
      { kernel_size: 3, stride: 1, padding: 1 },
      { input: tensor([1, 1, 3], numbers) },
    ),
    withZeros: useOnNumbers(
      'torch',
      'MaxPool1d',
      { kernel_size: 3, stride: 1 },
      { input: tensor([1, 1, 5], [0, ...numbers, 0]) },
    ),
    tooMuch: wouldRefuse('torch', 'MaxPool1d', { kernel_size: 3, padding: 2 }, [1, 1, 9]),
    kernel: 3,
    allowed: 1,
  };
}

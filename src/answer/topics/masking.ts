import { tensor, useOnNumbers } from './use.ts';

/** Four steps of which the last is padding, averaged with and without a mask. */
export function maskingFacts() {
  const input = tensor([1, 4, 1], [2, 4, 6, 100]);
  return {
    masked: useOnNumbers(
      'keras',
      'GlobalAveragePooling1D',
      {},
      { input, mask: tensor([1, 4], [1, 1, 1, 0]) },
    ),
    plain: useOnNumbers('keras', 'GlobalAveragePooling1D', {}, { input }),
    empty: useOnNumbers('keras', 'GlobalAveragePooling1D', {}, { input, mask: tensor([1, 4], [0, 0, 0, 0]) }),
    real: 3,
    realSum: 12,
    steps: 4,
    sum: 112,
  };
}

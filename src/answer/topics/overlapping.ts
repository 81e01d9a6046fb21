import { tensor, use, useOnNumbers } from './use.ts';

/** Windows of three cells at a step of two share a cell with the next one. */
export function overlappingFacts() {
  const steps = tensor([1, 7, 1], [1, 5, 2, 8, 3, 0, 4]);
  return {
    window: 3,
    stride: 2,
    shared: 1,
    overlapping: useOnNumbers('keras', 'MaxPooling1D', { pool_size: 3, strides: 2 }, { input: steps }),
    apart: useOnNumbers('keras', 'MaxPooling1D', { pool_size: 2, strides: 2 }, { input: steps }),
    alexnet: use('torch', 'MaxPool2d', { kernel_size: 3, stride: 2 }, [1, 96, 55, 55]),
  };
}

import type { Subject } from './subject.ts';
import { tensor, useOnNumbers } from './use.ts';

/** One window of four cells and an upstream gradient of 8. */
export function gradientFacts({ height, width }: Subject) {
  const data = { input: tensor([1, 2, 2, 1], [1, 3, 7, 5]), upstream: tensor([1, 1, 1, 1], [8]) };
  const overlapping = { input: tensor([1, 4, 1], [1, 2, 9, 4]), upstream: tensor([1, 3, 1], [1, 1, 1]) };
  return {
    upstream: 8,
    cells: 4,
    average: useOnNumbers('keras', 'AveragePooling2D', { pool_size: 2 }, data),
    max: useOnNumbers('keras', 'MaxPooling2D', { pool_size: 2 }, data),
    overlap: useOnNumbers('keras', 'MaxPooling1D', { pool_size: 2, strides: 1 }, overlapping),
    mapCells: height * width,
    share: Number((100 / (height * width)).toPrecision(3)),
  };
}

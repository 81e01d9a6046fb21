import { tensor, useOnNumbers } from './use.ts';

const relu = (values: readonly number[]) => values.map((value) => Math.max(0, value));

/** ReLU before and after pooling, on one window with a negative cell. */
export function layerOrderFacts() {
  const numbers = [-4, 2, 6, 0];
  const pool = (layer: 'MaxPooling1D' | 'AveragePooling1D', values: readonly number[]) =>
    useOnNumbers('keras', layer, { pool_size: 4 }, { input: tensor([1, 4, 1], values) });
  const max = pool('MaxPooling1D', numbers);
  const average = pool('AveragePooling1D', numbers);
  return {
    numbers,
    rectified: relu(numbers),
    maxFirst: relu(max.values),
    reluFirstMax: pool('MaxPooling1D', relu(numbers)).values,
    averageFirst: relu(average.values),
    reluFirstAverage: pool('AveragePooling1D', relu(numbers)).values,
    saved: 4,
  };
}

import type { Subject } from './subject.ts';
import { tensor, use, useOnNumbers } from './use.ts';

/** valid and same on the asker's map and on five numbers. */
export function paddingModesFacts({ height, width, channels }: Subject) {
  const images = [null, height, width, channels];
  const pool = Math.min(2, height, width);
  const steps = tensor([1, 5, 1], [1, 2, 3, 4, 5]);
  return {
    pool,
    valid: use('keras', 'AveragePooling2D', { pool_size: pool, padding: 'valid' }, images),
    same: use('keras', 'AveragePooling2D', { pool_size: pool, padding: 'same' }, images),
    sameByOne: use('keras', 'AveragePooling2D', { pool_size: pool, strides: 1, padding: 'same' }, images),
    oneStep: 1,
    validNumbers: useOnNumbers(
      'keras',
      'AveragePooling1D',
      { pool_size: 2, padding: 'valid' },
      { input: steps },
    ),
    sameNumbers: useOnNumbers(
      'keras',
      'AveragePooling1D',
      { pool_size: 2, padding: 'same' },
      { input: steps },
    ),
  };
}

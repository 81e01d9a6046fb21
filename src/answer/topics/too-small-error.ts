import { use, wouldRefuse } from './use.ts';

/** A window of 4 on a map of 3, and the three ways out. */
export function tooSmallErrorFacts() {
  const map = [null, 3, 3, 128];
  return {
    window: 4,
    map: 3,
    refused: wouldRefuse('keras', 'AveragePooling2D', { pool_size: 4 }, map),
    torch: wouldRefuse('torch', 'AvgPool2d', { kernel_size: 4 }, [1, 128, 3, 3]),
    smaller: use('keras', 'AveragePooling2D', { pool_size: 3 }, map),
    same: use('keras', 'AveragePooling2D', { pool_size: 4, padding: 'same' }, map),
    global: use('keras', 'GlobalAveragePooling2D', {}, map),
  };
}

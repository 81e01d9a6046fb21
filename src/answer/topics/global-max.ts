import type { Subject } from './subject.ts';
import { tensor, use, useOnNumbers } from './use.ts';

/** The largest number of each channel against the mean, on a map with one hot cell. */
export function globalMaxFacts({ height, width, channels }: Subject) {
  const hot = { input: tensor([1, 3, 3, 1], [0, 0, 0, 0, 9, 0, 0, 0, 0]) };
  return {
    shape: use('keras', 'GlobalMaxPooling2D', {}, [null, height, width, channels]),
    torch: use('torch', 'AdaptiveMaxPool2d', { output_size: 1 }, [1, channels, height, width]),
    maximum: useOnNumbers('keras', 'GlobalMaxPooling2D', {}, hot),
    mean: useOnNumbers('keras', 'GlobalAveragePooling2D', {}, hot),
    hot: 9,
    cells: 9,
  };
}

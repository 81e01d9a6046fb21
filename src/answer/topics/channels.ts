import type { Subject } from './subject.ts';
import { tensor, use, useOnNumbers } from './use.ts';

/** Two channels side by side: each is pooled on its own. */
export function channelsFacts({ height, width, channels }: Subject) {
  const two = tensor([1, 2, 2, 2], [1, 10, 2, 20, 3, 30, 4, 40]);
  return {
    channels,
    map: use('keras', 'MaxPooling2D', { pool_size: Math.min(2, height, width) }, [
      null,
      height,
      width,
      channels,
    ]),
    two: useOnNumbers('keras', 'MaxPooling2D', { pool_size: 2 }, { input: two }),
    firstChannel: [1, 2, 3, 4],
    secondChannel: [10, 20, 30, 40],
  };
}

import type { Subject } from './subject.ts';
import { tensor, use, useOnNumbers } from './use.ts';

/** One window at a time against one window for the whole map. */
export function globalVsLocalFacts({ height, width, channels }: Subject) {
  const images = [null, height, width, channels];
  const pool = Math.min(2, height, width);
  const map = tensor(
    [1, 4, 4, 1],
    Array.from({ length: 16 }, (_, cell) => cell + 1),
  );
  return {
    local: use('keras', 'AveragePooling2D', { pool_size: pool }, images),
    global: use('keras', 'GlobalAveragePooling2D', {}, images),
    windowCells: pool * pool,
    mapCells: height * width,
    channels,
    localNumbers: useOnNumbers('keras', 'AveragePooling2D', { pool_size: 2 }, { input: map }),
    globalNumbers: useOnNumbers('keras', 'GlobalAveragePooling2D', {}, { input: map }),
  };
}

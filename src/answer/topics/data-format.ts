import type { Subject } from './subject.ts';
import { use } from './use.ts';

/** One tensor read with the channels last and with the channels first. */
export function dataFormatFacts({ height, width, channels }: Subject) {
  const first = [null, channels, height, width];
  const last = [null, height, width, channels];
  const window = { pool_size: Math.min(2, height, width, channels) };
  return {
    last: use('keras', 'MaxPooling2D', window, last),
    first: use('keras', 'MaxPooling2D', { ...window, data_format: 'channels_first' }, first),
    mistaken: use('keras', 'MaxPooling2D', window, first),
    torch: use('torch', 'MaxPool2d', { kernel_size: window.pool_size }, [1, channels, height, width]),
    globalLast: use('keras', 'GlobalAveragePooling2D', {}, last),
    globalFirst: use('keras', 'GlobalAveragePooling2D', { data_format: 'channels_first' }, first),
  };
}

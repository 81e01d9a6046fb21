import type { Subject } from './subject.ts';
import { use } from './use.ts';

/** The same global layer with and without `keepdims`, in both data formats. */
export function keepdimsFacts({ height, width, channels }: Subject) {
  const last = [null, height, width, channels];
  const first = [null, channels, height, width];
  const gap = (args: { keepdims: boolean; data_format?: string }, shape: readonly (number | null)[]) =>
    use('keras', 'GlobalAveragePooling2D', args, shape);
  return {
    dropped: gap({ keepdims: false }, last),
    kept: gap({ keepdims: true }, last),
    keptFirst: gap({ keepdims: true, data_format: 'channels_first' }, first),
  };
}

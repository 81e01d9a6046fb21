import type { Subject } from './subject.ts';
import { use } from './use.ts';

/** Weights and biases of a Dense layer behind Flatten and behind global average pooling. */
export function gapVsFlattenFacts({ height, width, channels, units }: Subject) {
  const flattened = height * width * channels;
  const flatten = flattened * units + units;
  const global = channels * units + units;
  return {
    map: [height, width, channels],
    units,
    cells: height * width,
    flattened,
    flatten,
    global,
    times: Math.round(flatten / global),
    gap: use('keras', 'GlobalAveragePooling2D', {}, [null, height, width, channels]),
  };
}

import type { Subject } from './subject.ts';
import { use, wouldRefuse } from './use.ts';

/** How many axes each layer takes, and what Keras says to one too few. */
export function ndimErrorFacts({ height, width, channels }: Subject) {
  return {
    twoD: use('keras', 'GlobalAveragePooling2D', {}, [null, height, width, channels]),
    oneD: use('keras', 'GlobalAveragePooling1D', {}, [null, height * width, channels]),
    threeD: use('keras', 'GlobalAveragePooling3D', {}, [null, height, height, width, channels]),
    missingBatch: wouldRefuse('keras', 'MaxPooling2D', {}, [height, width, channels]),
    flat: wouldRefuse('keras', 'GlobalAveragePooling2D', {}, [null, channels]),
    axes: { flat: 2, oneD: 3, twoD: 4, threeD: 5 },
    withoutBatch: [height, width, channels],
    withBatch: [1, height, width, channels],
  };
}

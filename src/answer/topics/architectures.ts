import { use } from './use.ts';

/** The pooling layers of DenseNet121 on 224 × 224 images, each computed on the map that reaches it. */
export function architecturesFacts() {
  const transition = { pool_size: 2, strides: 2 };
  return {
    stem: use('keras', 'MaxPooling2D', { pool_size: 3, strides: 2 }, [null, 114, 114, 64]),
    first: use('keras', 'AveragePooling2D', transition, [null, 56, 56, 128]),
    second: use('keras', 'AveragePooling2D', transition, [null, 28, 28, 256]),
    third: use('keras', 'AveragePooling2D', transition, [null, 14, 14, 512]),
    head: use('keras', 'GlobalAveragePooling2D', {}, [null, 7, 7, 1024]),
    vgg: use('keras', 'MaxPooling2D', { pool_size: 2, strides: 2 }, [null, 14, 14, 512]),
    vggFlattened: 7 * 7 * 512,
    resnetStem: use('keras', 'MaxPooling2D', { pool_size: 3, strides: 2 }, [null, 114, 114, 64]),
    resnetHead: use('keras', 'GlobalAveragePooling2D', {}, [null, 7, 7, 2048]),
  };
}

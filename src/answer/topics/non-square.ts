import { use } from './use.ts';

/** Height and width are computed each on its own. */
export function nonSquareFacts() {
  return {
    image: use('keras', 'MaxPooling2D', { pool_size: 2 }, [null, 30, 45, 8]),
    window: use('keras', 'AveragePooling2D', { pool_size: [1, 3] }, [null, 30, 45, 8]),
    torch: use('torch', 'AvgPool2d', { kernel_size: [3, 5], stride: [1, 2] }, [1, 8, 30, 45]),
    global: use('keras', 'GlobalAveragePooling2D', {}, [null, 30, 45, 8]),
  };
}

import type { PoolOperation, Tensor } from '../../pooling/index.ts';

/** One channel through a layer as bare maps: no axes but the spatial ones. */
export interface PooledPlane {
  /** As its framework writes it: "AveragePooling2D(pool_size=2)". */
  readonly layer: string;
  readonly operation: PoolOperation;
  readonly input: Tensor;
  readonly output: Tensor;
}

export type { AxisStep, Derivation } from './derivation.ts';
export type {
  Axes,
  Dimension,
  Divisor,
  IndexRule,
  Layout,
  LocalWindow,
  Operation,
  Padding,
  PoolOperation,
  Reduce,
  Rounding,
  Shape,
  SpatialRank,
  UnpoolOperation,
  Window,
} from './operation.ts';
export type { Tensor } from './tensor.ts';

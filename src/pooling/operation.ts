/**
 * The canonical form that every framework's pooling layer maps onto. Frameworks differ in names, defaults and
 * refusals (src/frameworks); what is left after that difference is an Operation, and an Operation is always valid.
 */

/** One axis' length; `null` is an open dimension (Keras' `None`) and stays open through every rule. */
export type Dimension = number | null;
export type Shape = readonly Dimension[];

export type Layout = 'channels_last' | 'channels_first';
export type SpatialRank = 1 | 2 | 3;

/**
 * How a shape is read: `lead` axes (batch, none, or several) in front, then channels and `rank` spatial axes in the
 * order of the layout. `channels: false` is a bare map with nothing but spatial axes after the lead.
 */
export interface Axes {
  readonly rank: SpatialRank;
  readonly layout: Layout;
  readonly lead: number;
  readonly channels: boolean;
}

/** How the cells of one window become one number. */
export type Reduce =
  | {
      readonly kind: 'max' | 'min';
      /** PyTorch and JAX let NaN win; TensorFlow's CPU pooling drops it. */
      readonly nan: 'propagate' | 'ignore';
      /** Who gets the gradient among equal extremes: the first in row-major order, or all of them evenly. */
      readonly ties: 'first' | 'split';
    }
  | {
      readonly kind: 'average' /** PyTorch's int64 average drops the fraction. */;
      readonly truncate: boolean;
    }
  | {
      readonly kind: 'lp';
      readonly norm: number;
      /** PyTorch raises the raw value to the power, ONNX its absolute value. */
      readonly sign: 'raw' | 'absolute';
      /** PyTorch scales a window clipped by `ceil_mode` up as if it were whole. */
      readonly clipped: 'as-is' | 'rescaled';
    };

/** What an average divides by. `padded`: real and padded cells, but none past the padding (PyTorch, ONNX, Caffe). */
export type Divisor =
  | { readonly kind: 'real' }
  | { readonly kind: 'padded' }
  | { readonly kind: 'fixed'; readonly value: number };

/** `same` makes the size ceil(n/s); the odd padding cell goes to the end (`upper`) or the beginning (`lower`). */
export type Padding =
  | { readonly kind: 'explicit'; readonly begin: readonly number[]; readonly end: readonly number[] }
  | { readonly kind: 'same'; readonly odd: 'upper' | 'lower' };

/**
 * `ceil` drops a last window that would start past the input and its front padding (PyTorch, ONNX); `caffe` does so
 * only when there is padding.
 */
export type Rounding = 'floor' | 'ceil' | 'caffe';

/** All per-axis lists hold one entry per spatial axis. */
export interface LocalWindow {
  readonly kind: 'local';
  readonly kernel: readonly number[];
  readonly stride: readonly number[];
  readonly dilation: readonly number[];
  readonly padding: Padding;
  readonly rounding: Rounding;
  readonly divisor: Divisor;
}

/** Given outright, as the share that is kept (PyTorch `output_ratio`), or as the factor it shrinks by (TensorFlow). */
export type FractionalSize =
  | { readonly kind: 'size'; readonly size: readonly number[] }
  | { readonly kind: 'ratio'; readonly ratio: readonly number[] }
  | { readonly kind: 'factor'; readonly factor: readonly number[] };

export type Window =
  | LocalWindow
  | { readonly kind: 'global'; readonly keepdims: boolean }
  | {
      readonly kind: 'adaptive' /** `null` keeps that axis as it is. */;
      readonly outputSize: readonly Dimension[];
    }
  | {
      readonly kind: 'fractional';
      readonly kernel: readonly number[];
      readonly outputSize: FractionalSize;
    };

/** Where an index counts from: its channel plane (PyTorch), the whole tensor (ONNX), or y,x,channel (TensorFlow). */
export interface IndexRule {
  readonly base: 'plane' | 'tensor' | 'image-with-channels' | 'batch-with-channels';
  readonly order: 'row-major' | 'column-major';
}

export interface PoolOperation {
  readonly kind: 'pool';
  readonly axes: Axes;
  readonly reduce: Reduce;
  readonly window: Window;
  readonly indices: IndexRule;
}

export interface UnpoolOperation {
  readonly kind: 'unpool';
  readonly axes: Axes;
  readonly kernel: readonly number[];
  readonly stride: readonly number[];
  readonly begin: readonly number[];
  readonly end: readonly number[];
  /** Spatial sizes given at the call; otherwise (n-1)s - begin - end + k. */
  readonly outputSize: readonly number[] | null;
  readonly indices: IndexRule;
}

export type Operation = PoolOperation | UnpoolOperation;

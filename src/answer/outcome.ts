import type { Configuration, Refusal } from '../frameworks/index.ts';
import type { Derivation, Operation, PoolOperation, Shape, Tensor } from '../pooling/index.ts';
import type { Application, FittedInput } from '../question/index.ts';

/** A shape in the asker's own form, and the same with every axis that the layer itself has. */
export interface OutputShape {
  readonly own: Shape;
  readonly full: Shape;
}

/** One layer on one input, computed. */
export interface Result {
  readonly kind: 'result';
  readonly application: Application;
  readonly configuration: Configuration;
  readonly input: FittedInput;
  /** With its axes fitted to the input. */
  readonly operation: Operation;
  /** Over the layer's own axes, batch and channels included. */
  readonly derivation: Derivation;
  readonly output: OutputShape;
  /** Flat, row-major; null for a bare shape. */
  readonly values: Tensor['data'] | null;
  readonly indices: readonly number[] | null;
  readonly gradient: Tensor['data'] | null;
}

/** One layer that its framework does not take, or not on this input. */
export interface Refused {
  readonly kind: 'refused';
  readonly application: Application;
  readonly refusal: Refusal;
}

/** One layer without an input: its settings can be explained, no shape stated. */
export interface Open {
  readonly kind: 'open';
  readonly application: Application;
  readonly configuration: Configuration;
}

export type Outcome = Result | Refused | Open;

/** One channel worked through with numbers that are easy to follow: 1, 2, 3 … row by row. */
export interface Example {
  readonly input: Tensor;
  readonly output: Tensor;
  /** On a bare map: spatial axes only. */
  readonly operation: PoolOperation;
}

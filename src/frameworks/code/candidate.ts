import type { Layout, Operation } from '../../pooling/index.ts';
import type { FrameworkId, GivenArguments } from '../framework.ts';
import type { Sizes } from './normal.ts';

/** Padding that its own layer adds in front of the pooling. */
export interface PadStep {
  readonly begin: readonly number[];
  readonly end: readonly number[];
  readonly value: '-inf' | 'inf' | '0';
}

/** One way to write an operation that may be exact; `toCode` checks it before it is used. */
export interface Candidate {
  /** The layer's name in the framework's table, null for code that needs none (`tf.reduce_mean`). */
  readonly layer: string | null;
  readonly given: GivenArguments;
  readonly applied?: GivenArguments;
  readonly pad?: PadStep;
  /** The framework keeps the pooled axes; they are dropped afterwards. */
  readonly flatten?: true;
  /** The layer is applied to the absolute value. */
  readonly absolute?: true;
  /** The sum that comes out is divided by this. */
  readonly divide?: number;
  /** Only without a layer: what the code computes. */
  readonly operation?: Operation;
}

/** What a framework's writer is asked. */
export interface Task {
  readonly operation: Operation;
  readonly sizes: Sizes;
  readonly layout: Layout;
}

export interface Writer {
  readonly framework: FrameworkId;
  /** The layouts that its layers take, its usual one first. */
  readonly layouts: readonly [Layout, ...Layout[]];
  /** Simplest first. */
  readonly candidates: (task: Task) => readonly Candidate[];
  readonly render: (candidate: Candidate, task: Task) => string;
  /** Why there is no exact code. */
  readonly reason: (task: Task) => string;
}

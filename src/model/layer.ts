import type { GivenArguments, PythonValue } from '../frameworks/index.ts';
import type { ReceptiveStep, Shape, SpatialRank } from '../pooling/index.ts';
import type { Problem } from './problem.ts';

/** The frameworks whose other layers have rules here. */
export type ModelFramework = 'keras' | 'torch' | 'caffe';

/** Weights of a layer; null while the shapes that decide it are open. */
export interface ParameterCount {
  readonly trainable: number | null;
  readonly nonTrainable: number | null;
}

/**
 * How one output cell looks back: `point` sees the cell in its own place, a step sees a window or everything, and
 * after `lost` there are no places left to speak of.
 */
export type Reach = ReceptiveStep | { readonly kind: 'point' } | { readonly kind: 'lost' };

/** What a layer makes of its inputs. */
export interface Effect {
  readonly ok: true;
  readonly output: Shape;
  /** What comes out beside it: the other pieces of a `split`, the weights of an attention. */
  readonly beside?: readonly Shape[];
  readonly parameters: ParameterCount;
  readonly reach: Reach;
  /** Set where the framework runs it and it is a mistake all the same. */
  readonly warning: string | null;
}

/** An effect together with the arguments it was worked out from. */
export interface AppliedLayer extends Effect {
  /** Every argument with its value, in the documented order. */
  readonly args: Readonly<Record<string, PythonValue>>;
}

/** At least one; layers that merge take several. */
export type Inputs = readonly [Shape, ...Shape[]];

/** A layer that does not pool, as its framework documents it. */
export interface ModelLayer {
  readonly framework: ModelFramework;
  readonly name: string;
  readonly aliases: readonly string[];
  /** How many axes it slides over; null where any shape goes. */
  readonly rank: SpatialRank | null;
  /** Whether it pools where it sees everything, as a mean over the height and width does. */
  readonly pools: boolean;
  readonly documentation: string;
  /**
   * Output shape and weights on these inputs, every axis included. Open dimensions stay open. Refused as the framework
   * does.
   */
  readonly apply: (given: GivenArguments, inputs: Inputs) => AppliedLayer | Problem;
}

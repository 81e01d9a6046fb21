import type { Operation, Shape, SpatialRank } from '../pooling/index.ts';
import type { BindingFault } from './binding/bind.ts';
import type { FrameworkError } from './binding/python-errors.ts';
import type {
  CallContext,
  Configuration,
  GivenArguments,
  Inferred,
  Layer,
  LayerData,
  Refusal,
  Stage,
} from './framework.ts';
import type { PythonValue } from './python.ts';

/** A layer's arguments, bound to its parameters. */
export interface Call {
  readonly layer: Layer;
  readonly values: Readonly<Record<string, PythonValue>>;
  /** What the built layer is called with; empty for most. */
  readonly applied: Readonly<Record<string, PythonValue>>;
  /** Names of the parameters that were left out. */
  readonly defaulted: readonly string[];
  /** The layer's own rank, or the input's for functions that take any; null while that is unknown. */
  readonly rank: SpatialRank | null;
  readonly context: CallContext;
}

/** Arguments after the framework's checks, with every default worked out. */
export interface Resolved {
  readonly ok: true;
  readonly args: Readonly<Record<string, PythonValue>>;
  readonly operation: Operation;
}

interface OpenKeywords {
  readonly known: ReadonlySet<string>;
  readonly error: (layer: Layer, unknown: GivenArguments) => FrameworkError;
}

/** What a framework makes of one kind of layer; the tables of layers point here. */
export interface Rules {
  /** Its words for arguments that don't bind; `stage` tells the constructor from the call on data. */
  readonly bindingError: (layer: Layer, fault: BindingFault, stage: Stage) => FrameworkError;
  /** Keywords beyond the parameters: none, or those that `**kwargs` knows. */
  readonly keywords: 'strict' | OpenKeywords;
  readonly resolve: (call: Call) => Resolved | Refusal;
  readonly infer: (configuration: Configuration, shape: Shape, context: CallContext) => Inferred | Refusal;
  /** What is refused only with data in hand, element types first of all; null lets it run. */
  readonly admit: (
    configuration: Configuration,
    inferred: Inferred,
    data: LayerData,
    context: CallContext,
  ) => Refusal | null;
  readonly returnsIndices: (configuration: Configuration, context: CallContext) => boolean;
}

export interface Definition {
  readonly layer: Layer;
  readonly rules: Rules;
}

/** The same call again once the input's rank is known, for functions that take any. */
export function withRank(configuration: Configuration, rank: SpatialRank, context: CallContext): Call {
  const { layer, args, applied, defaulted } = configuration;
  return { layer, values: args, applied, defaulted, rank, context };
}

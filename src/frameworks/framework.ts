import type { Derivation, Operation, Tensor } from '../pooling/index.ts';
import type { Argument, PythonValue } from './python.ts';

export const frameworkIds = ['keras', 'tensorflow', 'torch', 'onnx', 'flax', 'jax', 'mlx', 'caffe'] as const;
export type FrameworkId = (typeof frameworkIds)[number];

/** How a layer is written: a class that is built and then called, a function, or a graph operator. */
type LayerForm = 'class' | 'function' | 'operator';

/** One argument of a layer, in the framework's own spelling; the order of the list is the positional order. */
export interface Parameter {
  readonly name: string;
  /** Absent when the argument is required. */
  readonly fallback?: PythonValue;
  /** Stands for data (`input`, `indices`): it may be left out where the data comes from elsewhere. */
  readonly tensor?: true;
  /** Taken by name only. */
  readonly keywordOnly?: true;
  /** Takes names as its values (`lax.max`, `P.Pooling.AVE`), which need no evaluation. */
  readonly symbol?: true;
  /** A stride that is 1 when left out, where other frameworks take the window. */
  readonly oneByDefault?: true;
  /** ONNX: the first opset whose operator has it, where that is not the operator's first. */
  readonly since?: number;
  /** Changes nothing that is computed here (`name`, `trainable`), so any value passes. */
  readonly inert?: true;
  /** Other spellings that releases of the framework took, with the release ("Keras 1: border_mode"). */
  readonly formerly?: readonly string[];
  /** What advice writes for it; 2 when absent, which fits most. */
  readonly example?: PythonValue;
  readonly summary: string;
}

/** A difference between releases that may matter to whoever asks. */
export interface VersionNote {
  readonly versions: string;
  readonly text: string;
  /** What a question that touches it has in it, letter by letter; absent where nothing tells. */
  readonly cues?: readonly string[];
}

/** One pooling layer as a framework documents it. */
export interface Layer {
  readonly framework: FrameworkId;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly form: LayerForm;
  readonly rank: 1 | 2 | 3 | null;
  readonly family: LayerFamily;
  readonly parameters: readonly Parameter[];
  /** What the built layer takes when it is called on data, in order: `nn.MaxUnpool2d(2)(input, indices)`. */
  readonly callParameters: readonly Parameter[];
  readonly documentation: string;
  readonly notes: readonly VersionNote[];
}

/** What a layer does, whatever the framework calls it; `/convert` and plain English find layers by it. */
export interface LayerFamily {
  readonly reduce: 'max' | 'min' | 'average' | 'lp' | 'sum';
  readonly window: 'local' | 'global' | 'adaptive' | 'fractional' | 'unpool';
}

/** Where a framework refuses: building the layer, working out the shape, or running it. */
export type Stage = 'constructor' | 'shape' | 'call';

export type RefusalCode =
  | 'missing-argument'
  | 'unexpected-argument'
  | 'duplicate-argument'
  | 'too-many-arguments'
  | 'misplaced-argument'
  | 'conflicting-arguments'
  | 'unknown-value'
  | 'bad-type'
  | 'bad-length'
  | 'bad-choice'
  | 'out-of-range'
  | 'unsupported'
  | 'bad-dtype'
  | 'wrong-rank'
  | 'empty-axis'
  | 'window-too-large'
  | 'padding-too-large'
  | 'output-size'
  | 'bad-mask'
  | 'bad-indices'
  | 'bad-upstream'
  | 'bad-samples'
  | 'too-many-elements';

/** A configuration that its framework does not take. */
export interface Refusal {
  readonly ok: false;
  /** Stable and machine-readable. */
  readonly code: RefusalCode;
  readonly stage: Stage;
  /** The framework's own words and exception class, null where it has none of its own (it crashes or is silent). */
  readonly message: string | null;
  readonly exception: string | null;
  /** One or two sentences of ours: what is wrong, with the asker's numbers, and a way out that works. */
  readonly advice: string;
}

/** A layer with its arguments checked and resolved. */
export interface Configuration {
  readonly ok: true;
  readonly layer: Layer;
  /** Every parameter with its resolved value (strides=None is already the pool size), in the documented order. */
  readonly args: Readonly<Record<string, PythonValue>>;
  /** The arguments of the call on data, for layers that take more than data there. */
  readonly applied: Readonly<Record<string, PythonValue>>;
  /** Names of the parameters that were left out and took the framework's default. */
  readonly defaulted: readonly string[];
  /** The operation for a batched input with channels; `infer` and `run` fit its axes to the actual input. */
  readonly operation: Operation;
}

/** A configuration on one shape. */
export interface Inferred {
  readonly ok: true;
  /** With its axes fitted to the shape. */
  readonly operation: Operation;
  readonly derivation: Derivation;
}

/** What a layer is run on; a mask's non-zero cells are kept, `upstream` asks for the gradient too. */
export interface LayerData {
  readonly input: Tensor;
  readonly mask?: Tensor;
  readonly indices?: Tensor;
  readonly upstream?: Tensor;
}

export interface Computed extends Inferred {
  readonly output: Tensor;
  /** Flat, row-major, where the layer returns them. */
  readonly indices: readonly number[] | null;
  /** For the input, where an upstream gradient was given. */
  readonly gradient: Tensor | null;
}

/** The arguments of a call as they were written. */
export type GivenArguments = readonly Argument[];

/** What a layer is called with besides its arguments. */
export interface CallContext {
  /** The arguments of the second call, as in `nn.MaxUnpool2d(2)(x, indices, output_size=(5, 5))`. */
  readonly applied?: GivenArguments;
  readonly dtype?: Dtype;
  readonly opset?: number;
  /** Asks for the positions of the maxima where the framework has them but does not return them unasked. */
  readonly wantIndices?: boolean;
  /** Fractional pooling's random samples in [0, 1), per batch and channel and axis. */
  readonly samples?: readonly number[];
}

export const dtypes = [
  'float16',
  'bfloat16',
  'float32',
  'float64',
  'int8',
  'uint8',
  'int16',
  'int32',
  'int64',
  'bool',
] as const;
export type Dtype = (typeof dtypes)[number];

import type { FrameworkId, GivenArguments, PythonValue } from '../../frameworks/index.ts';
import type { Derivation, Shape } from '../../pooling/index.ts';
import type { ParameterCount, Reach } from '../layer.ts';
import type { Problem } from '../problem.ts';

/** One layer of a model, in the framework's own name. */
export interface Step {
  readonly name: string;
  readonly given: GivenArguments;
  /** The arguments of the second call, as in `nn.MaxUnpool2d(2)(x, indices)`. */
  readonly applied?: GivenArguments;
  /** The layer that a wrapper is built around, as in `Bidirectional(LSTM(64))`. */
  readonly wraps?: Step;
  /** The same for all uses of one layer that is built once: its weights count once. */
  readonly instance?: string;
  /** Set where this is no layer but a place that can't be followed, `name` being what stands there. */
  readonly obstacle?: Obstacle;
}

/** A layer of a model with branches. */
export interface GraphNode extends Step {
  readonly id: string;
  /** Ids of inputs and of layers in front of this one, in the order the layer takes them. */
  readonly inputs: readonly string[];
  /** The part of the network that it belongs to. */
  readonly stage?: string;
  /** Set where nothing says what it takes: it is what stands in front of it. */
  readonly assumed?: boolean;
  /** What a table states of the layer, whose arguments nobody knows. */
  readonly stated?: { readonly output: Shape; readonly parameters: number };
  /** Arguments that are the length of an axis of a tensor, by their places in `given`. */
  readonly sizes?: readonly MeasuredArgument[];
}

/** What a model's code leaves open where it stands. */
export type Obstacle = 'condition' | 'loop' | 'recursion' | 'missing';

/** The id of the node that gives a result, `12` of `12[1]`. */
export const nodeOf = (id: string): string => id.replace(/\[[^\]]*\]$/, '');

/** The id of one of several results of a node; the first has the id of the node itself. */
export const resultId = (id: string, at: number): string => (at === 0 ? id : `${id}[${at}]`);

/** `x.size(1)`, `c * h * w` or `x.size()[2:]` as argument number `at`; `of` is the id of what gives x. */
export interface MeasuredArgument {
  readonly at: number;
  readonly measure:
    | MeasuredProduct
    | MeasuredSlice
    | { readonly kind: 'tuple'; readonly items: readonly MeasuredProduct[] };
}

export interface MeasuredProduct {
  readonly kind: 'product';
  readonly factors: readonly { readonly of: string; readonly axis: number }[];
  readonly times: number;
}

interface MeasuredSlice {
  readonly kind: 'slice';
  readonly of: string;
  readonly from: number;
  readonly to: number | null;
}

/** A layer with what goes in and what comes out. */
export interface AppliedStep {
  /** As the framework spells it, or as written where no framework knows it. */
  readonly name: string;
  readonly framework: FrameworkId | null;
  readonly pooling: boolean;
  /** Its page in the framework's documentation; null for an unknown layer. */
  readonly documentation: string | null;
  /** Every argument with its value; those that were given where they don't bind. */
  readonly args: Readonly<Record<string, PythonValue>>;
  /** Several for a layer that merges. */
  readonly inputs: readonly Shape[];
  /** Null where it fails. */
  readonly output: Shape | null;
  /** The results beside the first; absent where there is one. */
  readonly beside?: readonly Shape[];
  readonly parameters: ParameterCount | null;
  /** How a pooling layer's sizes come about. */
  readonly derivation: Derivation | null;
  readonly reach: Reach | null;
  /** Set where the framework runs it and it is a mistake all the same. */
  readonly warning: string | null;
  readonly problem: Problem | null;
}

/** The same in its place in a model. */
export interface TracedLayer extends AppliedStep {
  readonly id: string;
  /** Where its inputs come from; `inputs` are their shapes. */
  readonly inputIds: readonly string[];
  readonly stage: string | null;
}

/** How the asker's shape became the one that the layers take. */
export interface InputForm {
  /** With every axis; null where nothing says what goes in. */
  readonly shape: Shape | null;
  readonly batchAdded: boolean;
  /** Only height and width were given. */
  readonly channelsAdded: boolean;
}

/** A model's layers, as far as they go. */
export interface Trace {
  /** Of the first input. */
  readonly form: InputForm;
  /** Every input by its id. */
  readonly forms: Readonly<Record<string, InputForm>>;
  /** In order; the first that fails is the last. */
  readonly layers: readonly TracedLayer[];
  /** How many layers stand behind the one that fails. */
  readonly unreached: number;
  /** Of the last layer; null where one fails. */
  readonly output: Shape | null;
  /** Over the layers that were reached; null where open sizes decide it. */
  readonly parameters: ParameterCount;
}

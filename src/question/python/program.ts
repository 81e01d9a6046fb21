import type { Argument, Dtype } from '../../frameworks/index.ts';
import type { Shape } from '../../pooling/index.ts';
import type { Span } from '../question.ts';
import type { CodeProblem } from './problem.ts';

/** An array written in code or text. All spans are positions in the text that was read. */
export interface CodeArray {
  /** The variable it is bound to (`x`, `self.data`), null where it stands by itself. */
  readonly name: string | null;
  readonly shape: readonly number[];
  /** Flat, row-major; null where only the shape is known: random numbers, an unknown part, too many elements. */
  readonly values: Float64Array | null;
  readonly dtype: Dtype;
  /** False for a bare list and where the dtype is the library's default for such numbers. */
  readonly dtypeWritten: boolean;
  /** `list`: brackets only; `array`: made by a library call. */
  readonly notation: 'list' | 'array';
  readonly span: Span;
}

/** A shape written as such. */
export interface CodeShape {
  readonly shape: Shape;
  /** What it was written in, lower case: `input_shape`, `input`, `batch_shape`, `size`, `comparison`, `build`, … */
  readonly written: string;
  /** Whether the batch axis is among the axes; null where the notation doesn't say. */
  readonly batched: boolean | null;
  /** What has this shape, as written: `x` in `x.shape == (1, 3, 8, 8)`. */
  readonly of: string | null;
  readonly span: Span;
}

/** Where a tensor comes from that is handed to a call. */
export type Flow =
  | { readonly from: 'array'; readonly array: CodeArray }
  | {
      /**
       * What `calls[call]` returns or, if `applied` is a number, what its application of that number returns; `item`
       * where it is one of several results, as in `y, indices = pool(x)`.
       */
      readonly from: 'call';
      readonly call: number;
      readonly applied: number | null;
      readonly item: number | null;
    }
  /** A variable whose value is not in the code. */
  | { readonly from: 'name'; readonly name: string }
  /** An expression that could not be worked out. */
  | { readonly from: 'unread'; readonly written: string }
  /** A list of tensors, as `torch.cat` takes it. */
  | { readonly from: 'several'; readonly flows: readonly Flow[] };

/** Why what a tensor goes through could not be followed: its outcome is open, or it never ends. */
export type Obstacle = 'condition' | 'loop' | 'recursion' | 'missing';

export interface CodeArgument extends Argument {
  readonly span: Span;
  /** Set where the argument is, or may be, a tensor; `value` is then an expression. */
  readonly flow: Flow | null;
  /** Set where it is made of lengths of a tensor's axes, as in `x.view(x.size(0), -1)`. */
  readonly size?: Measure;
}

/** Lengths that only a trace knows: multiplied, several of them, or those of neighbouring axes. */
export type Measure<Of = Flow> =
  | {
      readonly kind: 'product';
      readonly factors: readonly { readonly of: Of; readonly axis: number }[];
      readonly times: number;
    }
  | { readonly kind: 'tuple'; readonly items: readonly Extract<Measure<Of>, { kind: 'product' }>[] }
  | { readonly kind: 'slice'; readonly of: Of; readonly from: number; readonly to: number | null };

/** One use of a built layer: the second pair of parentheses in `Layer(…)(x)`, or `self.pool(x)`. */
export interface CodeApplication {
  readonly args: readonly CodeArgument[];
  readonly span: Span;
}

/** A call that the code makes, other than one that only makes an array or a number. */
export interface CodeCall {
  /** As written: `tf.keras.layers.AveragePooling2D`; a method of a tensor keeps its receiver, `x.mean`. */
  readonly name: string;
  /** The name with imports undone: `torch.nn.MaxPool2d` for `nn.MaxPool2d` after `import torch.nn as nn`. */
  readonly qualified: string;
  readonly args: readonly CodeArgument[];
  /** From the name to the closing parenthesis. */
  readonly span: Span;
  /** What the result (of the call or of its application) is bound to: `self.pool`, `x`. */
  readonly target: string | null;
  /** Index of the call in whose arguments it stands: `nn.Sequential(…)`, `model.add(…)`. */
  readonly within: number | null;
  /** Receiver of a method call on a tensor: what `.mean()` is called on. */
  readonly receiver: Flow | null;
  readonly applied: readonly CodeApplication[];
  /** The arguments that are no tensors going through: all of a layer's, those behind the tensors of a function's. */
  readonly settings: readonly CodeArgument[];
  /** The layer that a wrapper is built around: the LSTM of `Bidirectional(LSTM(64))`. */
  readonly wraps: number | null;
  /** An operation that no call spells out, as `a + b`, or a place that could not be followed; `name` says which. */
  readonly form: 'call' | 'operation' | Obstacle;
  /** What a table says of a layer whose arguments it does not say. */
  readonly stated?: { readonly output: Shape; readonly parameters: number };
}

/** One step that a tensor goes through: a function, a method, or the application of a layer that was built before. */
export interface CodeStep {
  readonly call: number;
  /** Which application of that call; null for a function or for a layer that is only listed. */
  readonly applied: number | null;
  /** Its place in the model. */
  readonly id: string;
  /** Ids of the inputs and of the steps that it takes, in order. */
  readonly inputs: readonly string[];
  /** Set where the code does not say what it takes, only what stands in front of it. */
  readonly assumed?: true;
}

/** What goes into a model, and the shape that the code gives it. */
export interface CodeInput {
  readonly id: string;
  /** The variable that it is bound to. */
  readonly name: string;
  readonly read: CodeArray | CodeShape | null;
}

/** Layers with what each takes: a Sequential, a class with `forward`, or layers applied to each other's results. */
export interface CodeModel {
  readonly name: string | null;
  readonly notation: 'sequential' | 'added' | 'functional' | 'class' | 'printed';
  /** Each behind those that it takes. */
  readonly steps: readonly CodeStep[];
  readonly inputs: readonly CodeInput[];
  /** Whether it stands in a function that nothing in the code calls. */
  readonly uncalled: boolean;
}

/** What could be read of a piece of code; nothing is run. */
export interface Program {
  readonly source: string;
  /** In the order in which Python would make them: arguments before the call they are in. */
  readonly calls: readonly CodeCall[];
  readonly models: readonly CodeModel[];
  readonly arrays: readonly CodeArray[];
  readonly shapes: readonly CodeShape[];
  readonly comments: readonly Span[];
  /** In the order of the text; not empty for code that could be read only in part. */
  readonly problems: readonly CodeProblem[];
}

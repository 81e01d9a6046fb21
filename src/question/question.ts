import type {
  CallContext,
  Configuration,
  Dtype,
  FrameworkId,
  GivenArguments,
  Layer,
  Refusal,
} from '../frameworks/index.ts';
import type { GraphNode } from '../model/index.ts';
import type { Layout, Shape } from '../pooling/index.ts';
import type { Home } from './error/form.ts';
import type { NetworkRead } from './network/asked.ts';
import type { Expression } from './sides/expression/expression.ts';
import type { Factor } from './sides/scale.ts';
import type { Statement } from './statement/statement.ts';
import type { TopicId } from './topics.ts';

/** A stretch of the text, in UTF-16 units, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const axisNames = ['batch', 'channels', 'height', 'width', 'depth', 'steps'] as const;
export type AxisName = (typeof axisNames)[number];

/** A shape or an array as the asker gave it. */
export interface InputRead {
  readonly shape: Shape;
  /** One name per axis where the asker named them. */
  readonly axes: readonly AxisName[] | null;
  /** Flat, row-major; null for a bare shape. */
  readonly values: Float64Array | null;
  readonly dtype: Dtype;
  /** Code without a dtype would hold these whole numbers as this one; they are read as floats all the same. */
  readonly integers?: Dtype;
  /** Attached or sent beside the text: its rank is meant as it is. */
  readonly literal: boolean;
  /** Null when it did not come from the text. */
  readonly span: Span | null;
}

/** A layer as it was named. `call` has parentheses and is taken at its word, `name` has none, `words` is English. */
export interface LayerCall {
  readonly layer: Layer;
  readonly given: GivenArguments;
  readonly written: 'call' | 'name' | 'words';
  /** Arguments of the second call, as in `nn.MaxUnpool2d(2)(x, indices, output_size=(5, 5))`. */
  readonly applied: GivenArguments;
  readonly span: Span | null;
}

/** One step of a side: a pooling layer, another layer, or an expression. */
export type SideStep =
  | { readonly kind: 'pool'; readonly call: LayerCall }
  | { readonly kind: 'layer'; readonly name: string; readonly given: GivenArguments }
  | { readonly kind: 'expression'; readonly expression: Expression }
  /** Everything is multiplied with one number, as in `4 * AvgPool2d(2)(x)`. */
  | { readonly kind: 'scale'; readonly factor: Factor };

/** One side of "are these the same?": steps in the order in which an input goes through them. */
export type ReadSide = readonly SideStep[];

/** An input fitted to a layer: what the layer takes, and which of its axes the asker left out. */
export interface FittedInput {
  readonly read: InputRead;
  /** With every axis that the layer takes. */
  readonly shape: Shape;
  readonly values: Float64Array | null;
  /**
   * Set where the asker's axes stand in another order than the layer's, as in PyTorch arithmetic on height × width ×
   * channels: axis i here is axis `order[i]` of what was read.
   */
  readonly order: readonly number[] | null;
  readonly batchAdded: boolean;
  readonly channelsAdded: boolean;
}

/** One layer on one input: the unit of computing. `input` is null where no input was given. */
export interface Application {
  readonly call: LayerCall;
  readonly configuration: Configuration | Refusal;
  readonly input: FittedInput | null;
}

/** Something not said that was taken as given; facts only, the sentence is written elsewhere. */
export type Assumption =
  | { readonly kind: 'layout'; readonly layout: Layout; readonly because: 'framework' | 'default' }
  | { readonly kind: 'framework'; readonly framework: FrameworkId }
  /** The framework that was named has no such layer. */
  | { readonly kind: 'elsewhere'; readonly named: FrameworkId; readonly framework: FrameworkId }
  /** Another framework was named, whose rules we don't have. */
  | { readonly kind: 'stranger'; readonly named: string; readonly framework: FrameworkId }
  /** A framework with one order of axes on sizes that look like another order. */
  | { readonly kind: 'channels-in-front'; readonly framework: FrameworkId }
  /** Whole numbers read as floats, though the code makes `dtype` of them. */
  | { readonly kind: 'floats'; readonly dtype: Dtype; readonly framework: FrameworkId }
  | { readonly kind: 'batch-added' }
  | { readonly kind: 'channels-added' }
  | { readonly kind: 'reduce'; readonly reduce: 'max' | 'average' }
  | { readonly kind: 'rank'; readonly rank: 1 | 2 | 3 }
  | { readonly kind: 'input-shape'; readonly shape: Shape }
  /** Only a shape was given, and numbers are needed: 1, 2, 3 … row by row. */
  | { readonly kind: 'example-values'; readonly count: number }
  | { readonly kind: 'argument'; readonly name: string; readonly value: string };

/** What has to be known before there is an answer. */
export type Missing =
  | 'input-shape'
  | 'input-values'
  | 'layer'
  | 'pool-size'
  | 'target-size'
  | 'code'
  | 'question';

/** Why a text holds no question that can be computed. */
export type Unread =
  | { readonly reason: 'empty' }
  | { readonly reason: 'too-long'; readonly length: number; readonly limit: number }
  | { readonly reason: 'off-topic' }
  | {
      readonly reason: 'not-computable';
      readonly about: 'training-result' | 'run-time' | 'random-draw' | 'opinion' | 'unseen';
    }
  | { readonly reason: 'unknown-layer'; readonly name: string; readonly nearest: readonly string[] }
  | { readonly reason: 'bad-shape'; readonly written: string; readonly problem: string }
  /** A model in a programming language that is not read. */
  | { readonly reason: 'other-language'; readonly language: string }
  | { readonly reason: 'bad-code'; readonly written: string; readonly problem: string }
  | { readonly reason: 'incomplete'; readonly missing: readonly Missing[] }
  | { readonly reason: 'contradiction'; readonly first: string; readonly second: string }
  | { readonly reason: 'unreadable' };

/** One layer of a pasted model; pooling or not, in the framework's own name. */
export interface ModelStep extends GraphNode {
  readonly span: Span;
}

/** What goes into a pasted model; `read` is null where nothing says its shape. */
export interface ModelInput {
  readonly id: string;
  /** As the code calls it. */
  readonly name: string;
  readonly read: InputRead | null;
}

/** A pasted error message, recognised by its form, with its numbers. */
export interface PastedError {
  readonly id: string;
  /** Whose message it is; null where several libraries say the same. */
  readonly framework: Home | null;
  readonly message: string;
  readonly numbers: Readonly<Record<string, number | string | Shape>>;
}

interface Read {
  readonly text: string;
  readonly topics: readonly TopicId[];
  /** Named, or implied by the layers; null when nothing says. */
  readonly framework: FrameworkId | null;
  readonly calls: readonly LayerCall[];
  readonly inputs: readonly InputRead[];
  readonly applications: readonly Application[];
  readonly assumptions: readonly Assumption[];
  readonly context: CallContext;
}

export type Question = Read &
  (
    | { readonly kind: 'shape' }
    | {
        readonly kind: 'values';
        readonly wants: readonly ('indices' | 'gradient')[];
        readonly upstream: InputRead | null;
        readonly mask: InputRead | null;
        readonly indices: InputRead | null;
      }
    | {
        readonly kind: 'compare';
        readonly about: 'local-global' | 'layers' | 'equality';
        /** What is compared, step by step; null where it is only explained. */
        readonly sides: readonly [ReadSide, ReadSide] | null;
        /** The sizes of the one map that the question is about; null where it is about all. */
        readonly on: Shape | null;
      }
    | { readonly kind: 'explain' }
    | {
        readonly kind: 'trace';
        /** Each behind those that it takes. */
        readonly model: readonly ModelStep[];
        readonly entries: readonly ModelInput[];
        /** Other models in the same text, which are left aside; null where one has no name. */
        readonly others: readonly (string | null)[];
        /** What was wrong with the code and mended or left out, a sentence each. */
        readonly mended: readonly string[];
        /** A number that the question asks after, as in "where does 9216 come from". */
        readonly origin: number | null;
        /** A published network instead of layers of the asker's own. */
        readonly network: NetworkRead | null;
      }
    | {
        readonly kind: 'solve';
        readonly target: Shape;
        /**
         * Spatial sizes only, the layer's arguments that are already fixed stand in `calls`. Null where the input is what
         * is sought, and the layer is known.
         */
        readonly from: Shape | null;
        /** Several layers in a row whose input is sought; empty where it is one layer's. */
        readonly through: readonly ModelStep[];
        /** The size that was hoped for where another came out; null where nothing is said of it. */
        readonly instead: Shape | null;
        /** Arguments that were asked for by name; empty where any setting will do. */
        readonly sought: readonly ('window' | 'stride' | 'padding')[];
        readonly oddWindow: boolean;
        /** Whether windows have to share cells, or must not; null where either will do. */
        readonly overlap: boolean | null;
        /** One layer several times in a row instead of once; `times` is null where it is asked. */
        readonly repeated: { readonly times: number | null } | null;
      }
    | { readonly kind: 'convert'; readonly to: readonly FrameworkId[] }
    | {
        readonly kind: 'verify';
        readonly statements: readonly Statement[];
        /** What is asked if none of it can be checked; null where checking is what was called for. */
        readonly otherwise: Question | null;
      }
    | { readonly kind: 'errorHelp'; readonly error: PastedError }
    | { readonly kind: 'faq'; readonly query: string }
    | { readonly kind: 'unknown'; readonly unread: Unread }
  );

export type QuestionKind = Question['kind'];

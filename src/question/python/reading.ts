import type { Span } from '../question.ts';
import { ElementBudget, type NdArray } from './array/ndarray.ts';
import { spanThrough } from './offsets.ts';
import type { CodeProblem } from './problem.ts';
import type { CodeApplication, CodeArgument, CodeArray, CodeShape, Flow, Obstacle } from './program.ts';
import type { Node } from './tree.ts';
import type { ClassValue, Definition, Instance, Scope, Value } from './value.ts';

/** A call while the code is being read: what comes later in the code is still added to it. */
export interface DraftCall {
  readonly name: string;
  readonly qualified: string;
  readonly args: readonly CodeArgument[];
  readonly span: Span;
  target: string | null;
  within: number | null;
  readonly receiver: Flow | null;
  /** Those that the code does not write itself are behind all others. */
  readonly applied: (CodeApplication & { readonly implied?: true })[];
  /** The layers among its arguments, also inside lists, and what is added later: those of a Sequential. */
  readonly layers: Value[];
  readonly settings: readonly CodeArgument[];
  readonly form: 'call' | 'operation' | Obstacle;
  /** Set for `Model(inputs, outputs)`. */
  readonly graph: { readonly inputs: Value; readonly outputs: Value } | null;
}

/** A tensor goes through a function, a method, or a layer that was built before. */
export interface DraftStep {
  readonly call: number;
  readonly applied: number | null;
  readonly inputs: readonly Flow[];
  /** The code does not say that it takes these. */
  readonly assumed: boolean;
  /** The model whose part it is, where one is applied outside all functions. */
  readonly owner: string | null;
}

/** The steps of a class's `forward` or of a function that nothing in the code calls, and what it returns. */
export interface DraftModel {
  readonly name: string;
  readonly notation: 'class' | 'functional' | 'printed';
  readonly steps: readonly DraftStep[];
  readonly outputs: Value | null;
  /** Its parameters in order. */
  readonly parameters: readonly string[];
  readonly uncalled: boolean;
}

/** An object of a class of the code. */
interface Made {
  readonly instance: Instance;
  /** Part of another object. */
  readonly inner: boolean;
  readonly uncalled: boolean;
  applied: boolean;
}

/** An array that the code binds or hands over, with the value it was noted for. */
export interface LandedArray {
  readonly array: CodeArray;
  readonly source: NdArray;
  used: boolean;
}

/** Python as such, a module as PyTorch prints it, or R's pipes put into Python. */
export type CodeStyle = 'python' | 'printed' | 'pipe';

/** One argument with its value and the expression it was written as. */
export interface EvaluatedArgument {
  readonly name: string | null;
  readonly value: Value;
  readonly node: Node;
  readonly from: number;
}

/** The parts of reading that call each other. */
export interface Interpreter {
  readonly evaluate: (reading: Reading, node: Node) => Value;
  readonly execute: (reading: Reading, node: Node) => void;
  readonly apply: (
    reading: Reading,
    made: Value,
    args: readonly EvaluatedArgument[],
    node: Node,
  ) => Value | null;
}

const elementsPerArray = 2 ** 20;
const elementsPerProgram = 2 ** 22;
/** Statements and calls that loops and functions may be unrolled to. */
const turns = 4096;
const expressionDepth = 200;

/** Everything that is known while one piece of code is read. */
export class Reading {
  /** The source that the tree was made from: the repaired one. */
  readonly code: string;
  readonly style: CodeStyle;
  private readonly original: string;
  private readonly offsets: readonly number[];
  readonly evaluate: (node: Node) => Value;
  /** Reads the statements of a body, or one statement. */
  readonly execute: (node: Node) => void;
  /** What comes out where a layer, a model, a class or a function of the code is called; null for anything else. */
  readonly apply: (made: Value, args: readonly EvaluatedArgument[], node: Node) => Value | null;
  readonly budget = new ElementBudget(elementsPerArray, elementsPerProgram);
  readonly imports = new Map<string, string>();
  readonly calls: DraftCall[] = [];
  steps: DraftStep[] = [];
  /** Calls that return a tensor: functions and methods that a tensor goes through. */
  readonly tensors = new Set<number>();
  readonly drafts: DraftModel[] = [];
  readonly landed: LandedArray[] = [];
  readonly shapes: CodeShape[] = [];
  readonly problems: CodeProblem[] = [];
  /** Functions that nothing in the code has called so far, in order. */
  readonly uncalled = new Map<string, Definition>();
  /** Classes that the code has made no object of so far, in order. */
  readonly unmade = new Set<ClassValue>();
  readonly made: Made[] = [];
  /** What is added to models that are made outside the code, by their names. */
  readonly loose = new Map<string, Value[]>();
  /** The object whose method is being read, and the class that the method belongs to. */
  self: { readonly instance: Instance; readonly owner: ClassValue } | null = null;
  /** The model that is being applied outside all functions. */
  owner: string | null = null;
  /** Layers that are only listed are being applied one after the other. */
  lists = false;
  /** What comes next is only supposed to take what is in front of it. */
  supposes = false;
  /** Models that were applied outside all functions: once says it all. */
  readonly entered = new Set<Instance | number>();
  /** How many functions are being read, one inside the other. */
  frames = 0;
  /** Functions that nothing calls are being read. */
  readsUncalled = false;
  /** A return that may have happened already. */
  doubt: Value | null = null;
  /** A `break` or a `continue` that has just been read. */
  jump: 'break' | 'continue' | null = null;
  /** A jump that may have happened: how often the loop goes round is open. */
  mayJump = false;
  scope: Scope = new Map();
  /** What the function being read returned, null before it does. */
  returned: Value | null = null;
  private turnsLeft = turns;
  private depth = 0;

  constructor(
    original: string,
    code: string,
    offsets: readonly number[],
    style: CodeStyle,
    interpreter: Interpreter,
  ) {
    this.style = style;
    this.original = original;
    this.code = code;
    this.offsets = offsets;
    this.evaluate = (node) => {
      if (this.depth >= expressionDepth) return { type: 'unknown', name: null };
      this.depth += 1;
      try {
        return interpreter.evaluate(this, node);
      } finally {
        this.depth -= 1;
      }
    };
    this.execute = (node) => interpreter.execute(this, node);
    this.apply = (made, args, node) => interpreter.apply(this, made, args, node);
  }

  text(node: { readonly from: number; readonly to: number }): string {
    return this.code.slice(node.from, node.to);
  }

  /** Where a stretch of the tree stands in the code as it was handed over. */
  span(from: number, to: number): Span {
    return spanThrough(this.offsets, { start: from, end: to });
  }

  spanOf(node: { readonly from: number; readonly to: number }): Span {
    return this.span(node.from, node.to);
  }

  written(node: { readonly from: number; readonly to: number }): string {
    const { start, end } = this.spanOf(node);
    return this.original.slice(start, end);
  }

  /** One more statement or call; false once the code has been unrolled far enough. */
  turn(): boolean {
    this.turnsLeft -= 1;
    return this.turnsLeft >= 0;
  }

  step(call: number, applied: number | null, inputs: readonly Flow[]): void {
    this.steps.push({ call, applied, inputs, assumed: this.supposes, owner: this.owner });
    this.supposes = false;
  }

  report(problem: CodeProblem): void {
    const known = this.problems.some(
      ({ kind, span }) => kind === problem.kind && span.start === problem.span.start,
    );
    if (!known && this.problems.length < 32) this.problems.push(problem);
  }
}

import type { Span } from '../question.ts';
import { ElementBudget, type NdArray } from './array/ndarray.ts';
import { spanThrough } from './offsets.ts';
import type { CodeProblem } from './problem.ts';
import type { CodeApplication, CodeArgument, CodeArray, CodeShape, CodeStep, Flow } from './program.ts';
import type { Node } from './tree.ts';
import type { Definition, Value } from './value.ts';

/** A call while the code is being read: what comes later in the code is still added to it. */
export interface DraftCall {
  readonly name: string;
  readonly qualified: string;
  readonly args: readonly CodeArgument[];
  readonly span: Span;
  target: string | null;
  within: number | null;
  readonly receiver: Flow | null;
  readonly applied: CodeApplication[];
  /** Results of other calls among its arguments, also inside lists: the layers of a Sequential. */
  readonly elements: readonly CodeStep[];
}

/** The steps of a class's `forward` or of a function that nothing in the code calls. */
export interface DraftModel {
  readonly name: string;
  readonly notation: 'class' | 'functional';
  readonly steps: readonly CodeStep[];
}

/** An array that the code binds or hands over, with the value it was noted for. */
export interface LandedArray {
  readonly array: CodeArray;
  readonly source: NdArray;
  used: boolean;
}

/** Python as such, a module as PyTorch prints it, or R's pipes put into Python. */
export type CodeStyle = 'python' | 'printed' | 'pipe';

/** The two halves of reading, which call each other. */
export interface Interpreter {
  readonly evaluate: (reading: Reading, node: Node) => Value;
  readonly execute: (reading: Reading, node: Node) => void;
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
  readonly budget = new ElementBudget(elementsPerArray, elementsPerProgram);
  readonly imports = new Map<string, string>();
  readonly calls: DraftCall[] = [];
  steps: CodeStep[] = [];
  /** Calls that return a tensor: functions and methods that a tensor goes through. */
  readonly tensors = new Set<number>();
  readonly drafts: DraftModel[] = [];
  readonly landed: LandedArray[] = [];
  readonly shapes: CodeShape[] = [];
  readonly problems: CodeProblem[] = [];
  /** Functions that nothing in the code has called so far, in order. */
  readonly uncalled = new Map<string, Definition>();
  scope: Map<string, Value> = new Map();
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

  report(problem: CodeProblem): void {
    const known = this.problems.some(
      ({ kind, span }) => kind === problem.kind && span.start === problem.span.start,
    );
    if (!known && this.problems.length < 32) this.problems.push(problem);
  }
}

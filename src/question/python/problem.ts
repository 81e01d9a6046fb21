import type { Span } from '../question.ts';

export type Bracket = '(' | '[' | '{' | ')' | ']' | '}';

/** What is wrong with a piece of code or an array, as facts; `describeProblem` puts it into a sentence. */
export type CodeProblem =
  | { readonly kind: 'too-long'; readonly length: number; readonly limit: number; readonly span: Span }
  | { readonly kind: 'too-deep'; readonly limit: number; readonly span: Span }
  | { readonly kind: 'unclosed' | 'unopened'; readonly bracket: Bracket; readonly span: Span }
  | { readonly kind: 'unclosed-string'; readonly span: Span }
  | { readonly kind: 'missing-comma' | 'missing-equals'; readonly before: string; readonly span: Span }
  | { readonly kind: 'syntax'; readonly written: string; readonly span: Span }
  | {
      /** A row of a nested list that is not as long as the first; rows are counted from 1. */
      readonly kind: 'ragged';
      readonly row: number;
      readonly expected: number;
      readonly found: number;
      readonly span: Span;
    }
  | { readonly kind: 'not-a-number'; readonly written: string; readonly span: Span }
  | {
      readonly kind: 'reshape';
      readonly size: number;
      readonly shape: readonly number[];
      readonly span: Span;
    }
  | { readonly kind: 'broadcast'; readonly shapes: readonly (readonly number[])[]; readonly span: Span }
  | {
      readonly kind: 'index';
      readonly written: string;
      readonly shape: readonly number[];
      readonly span: Span;
    }
  /** `self.training` was taken as False. */
  | { readonly kind: 'training'; readonly span: Span }
  | { readonly kind: 'ignored-argument'; readonly written: string; readonly span: Span };

const shapeText = (shape: readonly number[]): string =>
  shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;

/** One sentence for the person who wrote the code. */
export function describeProblem(problem: CodeProblem): string {
  switch (problem.kind) {
    case 'too-long':
      return `The code is ${problem.length} characters long; I read up to ${problem.limit}.`;
    case 'too-deep':
      return `The code is nested more than ${problem.limit} levels deep, which is as far as I read.`;
    case 'unclosed':
      return `The bracket ${problem.bracket} is never closed.`;
    case 'unopened':
      return `The bracket ${problem.bracket} closes nothing.`;
    case 'unclosed-string':
      return 'A string is never closed: its end quote is missing.';
    case 'missing-comma':
      return `A comma is missing before ${problem.before}.`;
    case 'missing-equals':
      return `An equals sign is missing before ${problem.before}.`;
    case 'syntax':
      return problem.written === ''
        ? 'Something is missing in the code.'
        : `I can't read ${problem.written} as Python.`;
    case 'ragged':
      return `Row ${problem.row} has ${problem.found} entries where the first has ${problem.expected}.`;
    case 'not-a-number':
      return `${problem.written} is not a number.`;
    case 'reshape':
      return `An array of ${problem.size} elements can't take the shape ${shapeText(problem.shape)}.`;
    case 'broadcast':
      return `Arrays of shape ${problem.shapes.map(shapeText).join(' and ')} can't be combined.`;
    case 'index':
      return `The index ${problem.written} doesn't fit an array of shape ${shapeText(problem.shape)}.`;
    case 'training':
      return 'I took self.training as False, as after model.eval(): branches for training alone are left out.';
    case 'ignored-argument':
      return `I left out ${problem.written}, since its value is not in the code.`;
  }
}

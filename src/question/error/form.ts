import type { FrameworkId } from '../../frameworks/index.ts';

/** What a captured part of a message is: a number, a shape in any brackets or crossed, or words. */
export type Capture = readonly [name: string, kind: 'number' | 'shape' | 'text'];

/** Whose code mends what a message says: TensorFlow's kernels run under Keras layers, and NumPy has arrays alone. */
export type Home = FrameworkId | 'numpy';

/**
 * One error message by its form. Patterns are matched on text whose white space is single blanks; they repeat nothing
 * but single character classes that exclude what comes next, so that matching takes linear time.
 */
export interface MessageForm {
  readonly id: string;
  readonly pattern: RegExp;
  readonly captures: readonly Capture[];
  /** Where one message of a file is another library's than the rest. */
  readonly home?: Home;
}

/** A form with whose it is; null where several libraries, or Python itself, say the same. */
export interface ErrorForm extends MessageForm {
  readonly framework: Home | null;
}

/** The messages of one library. */
export const raisedIn = (framework: Home | null, forms: readonly MessageForm[]): readonly ErrorForm[] =>
  forms.map((form) => ({ ...form, framework: form.home ?? framework }));

/** What a captured part of a message is: a number, a shape in any brackets or crossed, or words. */
export type Capture = readonly [name: string, kind: 'number' | 'shape' | 'text'];

/**
 * One error message by its form. Patterns are matched on text whose white space is single blanks; they repeat nothing
 * but single character classes that exclude what comes next, so that matching takes linear time.
 */
export interface ErrorForm {
  readonly id: string;
  readonly pattern: RegExp;
  readonly captures: readonly Capture[];
}

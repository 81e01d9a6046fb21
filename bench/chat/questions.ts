import { rowsOf } from '../../test/question/rows.ts';

/** Real questions, as people type them: those on pooling, and others that a course chat holds. */
export const questions: readonly string[] = ['examples.jsonl', 'questions.jsonl', 'refusals.jsonl'].flatMap(
  (file) => rowsOf(file).map(({ text }) => text),
);

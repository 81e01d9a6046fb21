import { limits, withoutNames } from '../../src/faq/index.ts';

/**
 * How the form on a new entry is filled from questions that it is to answer: the first one as the title, each one that
 * is short enough among those that the entry answers.
 */
export function fromQuestions(questions: readonly string[]): {
  readonly title: string;
  readonly triggers: string;
} {
  // Semicolons separate the questions in the form's field.
  const asked = questions.map((question) => withoutNames(question).replaceAll(';', ',')).filter(Boolean);
  const [first = ''] = asked;
  return {
    title: asShort(first, limits.title) ?? beginning(first, limits.title),
    triggers: asked.flatMap((question) => asShort(question, limits.trigger) ?? []).join('\n'),
  };
}

/** A question whole, or the sentence in it that asks; null where neither is short enough. */
function asShort(question: string, limit: number): string | null {
  if (question.length <= limit) return question;
  const sentences = question.match(/[^.?!]+\?/g) ?? [];
  return sentences.map((sentence) => sentence.trim()).find(({ length }) => length <= limit) ?? null;
}

const beginning = (text: string, limit: number): string =>
  `${text
    .slice(0, limit - 1)
    .toWellFormed()
    .replace(/\s+\S*$/u, '')}…`;

import { describe, expect, test } from 'vitest';
import { type Question, readQuestion } from '../../src/question/index.ts';
import { isSameShape, outputShapes, outputValues } from './outcome.ts';
import { type Row, rowsOf } from './rows.ts';

/** What is wrong with the reading of a row; empty when it is right. */
function faultOf({ kind, expect: wanted }: Row, question: Question): string {
  if (wanted.refuse) return question.kind === 'unknown' ? '' : `read as ${question.kind}`;
  if (question.kind === 'unknown') return `unread: ${JSON.stringify(question.unread)}`;
  const shapes = outputShapes(question);
  const accepted = wanted.anyOf ?? (wanted.shape === undefined ? [] : [wanted.shape]);
  if (accepted.length > 0 && !shapes.some((shape) => accepted.some((one) => isSameShape(shape, one)))) {
    return `shapes ${JSON.stringify(shapes)}`;
  }
  if (wanted.values !== undefined && !outputValues(question).some(isClose(wanted.values))) {
    return `values ${JSON.stringify(outputValues(question))}`;
  }
  if (wanted.shapes !== undefined) {
    if (question.kind !== 'trace') return `read as ${question.kind}`;
    if (question.model.length < wanted.shapes.length) return `${question.model.length} layers`;
    return question.inputs.length > 0 ? '' : 'no input';
  }
  if (kind === 'error' && question.kind !== 'errorHelp' && question.kind !== 'explain')
    return `read as ${question.kind}`;
  if (kind === 'convert' && question.kind !== 'convert' && question.kind !== 'explain')
    return `read as ${question.kind}`;
  if (accepted.length > 0 || wanted.values !== undefined) return '';
  const shared = wanted.topics?.some((topic) => question.topics.includes(topic)) ?? true;
  return shared ? '' : `topics ${question.topics.join(', ')}`;
}

function isClose(wanted: readonly number[]) {
  return (values: readonly number[]) =>
    values.length === wanted.length &&
    values.every((value, at) => Math.abs(value - (wanted[at] ?? 0)) < 1e-3);
}

describe.each(['examples.jsonl', 'questions.jsonl', 'refusals.jsonl'])('%s', (file) => {
  test.each(rowsOf(file))('$id $kind: $text', (row) => {
    const question = readQuestion({ text: row.text });
    expect(faultOf(row, question)).toBe('');
    expect(question.topics.length).toBeLessThanOrEqual(6);
  });
});

import type { Question } from '../question.ts';
import { readStatements, type Statements } from '../statement/read.ts';
import type { Understanding } from '../understand.ts';
import { claimedShape } from './claims.ts';
import { commonParts } from './common.ts';

/** A message that is to be checked: "/verify …". */
export function readVerify(understanding: Understanding): Question | null {
  const { request, page } = understanding;
  return request.prefer === 'verify' ? toVerify(understanding, readStatements(page.text), null) : null;
}

/** A message that asks in passing if what it says is true: "my friend says …, is that right?" */
export function readDoubted(understanding: Understanding, otherwise: () => Question): Question | null {
  const { request, page } = understanding;
  if (request.prefer !== undefined) return null;
  const read = readStatements(page.text);
  return read.asked ? toVerify(understanding, read, otherwise()) : null;
}

/** Somebody's own result, without a word on checking it: "I get 2x2x4 for AveragePooling2D(2) on 4x4x4". */
export function readOwnResult(understanding: Understanding): Question | null {
  const { asks, page, roles, calls } = understanding;
  if (!asks.has('verify') || claimedShape(roles.inputs, page) === null || calls.length === 0) return null;
  return toVerify(understanding, readStatements(page.text), null);
}

function toVerify(
  understanding: Understanding,
  { statements }: Statements,
  otherwise: Question | null,
): Question | null {
  if (!statements.some(({ kind }) => kind === 'sentence' || kind === 'table')) return null;
  const claimed = claimedShape(understanding.roles.inputs, understanding.page);
  const inputs = understanding.inputs.filter((candidate) => candidate !== claimed);
  const parts = commonParts(understanding, { inputs, applied: false });
  return { ...parts, kind: 'verify', statements, otherwise };
}

import type { Question } from '../question.ts';
import type { Understanding } from '../understand.ts';
import { claimedShape, readClaims } from './claims.ts';
import { commonParts } from './common.ts';

/** Somebody's own result, to be checked: "I get 2x2x4 for AveragePooling2D(2) on 4x4x4, is that right?" */
export function readVerify(understanding: Understanding): Question | null {
  const { asks, page, roles, calls, request, inputs } = understanding;
  const wanted = request.prefer === 'verify';
  if (!wanted && !asks.has('verify')) return null;
  const claimed = claimedShape(roles.inputs, page);
  if (!wanted && (claimed === null || calls.length === 0)) return null;
  const claims = readClaims(page, claimed, wanted);
  if (claims.length === 0) return null;
  const others = inputs.filter((candidate) => candidate !== claimed);
  return { ...commonParts(understanding, { inputs: others }), kind: 'verify', claims };
}

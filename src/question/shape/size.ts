import type { Dimension } from '../../pooling/index.ts';
import type { AxisName } from '../question.ts';
import { wordSet } from '../words/list.ts';
import type { Token } from '../words/token.ts';
import { axisOf } from './axes.ts';

/** One entry of a shape, up to the token index `to`. */
export interface Size {
  readonly size: Dimension;
  readonly axis: AxisName | null;
  /** Why the entry can't be a size, null where it can. */
  readonly problem: string | null;
  readonly to: number;
}

/** The frameworks count sizes in signed 32-bit integers along an axis. */
export const largestSize = 2 ** 31 - 1;

const openWords = wordSet('none null ? n b batch batch_size bs any unknown *');

/** The entry of a shape at token `at`: `7`, `None`, `?`, `-1`, `C=3`, `4 (height)`, `h 32`; null for anything else. */
export function sizeAt(tokens: readonly Token[], at: number): Size | null {
  const token = tokens[at];
  if (token === undefined) return null;
  const named = namedBefore(tokens, at);
  if (named !== null) return named;
  const bare = bareSize(token, at);
  if (bare === null) return null;
  const after = namedAfter(tokens, bare.to);
  return after === null ? bare : { ...bare, axis: after.axis, to: after.to };
}

function bareSize(token: Token, at: number): Size | null {
  const to = at + 1;
  if (token.kind === 'number') return { ...checked(token.value), axis: null, to };
  if (token.kind === 'word' ? openWords.has(token.word) : token.word === '?') {
    return { size: null, axis: axisOf(token.stem), problem: null, to };
  }
  return null;
}

function checked(value: number): { readonly size: Dimension; readonly problem: string | null } {
  if (value === -1) return { size: null, problem: null };
  if (!Number.isInteger(value)) return { size: value, problem: `${value} is not a whole number` };
  if (value <= 0) return { size: value, problem: `${value} is not a size: every axis needs at least 1` };
  if (value > largestSize) return { size: value, problem: `${value} is larger than 2^31 - 1` };
  return { size: value, problem: null };
}

/** `C=3`, `height: 32`. */
function namedBefore(tokens: readonly Token[], at: number): Size | null {
  const axis = axisOf(tokens[at]?.stem ?? '');
  const sign = tokens[at + 1]?.word;
  const value = tokens[at + 2];
  if (axis === null || value === undefined || (sign !== '=' && sign !== ':')) return null;
  const size = bareSize(value, at + 2);
  return size === null ? null : { ...size, axis };
}

/** `(height)` or `[channels]` after a size. */
function namedAfter(tokens: readonly Token[], at: number): { axis: AxisName; to: number } | null {
  const open = tokens[at]?.word;
  if (open !== '(' && open !== '[') return null;
  const axis = axisOf(tokens[at + 1]?.stem ?? '');
  const close = tokens[at + 2]?.word;
  if (axis === null || (close !== ')' && close !== ']')) return null;
  return { axis, to: at + 3 };
}

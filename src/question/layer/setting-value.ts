import type { PythonValue } from '../../frameworks/index.ts';
import { listedAt } from '../shape/listed.ts';
import { numberOf } from '../words/number.ts';
import type { Token } from '../words/token.ts';

interface Read {
  readonly value: PythonValue;
  readonly to: number;
}

/** A size or a list of sizes at token `at`: `2`, `2x3`, `3 by 3`, `(2, 2)`, `[1, 2, 2, 1]`, `two`, `None`. */
export function sizesAt(tokens: readonly Token[], at: number): Read | null {
  const open = tokens[at]?.word;
  if (open === '(' || open === '[') return listAt(tokens, at);
  if (open === 'none' || open === 'default') return { value: { type: 'none' }, to: at + 1 };
  const first = numberOf(tokens[at]);
  if (first === null) return null;
  const values = [first];
  let to = at + 1;
  while (isCross(tokens[to])) {
    const next = numberOf(tokens[to + 1]);
    if (next === null || values.length === 3) break;
    values.push(next);
    to += 2;
  }
  return { value: sizes(values), to };
}

function listAt(tokens: readonly Token[], at: number): Read | null {
  const single = numberOf(tokens[at + 1]);
  const close = tokens[at + 2]?.word;
  if (single !== null && close === ')') return { value: numeric(single), to: at + 3 };
  if (single !== null && close === ']')
    return { value: { type: 'list', items: [numeric(single)] }, to: at + 3 };
  const listed = listedAt(tokens, at);
  if (listed === null) return null;
  const items = listed.shape.map((size): PythonValue => (size === null ? { type: 'none' } : numeric(size)));
  return { value: { type: listed.notation === '[' ? 'list' : 'tuple', items }, to: listed.to };
}

function isCross(token: Token | undefined): boolean {
  return token?.word === 'x' || token?.word === '*' || token?.word === 'by';
}

/** Equal sizes as one number, as people mean `2x2`; unequal ones as a tuple. */
function sizes(values: readonly number[]): PythonValue {
  const [first] = values;
  if (first !== undefined && values.length === 1) return numeric(first);
  return { type: 'tuple', items: values.map(numeric) };
}

export function numeric(value: number): PythonValue {
  return Number.isInteger(value) ? { type: 'int', value } : { type: 'float', value };
}

/** `True`, `yes`, `1`, `off` and the like; null where no truth value stands. */
export function flagAt(tokens: readonly Token[], at: number): Read | null {
  const word = tokens[at]?.word ?? '';
  if (truths.has(word)) return { value: { type: 'bool', value: true }, to: at + 1 };
  if (lies.has(word)) return { value: { type: 'bool', value: false }, to: at + 1 };
  return null;
}

const truths = new Set(['true', 'yes', 'on', '1']);
const lies = new Set(['false', 'no', 'off', '0']);

import type { Reading } from '../reading.ts';
import { children, type Node } from '../tree.ts';
import { integerOf, truthOf, tupleValue, unknown, type Value } from '../value.ts';
import { bindTargets } from './bind.ts';

const longest = 65_536;

/** `[f(i) for i in range(4)]`, also nested and with a condition, where all that it runs over is known. */
export function comprehension(reading: Reading, node: Node): Value {
  const nodes = children(node).filter((child) => !'[]()'.includes(child.name) && !child.type.isError);
  const [element, ...clauses] = nodes;
  if (!element) return unknown;
  const outer = reading.scope;
  reading.scope = new Map(outer);
  const items: Value[] = [];
  const complete = runClauses(reading, clauses, () => {
    items.push(reading.evaluate(element));
    return items.length < longest;
  });
  reading.scope = outer;
  return complete ? { type: 'list', items } : unknown;
}

/** Runs `for … in … [if …]` clauses; false where one of them is not known or there is too much. */
function runClauses(reading: Reading, clauses: readonly Node[], body: () => boolean): boolean {
  const [keyword, ...rest] = clauses;
  if (!keyword) return body();
  if (keyword.name === 'if') {
    const [condition, ...others] = rest;
    const truth = condition ? truthOf(reading.evaluate(condition)) : null;
    if (truth === null) return false;
    return truth ? runClauses(reading, others, body) : true;
  }
  if (keyword.name !== 'for') return false;
  const inAt = rest.findIndex((child) => child.name === 'in');
  const source = rest[inAt + 1];
  if (inAt < 1 || !source) return false;
  const targets = rest.slice(0, inAt).filter((child) => child.name !== ',');
  const values = elementsOf(reading.evaluate(source));
  if (!values) return false;
  for (const value of values) {
    if (!reading.turn()) return false;
    bindTargets(reading, targets, value, null);
    if (!runClauses(reading, rest.slice(inAt + 2), body)) return false;
  }
  return true;
}

/** What a loop over a value runs through; null where that is not known. */
export function elementsOf(value: Value): readonly Value[] | null {
  if (value.type === 'list' || value.type === 'tuple') return value.items;
  return null;
}

/** `range(…)` as a tuple; null where a bound is not known or it is too long. */
export function rangeOf(args: readonly Value[]): Value | null {
  const bounds = args.map(integerOf);
  const [first = null, second = null, step = 1] = bounds;
  if (bounds.includes(null) || first === null || step === null || step === 0) return null;
  const [start, stop] = second === null ? [0, first] : [first, second];
  const length = Math.max(0, Math.ceil((stop - start) / step));
  if (length > longest) return null;
  return tupleValue(
    Array.from({ length }, (_, index): Value => ({ type: 'int', value: start + index * step })),
  );
}

import type { Reading } from '../reading.ts';
import type { Node } from '../tree.ts';
import { unknown, type Value } from '../value.ts';
import { flowsIn } from './arguments.ts';
import { noteComputation } from './obstacle.ts';
import { binary } from './operator.ts';
import { isTensor } from './tensor.ts';

const operators = new Set(['+', '-', '*', '/', '//', '%', '**', '@']);

interface Operand {
  readonly value: Value;
  readonly node: Node;
}

/** `left operator right`, a step of the model where one of them is a tensor. */
export function operate(
  reading: Reading,
  node: Node,
  operator: string,
  left: Operand,
  right: Operand,
): Value {
  if (!isTensor(reading, left.value) && !isTensor(reading, right.value))
    return binary(reading, node, operator, left.value, right.value);
  const inputs = [left, right].flatMap(({ value, node: written }) => flowsIn(reading, value, written));
  return operators.has(operator) ? noteComputation(reading, node, operator, inputs) : unknown;
}

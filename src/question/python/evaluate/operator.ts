import { combine, isOperator, modulo, scalarArray } from '../array/arithmetic.ts';
import type { NdArray } from '../array/ndarray.ts';
import type { Reading } from '../reading.ts';
import type { Node } from '../tree.ts';
import {
  arrayValue,
  boolValue,
  floatValue,
  intValue,
  listValue,
  numberOf,
  strValue,
  tupleValue,
  unknown,
  type Value,
} from '../value.ts';
import { multiplied } from './measure.ts';

const longestList = 65_536;

/** `left operator right` for numbers, strings, lists and arrays; anything else is not known. */
export function binary(reading: Reading, node: Node, operator: string, left: Value, right: Value): Value {
  if (left.type === 'array' || right.type === 'array') return onArrays(reading, node, operator, left, right);
  const [first, second] = [numberOf(left), numberOf(right)];
  if (first !== null && second !== null) {
    const integers = left.type !== 'float' && right.type !== 'float';
    return onNumbers(operator, first, second, integers);
  }
  return (operator === '*' ? multiplied(left, right) : null) ?? onSequences(operator, left, right);
}

function onNumbers(operator: string, left: number, right: number, integers: boolean): Value {
  const number = (value: number): Value => (integers ? intValue(value) : floatValue(value));
  switch (operator) {
    case '+':
      return number(left + right);
    case '-':
      return number(left - right);
    case '*':
      return number(left * right);
    case '/':
      return right === 0 ? unknown : floatValue(left / right);
    case '//':
      return right === 0 ? unknown : number(Math.floor(left / right));
    case '%':
      return right === 0 ? unknown : number(modulo(left, right));
    case '**':
      return integers && right >= 0 ? intValue(left ** right) : floatValue(left ** right);
    case '<':
      return boolValue(left < right);
    case '<=':
      return boolValue(left <= right);
    case '>':
      return boolValue(left > right);
    case '>=':
      return boolValue(left >= right);
    case '==':
      return boolValue(left === right);
    case '!=':
      return boolValue(left !== right);
    default:
      return unknown;
  }
}

function onSequences(operator: string, left: Value, right: Value): Value {
  if (operator === '+') {
    if (left.type === 'list' && right.type === 'list') return listValue([...left.items, ...right.items]);
    if (left.type === 'tuple' && right.type === 'tuple') return tupleValue([...left.items, ...right.items]);
    if (left.type === 'str' && right.type === 'str') return strValue(left.value + right.value);
  }
  if (operator === '*') {
    const [sequence, times] = left.type === 'int' ? [right, left] : [left, right];
    if ((sequence.type === 'list' || sequence.type === 'tuple') && times.type === 'int') {
      const count = Math.max(0, times.value);
      if (sequence.items.length * count > longestList) return unknown;
      return { type: sequence.type, items: Array.from({ length: count }, () => sequence.items).flat() };
    }
  }
  if ((operator === '==' || operator === '!=') && left.type === 'str' && right.type === 'str') {
    return boolValue((left.value === right.value) === (operator === '=='));
  }
  return unknown;
}

function onArrays(reading: Reading, node: Node, operator: string, left: Value, right: Value): Value {
  if (!isOperator(operator)) return unknown;
  const first = operand(left, right);
  const second = operand(right, left);
  if (!first || !second) return unknown;
  const result = combine(operator, first, second, reading.budget);
  if (result === 'shapes') {
    reading.report({ kind: 'broadcast', shapes: [first.shape, second.shape], span: reading.spanOf(node) });
    return unknown;
  }
  return result ? arrayValue(result) : unknown;
}

function operand(value: Value, other: Value): NdArray | null {
  if (value.type === 'array') return value.array;
  const number = numberOf(value);
  return number !== null && other.type === 'array'
    ? scalarArray(number, value.type !== 'float', other.array)
    : null;
}

/** `-x`, `+x`, `not x`. */
export function unary(reading: Reading, node: Node, operator: string, value: Value): Value {
  const number = numberOf(value);
  if (operator === '+') return number === null && value.type !== 'array' ? unknown : value;
  if (operator !== '-') return unknown;
  if (number !== null) return value.type === 'float' ? floatValue(-number) : intValue(-number);
  return value.type === 'array' ? binary(reading, node, '*', value, { type: 'int', value: -1 }) : unknown;
}

import type { Reading } from '../reading.ts';
import { children, type Node, parts } from '../tree.ts';
import { boolValue, none, truthOf, tupleValue, unknown, type Value } from '../value.ts';
import { flowsIn } from './arguments.ts';
import { attribute, variable } from './attribute.ts';
import { open } from './branch.ts';
import { callExpression } from './call.ts';
import { comprehension } from './comprehension.ts';
import { continuedString, numberLiteral, stringLiteral } from './literal.ts';
import { noteComputation } from './obstacle.ts';
import { operate } from './operate.ts';
import { unary } from './operator.ts';
import { noteComparedShape } from './shape-note.ts';
import { subscript, subscriptIndex } from './subscript.ts';
import { isLayer, isTensor } from './tensor.ts';

/** What an expression stands for; unknown where that can't be told from the code alone. */
export function evaluateExpression(reading: Reading, node: Node): Value {
  switch (node.name) {
    case 'Number':
      return numberLiteral(reading.text(node));
    case 'String':
      return stringLiteral(reading.text(node));
    case 'ContinuedString':
      return continuedString(reading, node);
    case 'Boolean':
      return boolValue(reading.text(node) === 'True');
    case 'None':
      return none;
    case 'VariableName':
      return variable(reading, reading.text(node));
    case 'ParenthesizedExpression':
    case 'AwaitExpression': {
      const inner = parts(node).find((part) => part.name !== 'await');
      return inner ? reading.evaluate(inner) : unknown;
    }
    case 'TupleExpression':
      return tupleValue(itemsOf(reading, node));
    case 'ArrayExpression':
    case 'SetExpression':
      return { type: 'list', items: itemsOf(reading, node) };
    case 'DictionaryExpression':
      return dictionary(reading, node);
    case 'ArrayComprehensionExpression':
    case 'ComprehensionExpression':
      return comprehension(reading, node);
    case 'UnaryExpression':
      return unaryExpression(reading, node);
    case 'BinaryExpression':
      return binaryExpression(reading, node);
    case 'ConditionalExpression': {
      const [yes, , condition, , no] = parts(node);
      if (!yes || !condition || !no) return unknown;
      const truth = truthOf(reading.evaluate(condition));
      if (truth !== null) return reading.evaluate(truth ? yes : no);
      return open(reading, node, 'condition', [reading.evaluate(yes), reading.evaluate(no)]);
    }
    case 'NamedExpression': {
      const [name, , value] = children(node);
      const bound = value ? reading.evaluate(value) : unknown;
      if (name?.name === 'VariableName') reading.scope.set(reading.text(name), bound);
      return bound;
    }
    case 'CallExpression':
      return callExpression(reading, node);
    case 'MemberExpression': {
      const [receiver, second] = children(node);
      if (!receiver) return unknown;
      if (second?.name !== '[') return attribute(reading, node);
      return subscript(reading, node, reading.evaluate(receiver), subscriptIndex(reading, node));
    }
    default:
      return unknown;
  }
}

/** The items of a tuple or list, `*others` spread out where they are known. */
export function itemsOf(reading: Reading, node: Node): Value[] {
  const items: Value[] = [];
  let spread = false;
  for (const child of parts(node)) {
    if (child.name === '*') {
      spread = true;
      continue;
    }
    const value = reading.evaluate(child);
    if (spread && (value.type === 'list' || value.type === 'tuple')) items.push(...value.items);
    else items.push(spread ? unknown : value);
    spread = false;
  }
  return items;
}

function dictionary(reading: Reading, node: Node): Value {
  const entries = new Map<string, Value>();
  const nodes = parts(node).filter((part) => part.name !== '**');
  for (let at = 0; at + 1 < nodes.length; at += 2) {
    const [keyNode, valueNode] = [nodes[at], nodes[at + 1]];
    if (!keyNode || !valueNode) continue;
    const key = reading.evaluate(keyNode);
    const value = reading.evaluate(valueNode);
    if (key.type === 'str') entries.set(key.value, value);
  }
  return { type: 'dict', entries };
}

function unaryExpression(reading: Reading, node: Node): Value {
  const [operator, operand] = parts(node);
  if (!operator || !operand) return unknown;
  const value = reading.evaluate(operand);
  if (operator.name !== 'not' && isTensor(reading, value)) {
    return noteComputation(reading, node, reading.text(operator), flowsIn(reading, value, operand));
  }
  if (operator.name !== 'not') return unary(reading, node, reading.text(operator), value);
  const truth = truthOf(value);
  return truth === null ? unknown : boolValue(!truth);
}

function binaryExpression(reading: Reading, node: Node): Value {
  const [leftNode, operatorNode, ...rest] = parts(node);
  const rightNode = rest.at(-1);
  if (!leftNode || !operatorNode || !rightNode) return unknown;
  const left = reading.evaluate(leftNode);
  const operator = reading.text(operatorNode);
  if (operator === 'and' || operator === 'or') {
    const truth = truthOf(left);
    if (truth === null) {
      reading.evaluate(rightNode);
      return unknown;
    }
    return truth === (operator === 'or') ? left : reading.evaluate(rightNode);
  }
  const right = reading.evaluate(rightNode);
  const told = left.type !== 'unknown' && (left.type !== 'call' || isLayer(reading, left));
  if (operator === 'is' && right.type === 'none' && told) {
    return boolValue((left.type === 'none') === (rest.length === 1));
  }
  if (rest.length > 1) return unknown;
  if (operator === '==') noteComparedShape(reading, node, leftNode, right);
  const operands = [
    { value: left, node: leftNode },
    { value: right, node: rightNode },
  ] as const;
  return operate(reading, node, operator, ...operands);
}

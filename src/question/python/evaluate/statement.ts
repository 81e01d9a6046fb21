import type { Reading } from '../reading.ts';
import { children, type Node, parts } from '../tree.ts';
import { truthOf, tupleValue, unknown, type Value } from '../value.ts';
import { bindTarget, bindTargets } from './bind.ts';
import { elementsOf } from './comprehension.ts';
import { defineClass, defineFunction } from './define.ts';
import { noteImport } from './import.ts';
import { landArray } from './land.ts';
import { binary } from './operator.ts';
import { noteStatedShape } from './shape-note.ts';

const longestLoop = 256;

/** Reads one statement, or each statement of a body; what can't be told is left unknown, nothing is refused. */
export function executeStatement(reading: Reading, node: Node): void {
  if (reading.returned !== null) return;
  switch (node.name) {
    case 'Script':
    case 'Body':
    case 'StatementGroup':
      for (const child of children(node)) executeStatement(reading, child);
      return;
    case 'AssignStatement':
      assignment(reading, node);
      return;
    case 'UpdateStatement': {
      const [target, operator, valueNode] = parts(node);
      if (!target || !operator || !valueNode) return;
      const value = reading.evaluate(valueNode);
      const sign = reading.text(operator).slice(0, -1);
      bindTarget(reading, target, binary(reading, node, sign, reading.evaluate(target), value), node);
      return;
    }
    case 'ExpressionStatement':
      expressionStatement(reading, node);
      return;
    case 'ReturnStatement': {
      const values = parts(node).slice(1);
      const value = together(reading, values);
      reading.returned = value;
      return;
    }
    case 'ImportStatement':
      noteImport(reading, node);
      return;
    case 'FunctionDefinition':
      defineFunction(reading, node, '');
      return;
    case 'ClassDefinition':
      defineClass(reading, node);
      return;
    case 'IfStatement':
      conditional(reading, node);
      return;
    case 'ForStatement':
      loop(reading, node);
      return;
    default:
      for (const child of children(node)) {
        if (child.name === 'Body' || child.type.is('Statement')) executeStatement(reading, child);
        else if (child.firstChild) reading.evaluate(child);
      }
  }
}

/** One value, or a tuple where several stand side by side. */
function together(reading: Reading, nodes: readonly Node[]): Value {
  const [only] = nodes;
  if (nodes.length === 1 && only) return reading.evaluate(only);
  return tupleValue(nodes.filter((node) => node.name !== '*').map((node) => reading.evaluate(node)));
}

function assignment(reading: Reading, node: Node): void {
  const groups: Node[][] = [[]];
  for (const part of parts(node)) {
    if (part.name === 'AssignOp') groups.push([]);
    else if (part.name !== 'TypeDef') groups.at(-1)?.push(part);
  }
  const valueNodes = groups.pop() ?? [];
  if (valueNodes.length === 0 || groups.length === 0) return;
  const value = together(reading, valueNodes);
  for (const targets of groups) bindTargets(reading, targets, value, node);
}

function expressionStatement(reading: Reading, node: Node): void {
  const nodes = parts(node);
  const value = together(reading, nodes);
  const [only] = nodes;
  if (!only) return;
  if (nodes.length === 1) noteStatedShape(reading, only, value);
  if (value.type === 'array' || value.type === 'list') landArray(reading, value, null, only);
}

/** The branch that is taken where the condition is known, otherwise all of them in order. */
function conditional(reading: Reading, node: Node): void {
  let truth: boolean | null = null;
  let taken = false;
  for (const child of parts(node)) {
    if (child.name === 'if' || child.name === 'elif') continue;
    if (child.name === 'else') truth = taken ? false : truth === null ? null : true;
    else if (child.name !== 'Body') truth = taken ? false : truthOf(reading.evaluate(child));
    else if (truth !== false) {
      executeStatement(reading, child);
      if (truth === true) taken = true;
      if (truth === null) reading.returned = null;
    }
  }
}

/** Turn by turn where what it runs over is known, otherwise the body once with the names open. */
function loop(reading: Reading, node: Node): void {
  const nodes = parts(node).filter((part) => part.name !== 'for' && part.name !== 'async');
  const inAt = nodes.findIndex((part) => part.name === 'in');
  const body = nodes.find((part) => part.name === 'Body');
  const targets = nodes.slice(0, Math.max(0, inAt));
  const sources = nodes.slice(inAt + 1).filter((part) => part.name !== 'Body' && part.name !== 'else');
  if (!body || inAt < 0) return;
  const values = elementsOf(together(reading, sources));
  if (!values || values.length > longestLoop) {
    bindTargets(reading, targets, unknown, null);
    executeStatement(reading, body);
    return;
  }
  for (const value of values) {
    if (!reading.turn() || reading.returned !== null) return;
    bindTargets(reading, targets, value, null);
    executeStatement(reading, body);
  }
}

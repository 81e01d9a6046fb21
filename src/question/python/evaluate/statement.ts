import type { Reading } from '../reading.ts';
import { children, type Node, parts } from '../tree.ts';
import { truthOf, tupleValue, unknown, type Value } from '../value.ts';
import { bindTarget, bindTargets } from './bind.ts';
import { eitherWay, Growth, open } from './branch.ts';
import { defineClass } from './class.ts';
import { elementsOf } from './comprehension.ts';
import { defineFunction } from './define.ts';
import { noteImport } from './import.ts';
import { landArray } from './land.ts';
import { operate } from './operate.ts';
import { noteStatedShape, noteTypedShape } from './shape-note.ts';
import { isLayer, isTensor } from './tensor.ts';

const longestLoop = 256;

/** Reads one statement, or each statement of a body; what can't be told is left unknown, nothing is refused. */
export function executeStatement(reading: Reading, node: Node): void {
  if (reading.returned !== null || reading.jump !== null) return;
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
      const before = { value: reading.evaluate(target), node: target };
      bindTarget(reading, target, operate(reading, node, sign, before, { value, node: valueNode }), node);
      return;
    }
    case 'ExpressionStatement':
      expressionStatement(reading, node);
      return;
    case 'ReturnStatement': {
      const values = parts(node).slice(1);
      const value = together(reading, values);
      const { doubt } = reading;
      reading.returned = doubt === null ? value : open(reading, node, 'condition', [doubt, value]);
      return;
    }
    case 'ImportStatement':
      noteImport(reading, node);
      return;
    case 'FunctionDefinition':
      defineFunction(reading, node);
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
    case 'WhileStatement':
      repeat(reading, node);
      return;
    case 'BreakStatement':
    case 'ContinueStatement':
      reading.jump = node.name === 'BreakStatement' ? 'break' : 'continue';
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
  const type = parts(node).find(({ name }) => name === 'TypeDef');
  if (type && noteTypedShape(reading, node, valueNodes, reading.text(type), value)) return;
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

/** The branch that is taken where the condition is known, otherwise each of them on its own. */
function conditional(reading: Reading, node: Node): void {
  const ways: ((() => void) | null)[] = [];
  let truth: boolean | null = null;
  for (const child of parts(node)) {
    if (child.name === 'if' || child.name === 'elif') continue;
    if (child.name === 'else') truth = true;
    else if (child.name !== 'Body') truth = truthIn(reading, reading.evaluate(child));
    else if (truth !== false) ways.push(() => executeStatement(reading, child));
    if (child.name === 'Body' && truth === true) break;
  }
  const [only] = ways;
  if (ways.length === 1 && truth === true) only?.();
  else if (ways.length > 0) eitherWay(reading, node, 'condition', truth === true ? ways : [...ways, null]);
}

/** A layer that was built is true, as every object is that says nothing else. */
const truthIn = (reading: Reading, value: Value): boolean | null =>
  isLayer(reading, value) ? true : truthOf(value);

/** Turn by turn where what it runs over is known, otherwise the body once with the names open. */
function loop(reading: Reading, node: Node): void {
  const nodes = parts(node).filter((part) => part.name !== 'for' && part.name !== 'async');
  const inAt = nodes.findIndex((part) => part.name === 'in');
  const body = nodes.find((part) => part.name === 'Body');
  const targets = nodes.slice(0, Math.max(0, inAt));
  const sources = nodes.slice(inAt + 1).filter((part) => part.name !== 'Body' && part.name !== 'else');
  if (!body || inAt < 0) return;
  const values = layersOf(reading, together(reading, sources));
  if (!values || values.length > longestLoop) {
    bindTargets(reading, targets, unknown, null);
    once(reading, node, body);
    return;
  }
  const outer = reading.mayJump;
  reading.mayJump = false;
  const before = new Map(reading.scope);
  for (const value of values) {
    if (!reading.turn() || reading.returned !== null) break;
    bindTargets(reading, targets, value, null);
    if (turn(reading, body)) break;
  }
  if (reading.mayJump) openChanged(reading, node, before);
  reading.mayJump = outer;
}

/** `while` turn by turn, as long as its condition is known. */
function repeat(reading: Reading, node: Node): void {
  const [, condition, body] = parts(node);
  if (!condition || body?.name !== 'Body') return;
  for (let turns = 0; turns < longestLoop && reading.turn(); turns += 1) {
    const truth = truthIn(reading, reading.evaluate(condition));
    if (truth === null) break;
    if (!truth || turn(reading, body) || reading.returned !== null) return;
  }
  once(reading, node, body);
}

/** One turn of a loop; true where it is the last. */
function turn(reading: Reading, body: Node): boolean {
  executeStatement(reading, body);
  const { jump } = reading;
  reading.jump = null;
  return jump === 'break';
}

/** What a loop runs through: the items of a list, or the layers of a Sequential. */
function layersOf(reading: Reading, value: Value): readonly Value[] | null {
  if (value.type === 'call' && !isTensor(reading, value)) {
    const layers = reading.calls[value.call]?.layers ?? [];
    return layers.length > 0 ? layers : null;
  }
  return elementsOf(value);
}

/** The body of a loop whose turns can't be counted: what goes round in it can't be followed behind it. */
function once(reading: Reading, node: Node, body: Node): void {
  const before = new Map(reading.scope);
  const growth = new Growth(reading);
  turn(reading, body);
  reading.returned = null;
  openChanged(reading, node, before);
  growth.end(node, 'loop');
}

/** Tensors and lists that a loop has changed are open behind it. */
function openChanged(reading: Reading, node: Node, before: ReadonlyMap<string, Value>): void {
  for (const [name, value] of reading.scope) {
    const entering = before.get(name);
    if (entering === undefined || entering === value) continue;
    const isList = entering.type === 'list' && value.type === 'list';
    if (isList) reading.scope.set(name, unknown);
    else if (isTensor(reading, value) && (entering.type === 'unknown' || isTensor(reading, entering)))
      reading.scope.set(name, open(reading, node, 'loop', [value]));
  }
}

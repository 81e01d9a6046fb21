import type { EvaluatedArgument, Reading } from '../reading.ts';
import { children, type Node } from '../tree.ts';
import { type Definition, none, type Scope, tupleValue, type Value } from '../value.ts';
import { flowsIn } from './arguments.ts';
import { noteObstacle } from './obstacle.ts';
import { tensorsIn } from './tensor.ts';

interface Parameter {
  readonly name: string;
  readonly fallback: Node | null;
  /** `*args` and `**kwargs` stand for whatever is left. */
  readonly rest: '*' | '**' | null;
}

/** Functions inside functions; nobody nests as many, so one that goes deeper never ends. */
const deepest = 48;

/**
 * Reads a function's body with its parameters bound to the arguments; returns what it returns. `leave` sees the names
 * that the body has bound.
 */
export function enterFunction(
  reading: Reading,
  definition: Definition,
  args: readonly EvaluatedArgument[],
  leave: (scope: Scope) => void = () => undefined,
): Value {
  reading.uncalled.delete(definition.name);
  if (reading.frames >= deepest || !reading.turn()) return endless(reading, definition, args);
  const { scope, returned, doubt } = reading;
  const inner: Scope = new Map(definition.scope);
  const bound = bindParameters(reading, definition, args);
  for (const [name, value] of bound) inner.set(name, value);
  reading.frames += 1;
  reading.scope = inner;
  reading.returned = null;
  reading.doubt = null;
  const body = children(definition.node).find((child) => child.name === 'Body');
  if (body) reading.execute(body);
  const result: Value = reading.returned ?? none;
  leave(reading.scope);
  reading.frames -= 1;
  reading.scope = scope;
  reading.returned = returned;
  reading.doubt = doubt;
  return result;
}

function endless(reading: Reading, definition: Definition, args: readonly EvaluatedArgument[]): Value {
  const tensors = args.filter(({ value }) => tensorsIn(reading, value).length > 0);
  const inputs = tensors.flatMap(({ value, node }) => flowsIn(reading, value, node));
  const name = definition.name.slice(definition.name.lastIndexOf('.') + 1);
  return noteObstacle(reading, definition.node, 'recursion', inputs, name);
}

/** The arguments by the names of the parameters; what a caller leaves out is read where the function was defined. */
function bindParameters(
  reading: Reading,
  definition: Definition,
  args: readonly EvaluatedArgument[],
): readonly (readonly [string, Value])[] {
  const parameters = parametersOf(reading, definition.node).filter(({ name }) => name !== 'self');
  const known = new Set(parameters.map(({ name }) => name));
  const positional = args.filter((arg) => arg.name === null).map(({ value }) => value);
  return parameters.map(({ name, fallback, rest }): readonly [string, Value] => {
    if (rest === '*') return [name, tupleValue(positional.splice(0))];
    if (rest === '**') {
      const others = args.flatMap((arg) =>
        arg.name === null || known.has(arg.name) ? [] : [[arg.name, arg.value] as const],
      );
      return [name, { type: 'dict', entries: new Map(others) }];
    }
    const given = args.find((arg) => arg.name === name)?.value ?? positional.shift();
    const value = given ?? (fallback ? evaluateIn(reading, definition.scope, fallback) : null);
    return [name, value ?? { type: 'unknown', name }];
  });
}

function evaluateIn(reading: Reading, scope: Scope, node: Node): Value {
  const outer = reading.scope;
  reading.scope = scope;
  const value = reading.evaluate(node);
  reading.scope = outer;
  return value;
}

export function parametersOf(reading: Reading, node: Node): Parameter[] {
  const list = children(node).find((child) => child.name === 'ParamList');
  const parameters: Parameter[] = [];
  let stars: Parameter['rest'] = null;
  const nodes = list ? children(list) : [];
  for (const [at, child] of nodes.entries()) {
    if (child.name === '*' || child.name === '**') stars = child.name;
    else if (child.name === ',') stars = null;
    else if (child.name === 'VariableName' && nodes[at - 1]?.name !== 'AssignOp') {
      const next = nodes[at + 1]?.name === 'TypeDef' ? at + 2 : at + 1;
      const fallback = nodes[next]?.name === 'AssignOp' ? (nodes[next + 1] ?? null) : null;
      parameters.push({ name: reading.text(child), fallback, rest: stars });
    }
  }
  return parameters;
}

/** Names a function; it is read when it is called, or at the end if nothing calls it. */
export function defineFunction(reading: Reading, node: Node): void {
  const name = nameOf(reading, node);
  if (name === null) return;
  const definition: Definition = { type: 'definition', name, node, scope: reading.scope };
  reading.scope.set(name, definition);
  reading.uncalled.set(name, definition);
}

/** Reads the functions that nothing called, each on its own with its parameters open. */
export function enterUncalled(reading: Reading): void {
  reading.readsUncalled = true;
  for (const definition of [...reading.uncalled.values()]) {
    if (!reading.uncalled.has(definition.name)) continue;
    const start = reading.steps.length;
    const outputs = enterFunction(reading, definition, []);
    const steps = reading.steps.splice(start);
    const parameters = parametersOf(reading, definition.node).map(({ name }) => name);
    if (steps.length > 0) {
      const { name } = definition;
      reading.drafts.push({ name, notation: 'functional', steps, outputs, parameters, uncalled: true });
    }
  }
  reading.readsUncalled = false;
}

export function nameOf(reading: Reading, node: Node): string | null {
  const name = children(node).find((child) => child.name === 'VariableName');
  return name ? reading.text(name) : null;
}

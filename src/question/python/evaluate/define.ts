import type { Reading } from '../reading.ts';
import { children, type Node } from '../tree.ts';
import { type Definition, none, type Value } from '../value.ts';
import type { EvaluatedArgument } from './arguments.ts';

interface Parameter {
  readonly name: string;
  readonly fallback: Node | null;
  /** `*args` and `**kwargs` stand for whatever is left. */
  readonly rest: boolean;
}

/** Reads a function's body with its parameters bound to the arguments; returns what it returns. */
export function enterFunction(
  reading: Reading,
  definition: Definition,
  args: readonly EvaluatedArgument[],
): Value {
  reading.uncalled.delete(definition.name);
  const outer = { scope: reading.scope, returned: reading.returned };
  reading.scope = new Map(outer.scope);
  reading.returned = null;
  bindParameters(reading, definition, args);
  const body = children(definition.node).find((child) => child.name === 'Body');
  if (body && reading.turn()) reading.execute(body);
  const result: Value = reading.returned ?? none;
  for (const [name, value] of reading.scope) if (name.startsWith('self.')) outer.scope.set(name, value);
  reading.scope = outer.scope;
  reading.returned = outer.returned;
  return result;
}

function bindParameters(reading: Reading, definition: Definition, args: readonly EvaluatedArgument[]): void {
  let position = 0;
  const positional = args.filter((arg) => arg.name === null);
  for (const { name, fallback, rest } of parametersOf(reading, definition.node)) {
    if (name === 'self') continue;
    const given = args.find((arg) => arg.name === name) ?? (rest ? undefined : positional[position++]);
    const value = given?.value ?? (fallback ? reading.evaluate(fallback) : null);
    reading.scope.set(name, value ?? { type: 'unknown', name });
  }
}

function parametersOf(reading: Reading, node: Node): Parameter[] {
  const list = children(node).find((child) => child.name === 'ParamList');
  const parameters: Parameter[] = [];
  let stars = false;
  const nodes = list ? children(list) : [];
  for (const [at, child] of nodes.entries()) {
    if (child.name === '*' || child.name === '**') stars = true;
    else if (child.name === ',') stars = false;
    else if (child.name === 'VariableName' && nodes[at - 1]?.name !== 'AssignOp') {
      const next = nodes[at + 1]?.name === 'TypeDef' ? at + 2 : at + 1;
      const fallback = nodes[next]?.name === 'AssignOp' ? (nodes[next + 1] ?? null) : null;
      parameters.push({ name: reading.text(child), fallback, rest: stars });
    }
  }
  return parameters;
}

/** Names a function; it is read when it is called, or at the end if nothing calls it. */
export function defineFunction(reading: Reading, node: Node, prefix: string): void {
  const name = nameOf(reading, node);
  if (name === null) return;
  const definition: Definition = { type: 'definition', name: prefix + name, node };
  reading.scope.set(definition.name, definition);
  reading.uncalled.set(definition.name, definition);
}

const building = ['__init__', 'setup', 'build'];
const forwarding = ['forward', '__call__', 'call'];

/** Reads a class: what it builds, then the steps of its `forward`, `call` or `__call__`. */
export function defineClass(reading: Reading, node: Node): void {
  const name = nameOf(reading, node);
  const body = children(node).find((child) => child.name === 'Body');
  if (name === null || !body) return;
  const outer = reading.scope;
  reading.scope = new Map([...outer].filter(([known]) => !known.startsWith('self.')));
  reading.scope.set('self', { type: 'unknown', name: 'self' });
  for (const member of children(body)) {
    const decorated = member.name === 'DecoratedStatement';
    const own = decorated ? children(member).find((child) => child.name === 'FunctionDefinition') : member;
    if (own?.name === 'FunctionDefinition') defineFunction(reading, own, 'self.');
    else if (own && own.name !== ':') reading.execute(own);
  }
  for (const method of building) enterNamed(reading, `self.${method}`);
  const start = reading.steps.length;
  for (const method of forwarding) enterNamed(reading, `self.${method}`);
  const steps = reading.steps.splice(start);
  if (steps.length > 0) reading.drafts.push({ name, notation: 'class', steps });
  for (const known of [...reading.uncalled.keys()])
    if (known.startsWith('self.')) reading.uncalled.delete(known);
  reading.scope = outer;
  reading.scope.set(name, { type: 'definition', name, node });
}

function enterNamed(reading: Reading, name: string): void {
  const definition = reading.scope.get(name);
  if (definition?.type === 'definition' && reading.uncalled.has(name)) enterFunction(reading, definition, []);
}

/** Reads the functions that nothing called, each on its own with its parameters open. */
export function enterUncalled(reading: Reading): void {
  for (const definition of [...reading.uncalled.values()]) {
    const start = reading.steps.length;
    enterFunction(reading, definition, []);
    const steps = reading.steps.splice(start);
    if (steps.length > 0) reading.drafts.push({ name: definition.name, notation: 'functional', steps });
  }
}

function nameOf(reading: Reading, node: Node): string | null {
  const name = children(node).find((child) => child.name === 'VariableName');
  return name ? reading.text(name) : null;
}

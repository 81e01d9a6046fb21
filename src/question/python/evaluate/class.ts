import type { EvaluatedArgument, Reading } from '../reading.ts';
import { children, type Node } from '../tree.ts';
import {
  type ClassValue,
  type Definition,
  type Instance,
  none,
  type Scope,
  type TensorValue,
  type Value,
} from '../value.ts';
import { flowsIn } from './arguments.ts';
import { enterFunction, nameOf, parametersOf } from './define.ts';
import { noteObstacle } from './obstacle.ts';
import { pathOf } from './path.ts';
import { isLayer } from './tensor.ts';

const building = ['__init__', 'setup', 'build'];
const forwarding = ['forward', '__call__', 'call'];
/** What a class like `class Block(nn.Sequential)` hands to the class it inherits from. */
const chain = 'self.(chain)';

/** Names a class: its methods and the values that stand in it. */
export function defineClass(reading: Reading, node: Node): void {
  const name = nameOf(reading, node);
  const body = children(node).find((child) => child.name === 'Body');
  if (name === null || !body) return;
  const outer = reading.scope;
  const scope: Scope = new Map(outer);
  reading.scope = scope;
  const methods = new Set<string>();
  for (const member of children(body)) {
    const decorated = member.name === 'DecoratedStatement';
    const own = decorated ? children(member).find((child) => child.name === 'FunctionDefinition') : member;
    if (own?.name === 'FunctionDefinition') {
      const method = nameOf(reading, own);
      if (method === null) continue;
      methods.add(method);
      scope.set(method, { type: 'definition', name: `self.${method}`, node: own, scope: outer });
    } else if (own && own.name !== ':') reading.execute(own);
  }
  reading.scope = outer;
  const members: Scope = new Map();
  for (const [known, value] of scope)
    if (methods.has(known) || outer.get(known) !== value) members.set(known, value);
  const base = baseOf(reading, node);
  const made: ClassValue = { type: 'class', name, members, ...base };
  outer.set(name, made);
  reading.unmade.add(made);
}

function baseOf(reading: Reading, node: Node): Pick<ClassValue, 'base' | 'baseName'> {
  const list = children(node).find((child) => child.name === 'ArgList');
  const [first] = list ? children(list).filter((child) => !'(),'.includes(child.name)) : [];
  if (first === undefined) return { base: null, baseName: null };
  const value = reading.evaluate(first);
  const baseName = pathOf(reading, first)?.join('.') ?? null;
  return { base: value.type === 'class' ? value : null, baseName };
}

/** A member of a class or of those that it inherits from, and the class that has it. */
export function memberOf(of: ClassValue, name: string): { value: Value; owner: ClassValue } | null {
  for (let owner: ClassValue | null = of; owner; owner = owner.base) {
    const value = owner.members.get(name);
    if (value !== undefined) return { value, owner };
  }
  return null;
}

/** What an object has under a name: its own, or its class's. */
export const attributeOfInstance = (instance: Instance, name: string): Value | null =>
  instance.own.get(`self.${name}`) ?? memberOf(instance.of, name)?.value ?? null;

/** An object of a class of the code, with what its `__init__` builds. */
export function instantiate(reading: Reading, of: ClassValue, args: readonly EvaluatedArgument[]): Value {
  reading.unmade.delete(of);
  const instance: Instance = { type: 'instance', of, own: new Map() };
  reading.made.push({
    instance,
    inner: reading.self !== null,
    uncalled: reading.readsUncalled,
    applied: false,
  });
  for (const method of building) callMethod(reading, instance, method, method === 'build' ? [] : args);
  if (memberOf(of, '__init__') === null && inheritsChain(of)) takeChain(reading, instance, args);
  return instance;
}

/** Whether a class is a Sequential of its own. */
function inheritsChain({ base, baseName }: ClassValue): boolean {
  return base === null ? /(^|\.)Sequential$/.test(baseName ?? '') : inheritsChain(base);
}

/** The layers that a class hands to Sequential. */
function takeChain(reading: Reading, instance: Instance, args: readonly EvaluatedArgument[]): void {
  const items = args.flatMap(({ value }) => {
    if (value.type === 'dict') return [...value.entries.values()];
    return value.type === 'list' || value.type === 'tuple' ? value.items : [value];
  });
  instance.own.set(chain, { type: 'list', items });
  if (reading.self?.instance === instance) reading.scope.set(chain, { type: 'list', items });
}

/** `super().__init__(…)` and other methods of the class above; null where nothing of it is known. */
export function callSuper(
  reading: Reading,
  method: string,
  args: readonly EvaluatedArgument[],
): Value | null {
  const { self } = reading;
  if (self === null) return null;
  const above = self.owner.base;
  const found = above && memberOf(above, method);
  if (found?.value.type === 'definition')
    return enterMethod(reading, self.instance, found.owner, found.value, args);
  if (method === '__init__' && inheritsChain(self.owner)) takeChain(reading, self.instance, args);
  return null;
}

/**
 * What an object gives where it is called as a layer; without a `forward`, what its layers give in the order in which
 * they were built.
 */
export function callInstance(
  reading: Reading,
  instance: Instance,
  args: readonly EvaluatedArgument[],
  node: Node,
): Value {
  const made = reading.made.find((entry) => entry.instance === instance);
  if (made) made.applied = true;
  for (const method of forwarding) {
    const result = callMethod(reading, instance, method, args);
    if (result !== null) return result;
  }
  const held = instance.own.get(chain);
  const [first] = args;
  if (held?.type === 'list' && first !== undefined) {
    let { value } = first;
    for (const layer of held.items) value = reading.apply(layer, [{ ...first, value }], node) ?? none;
    return value;
  }
  const layers = [...instance.own.values()].filter((value) => isLayer(reading, value));
  if (layers.length > 0 && first !== undefined) {
    let { value } = first;
    for (const [at, layer] of layers.entries()) {
      if (at > 0) reading.supposes = true;
      value = reading.apply(layer, [{ ...first, value }], node) ?? none;
    }
    reading.supposes = false;
    return value;
  }
  const inputs = args.flatMap((arg) => flowsIn(reading, arg.value, arg.node));
  return noteObstacle(reading, node, 'missing', inputs, `${instance.of.name}.forward`);
}

/** A method of an object; null where its class has none of that name. */
export function callMethod(
  reading: Reading,
  instance: Instance,
  name: string,
  args: readonly EvaluatedArgument[],
): Value | null {
  const found = memberOf(instance.of, name);
  return found?.value.type === 'definition'
    ? enterMethod(reading, instance, found.owner, found.value, args)
    : null;
}

function enterMethod(
  reading: Reading,
  instance: Instance,
  owner: ClassValue,
  definition: Definition,
  args: readonly EvaluatedArgument[],
): Value {
  const outer = reading.self;
  const sameObject = outer?.instance === instance;
  if (sameObject) keep(instance, reading.scope);
  reading.self = { instance, owner };
  const scope: Scope = new Map(definition.scope);
  scope.set('self', instance);
  for (const [name, value] of membersOf(instance.of)) scope.set(`self.${name}`, value);
  for (const [name, value] of instance.own) scope.set(name, value);
  const result = enterFunction(reading, { ...definition, scope }, args, (inner) => keep(instance, inner));
  reading.self = outer;
  if (sameObject) for (const [name, value] of instance.own) reading.scope.set(name, value);
  return result;
}

function membersOf(of: ClassValue): Scope {
  return new Map([...(of.base ? membersOf(of.base) : []), ...of.members]);
}

/** What a method has set on `self`. */
function keep(instance: Instance, scope: Scope): void {
  for (const [name, value] of scope) {
    if (!name.startsWith('self.')) continue;
    const member = memberOf(instance.of, name.slice('self.'.length));
    if (member?.value !== value) instance.own.set(name, value);
  }
}

/** Reads the forward of every class that the code makes no object of, and of every object that it never applies. */
export function enterUnapplied(reading: Reading, top: Node): void {
  for (const of of [...reading.unmade].toReversed()) {
    if (!reading.unmade.has(of)) continue;
    instantiate(reading, of, []);
  }
  for (const made of reading.made.toReversed()) {
    if (!made.inner && !made.applied) draftOf(reading, made.instance, made.uncalled, top);
  }
}

function draftOf(reading: Reading, instance: Instance, uncalled: boolean, top: Node): void {
  const method = forwarding
    .map((name) => memberOf(instance.of, name)?.value)
    .find((value) => value !== undefined);
  const names = method?.type === 'definition' ? parametersOf(reading, method.node) : [];
  const parameters = names.filter(
    ({ name, fallback, rest }) => name !== 'self' && fallback === null && rest === null,
  );
  const inputs = parameters.map(({ name }): TensorValue => ({ type: 'tensor', name }));
  const given = inputs.length > 0 ? inputs : [{ type: 'tensor', name: 'x' } as const];
  const args = given.map((value): EvaluatedArgument => ({ name: null, value, node: top, from: top.from }));
  const start = reading.steps.length;
  reading.owner = instance.of.name;
  const outputs = callInstance(reading, instance, args, top);
  reading.owner = null;
  const steps = reading.steps.splice(start);
  if (steps.length === 0) return;
  reading.drafts.push({
    name: instance.of.name,
    notation: 'class',
    steps,
    outputs,
    parameters: given.map(({ name }) => name),
    uncalled,
  });
}

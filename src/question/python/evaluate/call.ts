import type { Library } from '../array/ndarray.ts';
import type { Flow } from '../program.ts';
import type { Reading } from '../reading.ts';
import { children, type Node } from '../tree.ts';
import {
  arrayValue,
  type CallValue,
  type Instance,
  libraryOf,
  listValue,
  type TensorValue,
  tupleValue,
  unknown,
  type Value,
} from '../value.ts';
import { evaluateArguments, flowOf, givenOf } from './arguments.ts';
import { arrayQuery, callBuiltin } from './builtin.ts';
import { changeArray } from './change-array.ts';
import { attributeOfInstance, callMethod, callSuper } from './class.ts';
import { type Given, withReceiver } from './given.ts';
import { forgetArray } from './land.ts';
import { makeArray } from './make-array.ts';
import { attributeOf, pathOf } from './path.ts';
import { record } from './record.ts';
import { statedSize } from './shape-note.ts';
import { isTensor } from './tensor.ts';

/** Methods that hand back the tensor or layer they are called on. */
const passing = new Set(
  'to cuda cpu detach contiguous clone eval train double float half numpy requires_grad_ compile copy'.split(
    ' ',
  ),
);
const listMethods = new Set(['append', 'extend', 'insert']);

/** A call: an array, number or list where it can be worked out, otherwise recorded with its arguments. */
export function callExpression(reading: Reading, node: Node): Value {
  const [callee, list] = children(node);
  if (!callee || list?.name !== 'ArgList' || !reading.turn()) return unknown;
  const path = pathOf(reading, callee);
  const method = attributeOf(reading, callee);
  if (path === null && !method) return applyResult(reading, node, callee, list);
  if (method && reading.text(method.receiver).startsWith('super(')) {
    return callSuper(reading, method.name, evaluateArguments(reading, list)) ?? unknown;
  }
  const bare = path?.join('.') ?? `${reading.written(method?.receiver ?? callee)}.${method?.name ?? ''}`;
  const known = path ? reading.scope.get(bare) : undefined;
  const called = known && applyKnown(reading, list, bare, known);
  if (called) return called;
  const receiver = method && !isLibrary(reading, path) ? reading.evaluate(method.receiver) : null;
  if (method && receiver?.type === 'instance') {
    const called = onInstance(reading, list, method.name, receiver);
    if (called) return called;
  }
  // `norm_layer(64)` where norm_layer is nn.BatchNorm2d.
  const written = known?.type === 'unknown' && known.name !== null ? known.name : bare;
  const start = reading.calls.length;
  const args = evaluateArguments(reading, list);
  const given = givenOf(args);
  const size = path === null ? null : statedSize(reading, node, written, args);
  const worked =
    size ??
    (receiver && method && onReceiver(reading, node, method.name, receiver, given, path)) ??
    (path ? fromPath(reading, node, written === bare ? path : written.split('.'), given) : null);
  if (!worked) {
    const flow =
      receiver && method && receiver.type !== 'unknown' ? flowOf(reading, receiver, method.receiver) : null;
    return record(reading, node, written, args, flow ?? methodOfName(reading, path), start);
  }
  if (worked.type === 'array') {
    for (const { node: argument } of args) {
      if (argument.name === 'VariableName') forgetArray(reading, reading.text(argument));
    }
  }
  return worked;
}

/** A built-in function, or an array that a library makes. */
function fromPath(reading: Reading, node: Node, path: readonly string[], given: Given): Value | null {
  const [root = '', ...rest] = path;
  const name = path.at(-1) ?? '';
  const held = containerOf(name, given);
  if (held !== null) return held;
  const isBare = path.length === 1 || root === 'collections';
  const full = [...(reading.imports.get(root)?.split('.') ?? [root]), ...rest];
  return (isBare ? callBuiltin(name, given) : null) ?? fromLibrary(reading, node, full, given);
}

/** PyTorch's lists and dictionaries of layers, and its wrappers around tensors, as what is in them. */
function containerOf(name: string, { positional, named }: Given): Value | null {
  const [first] = positional;
  switch (name) {
    case 'ModuleList':
      if (first?.type === 'tuple') return listValue(first.items);
      return first === undefined ? listValue([]) : first.type === 'list' ? first : null;
    case 'ModuleDict':
      if (first === undefined) return { type: 'dict', entries: new Map(named) };
      return first.type === 'dict' ? first : null;
    case 'Parameter':
    case 'Variable':
      return first?.type === 'array' ? first : null;
    default:
      return null;
  }
}

/** `Layer(…)(x)`: the second parentheses apply what the first made. */
function applyResult(reading: Reading, node: Node, callee: Node, list: Node): Value {
  const made = reading.evaluate(callee);
  const args = evaluateArguments(reading, list);
  const name = made.type === 'unknown' && made.name !== null ? made.name : reading.written(callee);
  return reading.apply(made, args, list) ?? record(reading, node, name, args, null, reading.calls.length);
}

/** What a name stands for, called: a layer, a model, a class, a function or a method of the object at hand. */
function applyKnown(reading: Reading, list: Node, name: string, known: Value): Value | null {
  const own = name.startsWith('self.') ? reading.self : null;
  if (known.type === 'definition' && own !== null) {
    const method = name.slice('self.'.length);
    return callMethod(reading, own.instance, method, evaluateArguments(reading, list));
  }
  return callable.has(known.type) ? reading.apply(known, evaluateArguments(reading, list), list) : null;
}

/** `self.encoder.forward(x)`, `net.features(x)`, `net.eval()`. */
function onInstance(reading: Reading, list: Node, name: string, receiver: Instance): Value | null {
  if (passing.has(name)) return receiver;
  const attribute = attributeOfInstance(receiver, name);
  if (attribute?.type === 'definition')
    return callMethod(reading, receiver, name, evaluateArguments(reading, list));
  return attribute && callable.has(attribute.type)
    ? reading.apply(attribute, evaluateArguments(reading, list), list)
    : null;
}

const callable = new Set<Value['type']>(['call', 'instance', 'class', 'definition']);

/** Methods that ask a tensor for its sizes. */
function tensorQuery(name: string, of: CallValue | TensorValue, { positional }: Given): Value | null {
  if (name === 'get_shape' || (name === 'size' && positional.length === 0))
    return { type: 'size', of, axis: null };
  const [axis] = positional;
  if (name === 'size') return axis?.type === 'int' ? { type: 'size', of, axis: axis.value } : unknown;
  return ['dim', 'numel', 'item', 'tolist'].includes(name) ? unknown : null;
}

function isLibrary(reading: Reading, path: readonly string[] | null): boolean {
  const root = path?.[0] ?? '';
  return (
    path !== null && !reading.scope.has(root) && (reading.imports.has(root) || Object.hasOwn(libraryOf, root))
  );
}

/** A method of an array, of a list, or of what an earlier call returned; null where the call is to be recorded. */
function onReceiver(
  reading: Reading,
  node: Node,
  name: string,
  receiver: Value,
  given: Given,
  path: readonly string[] | null,
): Value | null {
  const all = withReceiver(receiver, given);
  switch (receiver.type) {
    case 'array': {
      const changed = changeArray(reading, node, name, all, true);
      if (!changed) return arrayQuery(name, all);
      if (receiver.name !== null) forgetArray(reading, receiver.name);
      if (name.endsWith('_') && path) {
        reading.scope.set(path.slice(0, -1).join('.'), {
          type: 'array',
          array: changed,
          name: receiver.name,
        });
      }
      return arrayValue(changed);
    }
    case 'list': {
      const [item] = given.positional;
      if (!item || !path || !listMethods.has(name)) return null;
      const more = name === 'extend' && (item.type === 'list' || item.type === 'tuple') ? item.items : [item];
      reading.scope.set(path.slice(0, -1).join('.'), listValue([...receiver.items, ...more]));
      return tupleValue([]);
    }
    case 'call':
    case 'tensor':
      if (passing.has(name)) return receiver;
      return isTensor(reading, receiver) ? tensorQuery(name, receiver, given) : null;
    case 'str':
    case 'dict':
      return unknown;
    default:
      return null;
  }
}

/** Arrays made and rearranged by a library: `np.zeros`, `torch.randn`, `tf.constant`, a bare `tensor(…)`. */
function fromLibrary(reading: Reading, node: Node, path: readonly string[], given: Given): Value | null {
  const root = path[0] ?? '';
  const own = Object.hasOwn(libraryOf, root) ? libraryOf[root] : undefined;
  const bare: Library | null = path.length > 1 ? null : root === 'tensor' ? 'torch' : 'numpy';
  const library = own ?? bare;
  if (!library) return null;
  const functions = own ? path.slice(1).filter((part) => part !== 'numpy' && part !== 'ops') : path;
  const array =
    makeArray(reading, node, library, functions, given) ??
    (functions.length === 1 ? changeArray(reading, node, functions[0] ?? '', given, false) : null);
  return array && arrayValue(array);
}

const tensorMethods = new Set(
  'view reshape flatten mean amax amin max min sum squeeze unsqueeze permute transpose size'.split(' '),
);
const moduleNames = new Set(
  'nn F layers keras ops lax linen nnx mx L functional np tf torch K jnp jax'.split(' '),
);

/** `x.mean(…)` with `x` a parameter or a variable whose value is not in the code. */
function methodOfName(reading: Reading, path: readonly string[] | null): Flow | null {
  const [root = '', method = ''] = path ?? [];
  if (path?.length !== 2 || root === 'self') return null;
  const known = reading.scope.get(root)?.type === 'unknown';
  const likely = tensorMethods.has(method) && !moduleNames.has(root) && !reading.imports.has(root);
  return known || likely ? { from: 'name', name: root } : null;
}

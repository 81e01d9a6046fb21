import type { Library } from '../array/ndarray.ts';
import type { CodeArgument, CodeStep, Flow } from '../program.ts';
import type { Reading } from '../reading.ts';
import { children, type Node } from '../tree.ts';
import { arrayValue, libraryOf, listValue, tupleValue, unknown, type Value } from '../value.ts';
import { codeArguments, type EvaluatedArgument, evaluateArguments, flowOf, givenOf } from './arguments.ts';
import { arrayQuery, callBuiltin } from './builtin.ts';
import { changeArray } from './change-array.ts';
import { enterFunction } from './define.ts';
import { type Given, withReceiver } from './given.ts';
import { forgetArray } from './land.ts';
import { makeArray } from './make-array.ts';
import { attributeOf, pathOf, qualify } from './path.ts';
import { noteArgumentShapes } from './shape-note.ts';

/** Methods that hand back the tensor or layer they are called on. */
const passing = new Set(
  'to cuda cpu detach contiguous clone eval train double float half numpy requires_grad_ compile copy'.split(
    ' ',
  ),
);
/** Methods and functions that no tensor goes through. */
const notSteps = new Set(
  'Model Functional add append extend insert build summary fit evaluate predict compile plot_model shape save load backward step'.split(
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

  if (method && reading.text(method.receiver).startsWith('super(')) return unknown;
  const written = path?.join('.') ?? `${reading.written(method?.receiver ?? callee)}.${method?.name ?? ''}`;
  const known = path ? reading.scope.get(written) : undefined;
  if (known?.type === 'call') return apply(reading, list, known);
  if (known?.type === 'definition') {
    const args = evaluateArguments(reading, list);
    if (known.node.name === 'FunctionDefinition') return enterFunction(reading, known, args);
    return record(reading, node, written, args, null, reading.calls.length);
  }
  const imported = path && (reading.imports.get(path[0] ?? '')?.split('.') ?? path.slice(0, 1));
  const full = path && imported ? [...imported, ...path.slice(1)] : null;
  const receiver = method && !isLibrary(reading, path) ? reading.evaluate(method.receiver) : null;
  const start = reading.calls.length;
  const args = evaluateArguments(reading, list);
  const given = givenOf(args);
  const worked =
    (receiver && method && onReceiver(reading, node, method.name, receiver, given, path)) ??
    (path?.length === 1 ? callBuiltin(written, given) : null) ??
    (full && fromLibrary(reading, node, full, given));
  if (worked) {
    for (const { node: argument } of args) {
      if (worked.type === 'array' && argument.name === 'VariableName') {
        forgetArray(reading, reading.text(argument));
      }
    }
    return worked;
  }
  const flow =
    receiver && method && receiver.type !== 'unknown' ? flowOf(reading, receiver, method.receiver) : null;
  return record(reading, node, written, args, flow ?? methodOfName(reading, path), start);
}

/** `Layer(…)(x)`: the second parentheses apply what the first made. */
function applyResult(reading: Reading, node: Node, callee: Node, list: Node): Value {
  const made = reading.evaluate(callee);
  if (made.type === 'call') return apply(reading, list, made);
  const args = evaluateArguments(reading, list);
  return record(reading, node, reading.written(callee), args, null, reading.calls.length);
}

function apply(reading: Reading, list: Node, made: Extract<Value, { type: 'call' }>): Value {
  const args = codeArguments(reading, evaluateArguments(reading, list));
  const call = reading.calls[made.call];
  if (!call) return unknown;
  call.applied.push({ args, span: reading.spanOf(list) });
  const applied = call.applied.length - 1;
  reading.steps.push({ call: made.call, applied });
  return { type: 'call', call: made.call, applied };
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
      return passing.has(name) ? receiver : null;
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

/** `x.mean(…)` with `x` a parameter or a variable whose value is not in the code. */
function methodOfName(reading: Reading, path: readonly string[] | null): Flow | null {
  if (path?.length !== 2) return null;
  const [root = ''] = path;
  return reading.scope.get(root)?.type === 'unknown' && root !== 'self' ? { from: 'name', name: root } : null;
}

function record(
  reading: Reading,
  node: Node,
  name: string,
  args: readonly EvaluatedArgument[],
  receiver: Flow | null,
  start: number,
): Value {
  noteArgumentShapes(reading, name, args, node);
  const written = codeArguments(reading, args);
  const index = reading.calls.length;
  for (const inner of reading.calls.slice(start)) inner.within ??= index;
  reading.calls.push({
    name,
    qualified: qualify(reading, name.split('.')),
    args: written,
    span: reading.spanOf(node),
    target: null,
    within: null,
    receiver,
    applied: [],
    elements: args.flatMap(({ value }) => callsIn(value)),
  });
  if (isStep(reading, name, receiver, written)) {
    reading.steps.push({ call: index, applied: null });
    reading.tensors.add(index);
  }
  return { type: 'call', call: index, applied: null };
}

/** The results of calls in a value, also inside lists, pairs and dictionaries. */
function callsIn(value: Value): CodeStep[] {
  switch (value.type) {
    case 'call':
      return [{ call: value.call, applied: value.applied }];
    case 'list':
    case 'tuple':
      return value.items.flatMap(callsIn);
    case 'dict':
      return [...value.entries.values()].flatMap(callsIn);
    default:
      return [];
  }
}

/** A tensor goes through the call: it is a method of one, or a function whose argument is one. */
function isStep(
  reading: Reading,
  name: string,
  receiver: Flow | null,
  args: readonly CodeArgument[],
): boolean {
  const last = name.slice(name.lastIndexOf('.') + 1);
  if (notSteps.has(last)) return false;
  if (receiver) return isTensor(reading, receiver);
  const input = args.find(({ name: given }, at) => (given === null ? at === 0 : tensorNames.has(given)));
  if (!input?.flow || !isTensor(reading, input.flow)) return false;
  const isFunction = last.charAt(0) === last.charAt(0).toLowerCase();
  return isFunction || input.flow.from !== 'name';
}

/** Whether a flow is a tensor and not a layer that was built and not applied yet. */
function isTensor(reading: Reading, flow: Flow): boolean {
  if (flow.from !== 'call') return true;
  const name = reading.calls[flow.call]?.name ?? '';
  return flow.applied !== null || reading.tensors.has(flow.call) || name.endsWith('Input');
}

const tensorNames = new Set(['input', 'inputs', 'x', 'value', 'images', 'tensor']);

import { dtypeNamed } from '../array/dtype.ts';
import { sizeOf } from '../array/ndarray.ts';
import type { Reading } from '../reading.ts';
import type { Node } from '../tree.ts';
import {
  boolValue,
  type CallValue,
  floatValue,
  intValue,
  libraryOf,
  none,
  type TensorValue,
  tupleValue,
  unknown,
  type Value,
} from '../value.ts';
import { flowsIn } from './arguments.ts';
import { arrayAttribute } from './change-array.ts';
import { attributeOfInstance, memberOf } from './class.ts';
import { noteComputation } from './obstacle.ts';
import { attributeOf, pathOf } from './path.ts';
import { givesSeveral } from './several.ts';
import { asTensor } from './tensor.ts';

const constants: Readonly<Record<string, Value>> = {
  nan: floatValue(Number.NaN),
  NaN: floatValue(Number.NaN),
  NAN: floatValue(Number.NaN),
  inf: floatValue(Number.POSITIVE_INFINITY),
  Inf: floatValue(Number.POSITIVE_INFINITY),
  infty: floatValue(Number.POSITIVE_INFINITY),
  pi: floatValue(Math.PI),
  e: floatValue(Math.E),
  newaxis: none,
};

/** A variable of the code, or `nan` and `inf` as they are printed. */
export function variable(reading: Reading, name: string): Value {
  const known = reading.scope.get(name);
  if (known) return known;
  const imported = reading.imports.get(name)?.split('.').at(-1) ?? name;
  if (name === 'e' || name === 'pi') return { type: 'unknown', name };
  return (Object.hasOwn(constants, imported) && constants[imported]) || { type: 'unknown', name };
}

/** `receiver.name`: a variable such as `self.k`, a constant or dtype of a library, or a property of an array. */
export function attribute(reading: Reading, node: Node): Value {
  const sides = attributeOf(reading, node);
  if (!sides) return unknown;
  const path = pathOf(reading, node);
  if (path) {
    const known = reading.scope.get(path.join('.'));
    if (known) return known;
    if (path.join('.') === 'self.training') return inEvaluation(reading, node);
    const [root = ''] = path;
    if (!reading.scope.has(root) && (Object.hasOwn(libraryOf, root) || root === 'math')) {
      return ofLibrary(sides.name, path.join('.'));
    }
  }
  const receiver = reading.evaluate(sides.receiver);
  if (receiver.type === 'instance')
    return attributeOfInstance(receiver, sides.name) ?? { type: 'unknown', name: path?.join('.') ?? null };
  if (receiver.type === 'class') return memberOf(receiver, sides.name)?.value ?? unknown;
  const tensor = asTensor(reading, receiver);
  if (tensor !== null) return ofTensor(reading, node, tensor, sides.name);
  if (receiver.type === 'call' && sides.name === 'output') return outputOf(reading, node, receiver);
  if (receiver.type === 'array') {
    const { array } = receiver;
    if (sides.name === 'shape') return tupleValue(array.shape.map(intValue));
    if (sides.name === 'ndim') return intValue(array.shape.length);
    if (sides.name === 'size') return intValue(sizeOf(array.shape));
    return arrayAttribute(reading, array, sides.name) ?? unknown;
  }
  return { type: 'unknown', name: path?.join('.') ?? null };
}

/** A model that is traced is one that is used, as after `model.eval()`. */
function inEvaluation(reading: Reading, node: Node): Value {
  const span = reading.spanOf(node);
  if (!reading.problems.some(({ kind }) => kind === 'training')) reading.report({ kind: 'training', span });
  return boolValue(false);
}

/** `x.shape`, `x.T`. */
function ofTensor(reading: Reading, node: Node, of: CallValue | TensorValue, name: string): Value {
  if (name === 'shape') return { type: 'size', of, axis: null };
  if (name === 'data') return of;
  if (of.type === 'call' && givesSeveral(reading, of) && (name === 'values' || name === 'indices'))
    return { ...of, item: name === 'values' ? 0 : 1 };
  if (name === 'ndim' || name === 'device' || name === 'dtype') return unknown;
  return noteComputation(reading, node, name, flowsIn(reading, of, node));
}

/** `base_model.output`: what a model that is made elsewhere gives. */
function outputOf(reading: Reading, node: Node, { call }: CallValue): Value {
  const made = reading.calls[call];
  if (made === undefined || made.graph !== null) return made?.graph?.outputs ?? unknown;
  made.applied.push({ args: [], span: reading.spanOf(node) });
  const applied = made.applied.length - 1;
  reading.step(call, applied, []);
  return { type: 'call', call, applied, item: null };
}

function ofLibrary(name: string, path: string): Value {
  if (Object.hasOwn(constants, name)) return constants[name] ?? unknown;
  const dtype = dtypeNamed(name);
  return dtype ? { type: 'dtype', dtype } : { type: 'unknown', name: path };
}

import type { Shape } from '../../../pooling/index.ts';
import { axisOf } from '../../shape/axes.ts';
import type { EvaluatedArgument, Reading } from '../reading.ts';
import { children, type Node } from '../tree.ts';
import type { Value } from '../value.ts';
import { attributeOf } from './path.ts';

/** The shape that a tuple or list stands for: None and -1 are open; null where anything else is in it. */
export function shapeOf(value: Value | undefined): Shape | null {
  if (value?.type !== 'tuple' && value?.type !== 'list') return null;
  const shape: (number | null)[] = [];
  for (const item of value.items) {
    if (item.type === 'none') shape.push(null);
    else if (item.type === 'int' && item.value >= -1) shape.push(item.value === -1 ? null : item.value);
    else return null;
  }
  return shape;
}

const ofInput = new Set(['Input', 'InputLayer', 'KerasTensor', 'placeholder', 'TensorSpec', 'layer_input']);
const alwaysBatched = new Set(['batch_shape', 'batch_input_shape']);

/** Notes the shapes among a call's arguments: `input_shape=`, `Input(shape=…)`, `torch.Size([…])`, `model.build(…)`. */
export function noteArgumentShapes(
  reading: Reading,
  name: string,
  args: readonly EvaluatedArgument[],
  node: Node,
): void {
  const last = name.slice(name.lastIndexOf('.') + 1);
  const batch = args.find((arg) => arg.name === 'batch_size');
  const batchSize = batch?.value.type === 'int' ? batch.value.value : null;
  for (const [position, arg] of args.entries()) {
    const kind = kindOf(last, arg.name, position);
    const shape = kind === null ? null : shapeOf(asShape(kind.written, arg.value));
    if (!kind || !shape) continue;
    const withBatch = batch !== undefined && kind.batched === false;
    reading.shapes.push({
      shape: withBatch ? [batchSize, ...shape] : shape,
      written: kind.written,
      batched: withBatch || kind.batched,
      of: null,
      span: arg.name === null ? reading.spanOf(node) : reading.span(arg.from, arg.node.to),
    });
  }
}

/** A length is a shape of one axis. */
const asShape = (written: string, value: Value): Value =>
  written === 'input_length' && value.type === 'int' ? { type: 'tuple', items: [value] } : value;

/** `torch.Size([…])` and `tf.TensorShape([…])`: the shape, noted; null for any other call. */
export function statedSize(
  reading: Reading,
  node: Node,
  name: string,
  args: readonly EvaluatedArgument[],
): Value | null {
  const [first, ...others] = args;
  if (!/(^|\.)(Size|TensorShape)$/.test(name) || others.length > 0) return null;
  const value = first?.value;
  if (value?.type !== 'list' && value?.type !== 'tuple') return null;
  noteArgumentShapes(reading, name, args, node);
  return { type: 'tuple', items: value.items };
}

function kindOf(
  call: string,
  name: string | null,
  position: number,
): { written: string; batched: boolean | null } | null {
  if (name !== null && alwaysBatched.has(name)) return { written: name, batched: true };
  if (call === 'build' && (name === 'input_shape' || (name === null && position === 0))) {
    return { written: 'build', batched: true };
  }
  if (name === 'input_shape') return { written: name, batched: false };
  // The length of a text, as Keras 2 had it.
  if (name === 'input_length' && call === 'Embedding') return { written: name, batched: false };
  if (name === 'input_size') return { written: name, batched: call === 'summary' ? true : null };
  if (ofInput.has(call) && (name === 'shape' || (name === null && position <= 1))) {
    const literal = call === 'placeholder' || call === 'TensorSpec' || call === 'KerasTensor';
    return { written: call.toLowerCase(), batched: literal };
  }
  if (name !== null) return null;
  if ((call === 'Size' || call === 'TensorShape') && position === 0)
    return { written: 'size', batched: null };
  if (call === 'summary' && position === 1) return { written: 'summary', batched: false };
  return null;
}

/** `x.shape == (1, 3, 8, 8)`: what stands on the right is the shape of `x`. */
export function noteComparedShape(reading: Reading, node: Node, left: Node, right: Value): void {
  const of = measured(reading, left);
  const shape = of === null ? null : shapeOf(right);
  if (!shape) return;
  const span = reading.spanOf(node);
  const [last] = reading.shapes.slice(-1);
  if (last && last.span.start >= span.start && last.span.end <= span.end) reading.shapes.pop();
  reading.shapes.push({ shape, written: 'comparison', batched: null, of, span });
}

/** `x.shape = (1, 3, 8, 8)`, as people write it who mean that it is so. */
export function noteShapeOf(reading: Reading, node: Node, name: string, value: Value): void {
  const shape = shapeOf(value);
  if (!shape) return;
  const of = name.slice(0, -'.shape'.length);
  reading.shapes.push({ shape, written: 'comparison', batched: null, of, span: reading.spanOf(node) });
}

/** `np.zeros((2, 3)).shape` as a statement of its own: the shape it evaluates to. */
export function noteStatedShape(reading: Reading, node: Node, value: Value): void {
  const of = measured(reading, node);
  const shape = of === null ? null : shapeOf(value);
  if (!shape) return;
  reading.shapes.push({ shape, written: 'shape', batched: null, of, span: reading.spanOf(node) });
}

/** What `.shape`, `.size()` or `.get_shape()` is taken of, as written. */
function measured(reading: Reading, node: Node): string | null {
  const [callee] = node.name === 'CallExpression' ? children(node) : [node];
  const sides = callee ? attributeOf(reading, callee) : null;
  if (!sides || !['shape', 'size', 'get_shape'].includes(sides.name)) return null;
  return reading.written(sides.receiver);
}

/** `x: [B, T, D] = [8, 200, 64]`, as people write it who mean sizes by their axes; false for any other annotation. */
export function noteTypedShape(
  reading: Reading,
  node: Node,
  valueNodes: readonly Node[],
  type: string,
  value: Value,
): boolean {
  const [, listed = ''] = type.match(/^:\s*[[(]([^[\]()]*)[\])]\s*$/) ?? [];
  const names = listed.split(',').map((name) => name.trim());
  const shape = shapeOf(value);
  if (shape === null || names.length < 2 || names.length !== shape.length) return false;
  if (!names.every((name) => /^[A-Z]$/.test(name) || axisOf(name.toLowerCase()) !== null)) return false;
  const [first, last] = [valueNodes[0] ?? node, valueNodes.at(-1) ?? node];
  const span = reading.span(first.from, last.to);
  reading.shapes.push({ shape, written: 'comparison', batched: null, of: null, span });
  return true;
}

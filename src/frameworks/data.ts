import type { Operation, Shape, Tensor } from '../pooling/index.ts';
import type { Inferred, LayerData, Refusal } from './framework.ts';
import { refuse } from './refusal.ts';

const print = (shape: Shape): string => `(${shape.map((size) => size ?? 'None').join(', ')})`;

const sameShape = (a: Shape, b: Shape): boolean =>
  a.length === b.length && a.every((size, axis) => size === b[axis]);

/** Arrays that can't belong together, whatever the framework: a count off, a mask, indices or upstream that don't fit. */
export function checkData({ operation, derivation }: Inferred, data: LayerData): Refusal | null {
  const { input, mask, indices, upstream } = data;
  const miscounted = [input, mask, indices, upstream].find((tensor) => tensor && !isWhole(tensor));
  if (miscounted) {
    const advice = `${print(miscounted.shape)} needs ${count(miscounted)} values and ${miscounted.data.length} came.`;
    return refuse('bad-length', 'call', null, advice);
  }
  if (upstream && !sameShape(upstream.shape, derivation.output)) {
    const advice = `The upstream gradient has shape ${print(upstream.shape)}; it needs the output's, ${print(derivation.output)}.`;
    return refuse('bad-upstream', 'call', null, advice);
  }
  return checkMask(operation, input.shape, mask) ?? checkIndices(operation, input.shape, indices);
}

const count = ({ shape }: Tensor): number => shape.reduce((product, size) => product * size, 1);
const isWhole = (tensor: Tensor): boolean => count(tensor) === tensor.data.length;

function checkMask({ axes }: Operation, input: Shape, mask: Tensor | undefined): Refusal | null {
  if (mask === undefined) return null;
  const channel = axes.layout === 'channels_first' ? axes.lead : axes.lead + axes.rank;
  const wanted = axes.channels ? input.filter((_, axis) => axis !== channel) : input;
  if (sameShape(mask.shape, wanted)) return null;
  const advice = `The mask has shape ${print(mask.shape)}; it needs one entry per step, ${print(wanted)}.`;
  return refuse('bad-mask', 'call', null, advice);
}

function checkIndices(operation: Operation, input: Shape, indices: Tensor | undefined): Refusal | null {
  if (operation.kind !== 'unpool') return null;
  if (indices === undefined) {
    const advice = 'Unpooling needs the indices that the max pooling before it returned; they are missing.';
    return refuse('bad-indices', 'call', null, advice);
  }
  if (sameShape(indices.shape, input)) return null;
  const advice = `The indices have shape ${print(indices.shape)}; they need the input's, ${print(input)}.`;
  return refuse('bad-indices', 'call', null, advice);
}

import type { Shape } from '../../pooling/index.ts';
import { effect, lost, weightless } from '../define.ts';
import type { AppliedLayer, Inputs, ModelFramework, ModelLayer } from '../layer.ts';
import { type Problem, problem, valueError } from '../problem.ts';
import { agree, printShape, printSizes } from '../shape/dimensions.ts';
import { incompatible } from '../torch/merging.ts';

const documentation = {
  torch: 'https://docs.pytorch.org/docs/stable/notes/broadcasting.html',
  keras: 'https://keras.io/api/ops/numpy/',
} as const;

type Home = keyof typeof documentation;

/** Cell by cell; a number beside the tensor keeps the shape. */
const elementwise = (framework: Home, name: string): ModelLayer =>
  operator(framework, name, (inputs) => {
    let [output] = inputs;
    for (const next of inputs.slice(1)) {
      const joined = broadcast(output, next);
      if (joined === null) return framework === 'torch' ? incompatible(output, next) : unequal(output, next);
      output = joined;
    }
    return { ...effect(output), args: {} };
  });

/**
 * From the last axes on, where a 1 takes the other's size (keras/src/ops/operation_utils.py, PyTorch's broadcasting
 * semantics). An open size is whatever it meets.
 */
function broadcast(a: Shape, b: Shape): Shape | null {
  const rank = Math.max(a.length, b.length);
  const at = (shape: Shape, axis: number) => {
    const place = axis - rank + shape.length;
    return place < 0 ? 1 : (shape[place] ?? null);
  };
  const sizes = Array.from({ length: rank }, (_, axis) => [at(a, axis), at(b, axis)] as const);
  if (sizes.some(([left, right]) => left !== 1 && right !== 1 && !agree(left, right))) return null;
  return sizes.map(([left, right]) => {
    if (left === 1) return right;
    return right === 1 ? left : (left ?? right);
  });
}

function unequal(a: Shape, b: Shape): Problem {
  const rank = Math.max(a.length, b.length);
  const padded = (shape: Shape): Shape => [...Array<1>(rank - shape.length).fill(1), ...shape];
  const [left, right] = [padded(a), padded(b)];
  const axis = left.findIndex((size, at) => size !== 1 && right[at] !== 1 && !agree(size, right[at] ?? null));
  const error = valueError(
    `Cannot broadcast shape, the failure dim has value ${left[axis]}, which cannot be broadcasted to ${right[axis]}. ` +
      `Input shapes are: ${listed(a)} and ${listed(b)}.`,
  );
  const advice =
    `Both need the same sizes, and ${printShape(a)} meets ${printShape(b)}. padding="same" with equal strides keeps ` +
    'them equal; a 1x1 convolution brings the channels to the same number.';
  return problem('mismatched-inputs', 'call', error, advice);
}

const listed = (shape: Shape): string => `[${shape.map((size) => size ?? 'None').join(', ')}]`;

/** Products of rows and columns over the last two axes, any axes in front of them broadcast. */
const matmul = (framework: Home): ModelLayer =>
  operator(framework, '@', ([a, b]) => {
    const name = 'A matrix product';
    if (b === undefined || a.length < 2 || b.length < 2) {
      return problem('wrong-rank', 'call', null, `${name} takes two tensors of two and more axes here.`);
    }
    const [inner, outer] = [a.at(-1) ?? null, b.at(-2) ?? null];
    const lead = broadcast(a.slice(0, -2), b.slice(0, -2));
    if (!agree(inner, outer) || lead === null) {
      const advice = `${printSizes(a)} and ${printSizes(b)} don't fit: the last axis of one meets the last but one of the other.`;
      return problem('mismatched-inputs', 'call', null, advice);
    }
    return { ...effect([...lead, a.at(-2) ?? null, b.at(-1) ?? null], weightless, lost), args: {} };
  });

function operator(
  framework: ModelFramework & Home,
  name: string,
  apply: (inputs: Inputs) => AppliedLayer | Problem,
): ModelLayer {
  return {
    framework,
    name,
    aliases: [],
    rank: null,
    pools: false,
    documentation: documentation[framework],
    apply: (_given, inputs) => apply(inputs),
  };
}

const homes = ['keras', 'torch'] as const;
const signs = ['+', '-', '*', '/', '//', '%', '**'];

export const arithmetic: readonly ModelLayer[] = homes.flatMap((framework) => [
  ...signs.map((sign) => elementwise(framework, sign)),
  matmul(framework),
]);

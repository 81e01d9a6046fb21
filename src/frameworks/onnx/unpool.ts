import { inferShape, type Shape, type Tensor, type UnpoolOperation } from '../../pooling/index.ts';
import type { Call, Resolved, Rules } from '../definition.ts';
import type { Configuration, Inferred, Refusal } from '../framework.ts';
import { intList, none } from '../literal.ts';
import { combine, refuse } from '../refusal.ts';
import { asInts, repeated } from '../values/integers.ts';
import { checkPositive, rankOf, readInts } from './attributes.ts';
import { refuseType } from './elements.ts';
import { missingAttribute, negativePads } from './messages.ts';
import { checkOpset, operatorRules } from './operator-rules.ts';
import { inferLocal } from './shapes.ts';

/** MaxUnpool; the whole shape to restore may come as a third input. */
export function unpoolRules(versions: readonly number[]): Rules {
  return {
    ...operatorRules,
    resolve: (call) => checkOpset(call, versions) ?? resolveUnpool(call),
    infer: inferUnpool,
    admit: ({ layer }, inferred, { input, indices }, context) =>
      refuseType(layer, context) ?? checkIndices(inferred, input.shape, indices),
    returnsIndices: () => false,
  };
}

function resolveUnpool({ values, applied }: Call): Resolved | Refusal {
  const kernel = readInts('kernel_shape', values.kernel_shape ?? none, null);
  if (!kernel.ok) return kernel;
  if (kernel.value === null) {
    const advice = 'MaxUnpool has no default window: write kernel_shape=[2, 2], as in the MaxPool before it.';
    return refuse('missing-argument', 'shape', missingAttribute('kernel_shape'), advice);
  }
  const rank = rankOf(kernel.value.length);
  if (!rank.ok) return rank;
  const read = combine({
    strides: readInts('strides', values.strides ?? none, rank.value),
    pads: readInts('pads', values.pads ?? none, 2 * rank.value),
  });
  if (!read.ok) return read;
  const stride = read.value.strides ?? repeated(1, rank.value);
  const pads = read.value.pads ?? repeated(0, 2 * rank.value);
  const wrong = checkPositive('strides', stride) ?? checkPositive('kernel_shape', kernel.value);
  if (wrong !== null) return wrong;
  if (pads.some((cells) => cells < 0)) {
    return refuse('out-of-range', 'shape', negativePads, 'Every value of pads is 0 or more.');
  }
  const shape = asInts(applied.output_shape);
  if (shape === null && applied.output_shape && applied.output_shape.type !== 'none') {
    return refuse('bad-type', 'call', null, 'output_shape lists the whole shape, for example (1, 1, 5, 5).');
  }
  return {
    ok: true,
    args: { ...values, strides: intList(stride), pads: intList(pads) },
    operation: {
      kind: 'unpool',
      axes: { rank: rank.value, layout: 'channels_first', lead: 1, channels: true },
      kernel: kernel.value,
      stride,
      begin: pads.slice(0, rank.value),
      end: pads.slice(rank.value),
      outputSize: shape === null ? null : shape.slice(2),
      indices: { base: 'tensor', order: 'row-major' },
    },
  };
}

function inferUnpool(configuration: Configuration, shape: Shape): Inferred | Refusal {
  const { operation, applied } = configuration;
  if (operation.kind !== 'unpool') throw new RangeError('not an unpooling');
  const plain: UnpoolOperation = { ...operation, outputSize: null };
  const usual = inferLocal({ ...configuration, operation: plain }, shape);
  if (!usual.ok || operation.outputSize === null) return usual;

  const wanted = asInts(applied.output_shape) ?? [];
  const restored = usual.derivation.output;
  if (wanted.length !== shape.length) {
    const advice = `output_shape has ${wanted.length} values and the input ${shape.length} axes; they must agree.`;
    return refuse('output-size', 'shape', null, advice);
  }
  const small = restored.some((size, axis) => size !== null && (wanted[axis] ?? 0) < size);
  const moved = shape.slice(0, 2).some((size, axis) => size !== null && wanted[axis] !== size);
  if (small || moved) {
    const advice =
      `output_shape (${wanted.join(', ')}) must keep batch and channels and be at least ` +
      `(${restored.map((size) => size ?? '?').join(', ')}), which the indices count in.`;
    return refuse('output-size', 'call', null, advice);
  }
  return { ok: true, operation, derivation: inferShape(operation, shape) };
}

/** Indices count over the whole tensor, in the shape that unpooling restores without output_shape. */
function checkIndices({ operation }: Inferred, input: Shape, indices: Tensor | undefined): Refusal | null {
  if (indices === undefined || operation.kind !== 'unpool') return null;
  const { output } = inferShape({ ...operation, outputSize: null }, input);
  const cells = output.reduce<number>((product, size) => product * (size ?? 1), 1);
  const wrong = indices.data.find((index) => !Number.isInteger(index) || index < 0 || index >= cells);
  if (wrong === undefined) return null;
  const advice =
    `Index ${wrong} lies outside a tensor of ${cells} cells. ONNX counts over batch, channels and axes together, ` +
    'from 0; PyTorch counts within each plane.';
  return refuse('bad-indices', 'call', null, advice);
}

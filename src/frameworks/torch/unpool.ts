import { inferShape, type Shape, type SpatialRank, type UnpoolOperation } from '../../pooling/index.ts';
import { planeIndices, withAxes } from '../canonical.ts';
import type { Call, Resolved, Rules } from '../definition.ts';
import type { Configuration, Inferred, LayerData, Refusal } from '../framework.ts';
import { intTuple, none } from '../literal.ts';
import type { PythonValue } from '../python.ts';
import { type Result, refuse, runtimeError, success, valueError } from '../refusal.ts';
import { repr } from '../repr.ts';
import { asInt, asInts, repeated } from '../values/integers.ts';
import { admitTensors } from './admit.ts';
import { bindingError, type Callee } from './callee.ts';
import { strideOf } from './local.ts';
import { printSizes } from './messages.ts';
import { axesFor, fitsRank, rankAdvice, spatialOf } from './shapes.ts';

/** MaxUnpool1d–3d; `output_size` comes with the call of the module, or as an argument of the function. */
export function unpoolRules(callee: Callee): Rules {
  return {
    bindingError: (layer, fault, stage) =>
      stage === 'call' && layer.form === 'class'
        ? bindingError({ name: `${layer.name}.forward`, parser: 'python' }, fault, 1)
        : bindingError(callee, fault, layer.form === 'class' ? 1 : 0),
    keywords: 'strict',
    resolve: resolveUnpool,
    infer: inferUnpool,
    admit: ({ layer }, inferred, data, { dtype }) =>
      admitTensors(layer, inferred, data, dtype) ?? checkIndices(inferred, data),
    returnsIndices: () => false,
  };
}

function resolveUnpool({ layer, values, applied }: Call): Resolved | Refusal {
  const rank = layer.rank ?? 2;
  const { kernel_size = none, padding = none } = values;
  const kernel = readTuple('kernel_size', kernel_size, rank);
  if (!kernel.ok) return kernel;
  const step = strideOf(values);
  const stride = step === null ? kernel : readTuple('stride', step, rank);
  if (!stride.ok) return stride;
  const pad = readTuple('padding', padding, rank);
  if (!pad.ok) return pad;
  if ([...kernel.value, ...stride.value].some((size) => size < 1) || pad.value.some((cells) => cells < 0)) {
    const advice = 'kernel_size and stride are 1 or more and padding 0 or more, as in the MaxPool before it.';
    return refuse('out-of-range', 'call', null, advice);
  }
  const size = readOutputSize(applied.output_size ?? values.output_size ?? none, rank);
  if (!size.ok) return size;
  const tuples = { kernel_size: kernel.value, stride: stride.value, padding: pad.value };
  const args = Object.entries(tuples).map(([name, value]) => [name, intTuple(value)]);
  return {
    ok: true,
    args: { ...values, ...Object.fromEntries(args) },
    operation: {
      kind: 'unpool',
      axes: { rank, layout: 'channels_first', lead: 1, channels: true },
      kernel: kernel.value,
      stride: stride.value,
      begin: pad.value,
      end: pad.value,
      outputSize: size.value,
      indices: planeIndices,
    },
  };
}

function readTuple(name: string, value: PythonValue, rank: SpatialRank): Result<readonly number[]> {
  const single = asInt(value);
  const numbers = single === null ? asInts(value) : repeated(single, rank);
  if (numbers !== null && numbers.length === rank) return success(numbers);
  const advice = `${name}=${repr(value)} does not fit a ${rank}d layer: one whole number, or ${rank} of them.`;
  return refuse(numbers === null ? 'bad-type' : 'bad-length', 'call', null, advice);
}

/** Spatial sizes alone, or with batch and channels in front, which are dropped. */
function readOutputSize(value: PythonValue, rank: SpatialRank): Result<readonly number[] | null> {
  if (value.type === 'none') return success(null);
  const numbers = asInts(value);
  if (numbers === null) {
    return refuse(
      'bad-type',
      'call',
      null,
      `output_size=${repr(value)} is no size; write x.size() or (5, 5).`,
    );
  }
  const size = numbers.length === rank + 2 ? numbers.slice(2) : numbers;
  if (size.length === rank) return success(size);
  const message =
    `output_size should be a sequence containing ${rank} or ${rank + 2} elements, ` +
    `but it has a length of '${numbers.length}'`;
  return refuse(
    'bad-length',
    'call',
    valueError(message),
    `Give ${rank} sizes, or the whole shape with ${rank + 2}.`,
  );
}

function inferUnpool(configuration: Configuration, shape: Shape): Inferred | Refusal {
  const { layer, operation } = configuration;
  const { rank } = operation.axes;
  if (operation.kind !== 'unpool') throw new RangeError(`${layer.name} does not unpool`);
  if (!fitsRank(rank, shape)) {
    const words = rank === 3 ? '3d should be a 4d or 5d' : '2d should be a 3d or 4d';
    const count = rank === 1 ? shape.length + 1 : shape.length;
    const message = `Input to max_unpooling${words} Tensor, but got a tensor with ${count} dimensions.`;
    return refuse('wrong-rank', 'call', runtimeError(message), rankAdvice(layer.name, rank, shape));
  }
  const wrong = checkOutputSize(operation, spatialOf(rank, shape), configuration);
  if (wrong !== null) return wrong;
  const fitted = withAxes(operation, axesFor(rank, shape));
  const derivation = inferShape(fitted, shape);
  if (derivation.output.some((size) => size !== null && size < 0)) {
    return refuse(
      'output-size',
      'call',
      null,
      'The sizes give a negative output. Use those of the MaxPool before it.',
    );
  }
  return { ok: true, operation: fitted, derivation };
}

/** Each size must lie strictly within one stride of the size that pooling it back would undo. */
function checkOutputSize(
  operation: UnpoolOperation,
  spatial: Shape,
  { applied, args }: Configuration,
): Refusal | null {
  const { outputSize } = operation;
  if (outputSize === null) return null;
  const plain = inferShape({ ...operation, outputSize: null, axes: bareAxes(operation.axes.rank) }, spatial);
  for (const [axis, size] of outputSize.entries()) {
    const usual = plain.output[axis] ?? null;
    const stride = operation.stride[axis] ?? 1;
    if (usual === null || (size > usual - stride && size < usual + stride)) continue;
    const given = applied.output_size ?? args.output_size;
    const written = given?.type === 'list' ? `[${outputSize.join(', ')}]` : repr(intTuple(outputSize));
    const range = `dim ${axis} must be between ${usual - stride} and ${usual + stride}`;
    const advice =
      `Between ${usual - stride + 1} and ${usual + stride - 1} pools back to this input; ${size} does not. ` +
      `Left out, it is ${usual}.`;
    return refuse('output-size', 'call', valueError(`invalid output_size "${written}" (${range})`), advice);
  }
  return null;
}

const bareAxes = (rank: SpatialRank) =>
  ({ rank, layout: 'channels_first', lead: 0, channels: false }) as const;

function checkIndices({ operation, derivation }: Inferred, { input, indices }: LayerData): Refusal | null {
  if (indices === undefined) return null;
  if (printSizes(indices.shape) !== printSizes(input.shape)) {
    const message =
      `Expected shape of indices to be same as that of the input tensor (${printSizes(input.shape)}) ` +
      `but got indices tensor with shape: ${printSizes(indices.shape)}`;
    const advice = 'Pass the indices that came with this very input from MaxPool(return_indices=True).';
    return refuse('bad-indices', 'call', runtimeError(message), advice);
  }
  const { rank } = operation.axes;
  const volume = spatialOf(rank, derivation.output).map((size) => size ?? 0);
  const cells = volume.reduce((product, size) => product * size, 1);
  const wrong = indices.data.find((index) => !Number.isInteger(index) || index < 0 || index >= cells);
  if (wrong === undefined) return null;
  const size = (rank === 1 ? [...volume, 1] : volume).join('x');
  const message = `${rank === 3 ? 'found' : 'Found'} an invalid max index: ${wrong} (output volumes are of size ${size})`;
  const advice = `Index ${wrong} lies outside a plane of ${cells} cells; each index is 0 to ${cells - 1}.`;
  return refuse('bad-indices', 'call', runtimeError(message), advice);
}

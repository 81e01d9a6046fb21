import { inferShape, type Shape, type SpatialRank } from '../../pooling/index.ts';
import { windowTooLarge } from '../advice/window.ts';
import { pythonError } from '../binding/python-errors.ts';
import { localWindow, maximum, mean, planeIndices, symmetric } from '../canonical.ts';
import type { Call, Resolved, Rules } from '../definition.ts';
import type { Configuration, Inferred, Refusal } from '../framework.ts';
import { intTuple, none } from '../literal.ts';
import type { PythonValue } from '../python.ts';
import { combine, type Result, refuse, success, valueError } from '../refusal.ts';
import { repr } from '../repr.ts';
import { asInt, asInts, repeated } from '../values/integers.ts';

/** mlx.nn pooling: zero or -inf padding on both sides, then windows (python/mlx/nn/layers/pooling.py). */
export const localRules: Rules = {
  bindingError: (layer, fault) => pythonError(fault, `${layer.name}.__init__`, 1),
  keywords: 'strict',
  resolve: resolveLocal,
  infer: inferLocal,
  admit: () => null,
  returnsIndices: () => false,
};

function resolveLocal({ layer, values }: Call): Resolved | Refusal {
  const rank = layer.rank ?? 2;
  const { kernel_size = none, stride = none, padding = none } = values;
  const read = combine({
    kernel: readList(layer.name, 'kernel_size', kernel_size, rank),
    stride: readList(layer.name, 'stride', stride.type === 'none' ? kernel_size : stride, rank),
    padding: readList(layer.name, 'padding', padding, rank),
  });
  if (!read.ok) return read;
  const { kernel, stride: step, padding: pad } = read.value;
  for (const [name, list] of [['kernel_size', kernel] as const, ['stride', step] as const]) {
    if (list.some((size) => size <= 0)) {
      const message = `[${layer.name}] '${name}' must be positive but got ${repr(intTuple(list))}.`;
      return refuse('out-of-range', 'constructor', valueError(message), `Every ${name} is 1 or more.`);
    }
  }
  if (pad.some((cells) => cells < 0)) {
    const message = `[${layer.name}] 'padding' must be non-negative but got ${repr(intTuple(pad))}.`;
    return refuse('out-of-range', 'constructor', valueError(message), 'Padding is 0 or more; slice to crop.');
  }
  return {
    ok: true,
    args: { kernel_size: intTuple(kernel), stride: intTuple(step), padding: intTuple(pad) },
    operation: {
      kind: 'pool',
      axes: { rank, layout: 'channels_last', lead: 1, channels: true },
      reduce: layer.family.reduce === 'max' ? maximum('propagate', 'split') : mean,
      window: localWindow({ kernel, stride: step, padding: symmetric(pad), divisor: { kind: 'padded' } }),
      indices: planeIndices,
    },
  };
}

function readList(
  layer: string,
  name: string,
  value: PythonValue,
  rank: SpatialRank,
): Result<readonly number[]> {
  const single = value.type === 'tuple' || value.type === 'list' ? null : asInt(value);
  const numbers = single === null ? asInts(value) : repeated(single, rank);
  if (numbers !== null && numbers.length === rank) return success(numbers);
  const plural = rank === 1 ? 'integer' : 'integers';
  const message = `[${layer}] '${name}' must be an integer or a tuple containing ${rank} ${plural}`;
  const advice = `${name}=${repr(value)} does not fit ${layer}: write ${name}=2, for example.`;
  return refuse(numbers === null ? 'bad-type' : 'bad-length', 'constructor', valueError(message), advice);
}

function inferLocal({ layer, operation }: Configuration, shape: Shape): Inferred | Refusal {
  const { rank } = operation.axes;
  if (operation.kind !== 'pool' || operation.window.kind !== 'local') {
    throw new RangeError(`${layer.name} has no window`);
  }
  if (shape.length !== rank + 2) {
    const message =
      shape.length < 3
        ? 'To extract sliding windows at least 1 spatial dimension (3 total) is needed but the input only has ' +
          `${shape.length} dimensions.`
        : 'To extract sliding windows the window shapes and strides must have the same number of spatial ' +
          `dimensions as the signal but the signal has ${shape.length - 2} dims and the window shape has ${rank} ` +
          `and strides have ${rank}.`;
    const advice = `${layer.name} wants ${rank + 2} axes: batch, ${rank} to pool, channels. x[None] adds a batch.`;
    return refuse('wrong-rank', 'call', valueError(message), advice);
  }
  const derivation = inferShape(operation, shape);
  const windows = derivation.steps.filter((step) => step.kind === 'window');
  if (windows.some(({ output }) => output !== null && output < 1)) {
    const { kernel } = operation.window;
    const room = windows.map(({ input, begin, end }) =>
      input === null ? null : input + (begin ?? 0) + (end ?? 0),
    );
    const padded = windows.some(({ begin }) => begin !== null && begin > 0);
    const facts = { argument: 'kernel_size', kernel, span: kernel, room, padded, instead: null };
    return refuse('window-too-large', 'call', null, windowTooLarge(facts));
  }
  return { ok: true, operation, derivation };
}

import { localWindow } from '../canonical.ts';
import type { Call, Resolved, Rules } from '../definition.ts';
import type { Refusal } from '../framework.ts';
import { int, intList, none } from '../literal.ts';
import { combine, refuse } from '../refusal.ts';
import { repeated } from '../values/integers.ts';
import { checkPositive, rankOf, readInt, readInts } from './attributes.ts';
import { admitLocal } from './elements.ts';
import { missingAttribute } from './messages.ts';
import { checkOpset, operatorRules } from './operator-rules.ts';
import { readPadding } from './padding.ts';
import { readReduce } from './reduce.ts';
import { inferLocal } from './shapes.ts';

/** MaxPool, AveragePool and LpPool; `versions` are the opsets that changed the operator (onnx/defs/nn). */
export function localRules(versions: readonly number[]): Rules {
  return {
    ...operatorRules,
    resolve: (call) => checkOpset(call, versions) ?? resolveLocal(call),
    infer: inferLocal,
    admit: admitLocal,
    returnsIndices: ({ layer, defaulted }, { wantIndices }) =>
      layer.family.reduce === 'max' && (wantIndices === true || !defaulted.includes('storage_order')),
  };
}

function resolveLocal({ layer, values }: Call): Resolved | Refusal {
  const kernel = readInts('kernel_shape', values.kernel_shape ?? none, null);
  if (!kernel.ok) return kernel;
  if (kernel.value === null) {
    const advice = `${layer.name} has no default window: write kernel_shape=[2, 2].`;
    return refuse('missing-argument', 'shape', missingAttribute('kernel_shape'), advice);
  }
  const rank = rankOf(kernel.value.length);
  if (!rank.ok) return rank;
  const read = combine({
    dilations: readInts('dilations', values.dilations ?? none, rank.value),
    strides: readInts('strides', values.strides ?? none, rank.value),
    padding: readPadding(values, rank.value),
    ceil: readInt('ceil_mode', values.ceil_mode ?? int(0)),
    include: readInt('count_include_pad', values.count_include_pad ?? int(0)),
    order: readInt('storage_order', values.storage_order ?? int(0)),
    reduce: readReduce(layer, values),
  });
  if (!read.ok) return read;
  const { dilations, strides, padding, ceil, include, order, reduce } = read.value;
  const ones = repeated(1, rank.value);
  const stride = strides ?? ones;
  const dilation = dilations ?? ones;
  const wrong =
    checkPositive('dilations', dilation) ??
    checkPositive('strides', stride) ??
    checkPositive('kernel_shape', kernel.value);
  if (wrong !== null) return wrong;
  return {
    ok: true,
    args: {
      ...values,
      strides: intList(stride),
      ...(values.dilations === undefined ? {} : { dilations: intList(dilation) }),
    },
    operation: {
      kind: 'pool',
      axes: { rank: rank.value, layout: 'channels_first', lead: 1, channels: true },
      reduce,
      window: localWindow({
        kernel: kernel.value,
        stride,
        dilation,
        padding,
        rounding: ceil === 0 ? 'floor' : 'ceil',
        divisor: { kind: include === 0 ? 'real' : 'padded' },
      }),
      indices: { base: 'tensor', order: order === 0 ? 'row-major' : 'column-major' },
    },
  };
}

import type { Candidate, Task, Writer } from '../code/candidate.ts';
import { sidesOf } from '../code/padding.ts';
import { call, named } from '../code/spell.ts';
import type { GivenArguments } from '../framework.ts';
import { int, intList, str } from '../literal.ts';

/** Operators as ONNX Script writes them. */
export const onnxWriter: Writer = {
  framework: 'onnx',
  layouts: ['channels_first'],
  candidates,
  render,
  reason,
};

const kinds = { max: 'MaxPool', average: 'AveragePool', lp: 'LpPool' } as const;

function candidates({ operation, sizes }: Task): readonly Candidate[] {
  if (operation.kind === 'unpool') {
    const { kernel, stride, begin, end } = operation;
    if (operation.outputSize !== null) return [];
    return [{ layer: 'MaxUnpool', given: [...windowAttributes(kernel, stride), ...pads(begin, end)] }];
  }
  const { window, reduce } = operation;
  if (reduce.kind === 'min') return [];
  const name = kinds[reduce.kind];
  const power: GivenArguments = reduce.kind === 'lp' ? [named('p', int(reduce.norm))] : [];
  if (reduce.kind === 'lp' && !Number.isInteger(reduce.norm)) return [];
  const global = { layer: `Global${name}`, given: power };
  switch (window.kind) {
    case 'local': {
      const sides = sidesOf(window, sizes);
      const gap = window.dilation.some((step) => step > 1)
        ? [named('dilations', intList(window.dilation))]
        : [];
      const base = [...windowAttributes(window.kernel, window.stride), ...power, ...gap];
      const ceil = window.rounding === 'floor' ? [] : [named('ceil_mode', int(1))];
      const included = reduce.kind === 'average' ? [[], [named('count_include_pad', int(1))]] : [[]];
      return included.flatMap((include): readonly Candidate[] => [
        ...(window.padding.kind === 'same'
          ? [
              {
                layer: name,
                given: [
                  ...base,
                  named('auto_pad', str(`SAME_${window.padding.odd.toUpperCase()}`)),
                  ...include,
                ],
              },
            ]
          : []),
        ...(sides
          ? [{ layer: name, given: [...base, ...pads(sides.begin, sides.end), ...ceil, ...include] }]
          : []),
      ]);
    }
    case 'global':
      return [window.keepdims ? global : { ...global, flatten: true }];
    case 'adaptive':
    case 'fractional':
      return [];
  }
}

function windowAttributes(kernel: readonly number[], stride: readonly number[]): GivenArguments {
  const steps = stride.some((step) => step !== 1) ? [named('strides', intList(stride))] : [];
  return [named('kernel_shape', intList(kernel)), ...steps];
}

function pads(begin: readonly number[], end: readonly number[]): GivenArguments {
  const all = [...begin, ...end];
  return all.some((cells) => cells > 0) ? [named('pads', intList(all))] : [];
}

function render({ layer, given, flatten }: Candidate, { operation }: Task): string {
  const inputs = operation.kind === 'unpool' ? ['x', 'indices'] : ['x'];
  const built = call(`op.${layer}`, given, inputs);
  return flatten ? `op.Flatten(${built}, axis=1)` : built;
}

function reason({ operation }: Task): string {
  if (operation.kind === 'unpool')
    return 'MaxUnpool wants the whole output shape, batch and channels included.';
  const { reduce, window } = operation;
  if (reduce.kind === 'min') return 'ONNX has no minimum pooling; it is Neg, MaxPool, Neg.';
  if (reduce.kind === 'lp') return 'ONNX takes |x| to a whole power, unlike this norm.';
  if (window.kind === 'adaptive')
    return 'ONNX has no adaptive pooling; only where the output divides the input is there a plain one.';
  if (window.kind === 'fractional') return 'ONNX has no fractional pooling.';
  if (reduce.kind === 'average' && reduce.truncate) return 'ONNX does not average integers.';
  if (window.kind === 'local' && window.rounding === 'caffe')
    return 'ONNX drops a last window that Caffe keeps.';
  return 'ONNX averages divide by the window or its real cells only.';
}

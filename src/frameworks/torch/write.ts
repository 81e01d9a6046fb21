import type { Candidate, PadStep, Task, Writer } from '../code/candidate.ts';
import { isSymmetric, neutral, padStep, sidesOf } from '../code/padding.ts';
import { call, compact, named } from '../code/spell.ts';
import type { GivenArguments } from '../framework.ts';
import { bool, float, int, intTuple, none, tuple } from '../literal.ts';
import type { PythonValue } from '../python.ts';
import { reason } from './write-reason.ts';

/** Modules of torch.nn, with a ConstantPad in front where the padding is uneven, and Flatten behind. */
export const torchWriter: Writer = {
  framework: 'torch',
  layouts: ['channels_first'],
  candidates,
  render,
  reason,
};

function candidates(task: Task): readonly Candidate[] {
  const { operation } = task;
  const { rank } = operation.axes;
  if (operation.kind === 'unpool') {
    const { kernel, stride, begin, outputSize } = operation;
    const given = [...windowArguments(kernel, stride), ...padding(begin)];
    const applied = outputSize === null ? {} : { applied: [named('output_size', intTuple(outputSize))] };
    return [{ layer: `MaxUnpool${rank}d`, given, ...applied }];
  }
  const { window, reduce } = operation;
  if (window.kind === 'local') return localCandidates(task);
  const maximum = reduce.kind === 'max';
  const adaptive = `Adaptive${maximum ? 'Max' : 'Avg'}Pool${rank}d`;
  if (window.kind === 'adaptive') {
    return [{ layer: adaptive, given: [named('output_size', outputSize(window.outputSize))] }];
  }
  if (window.kind === 'global') {
    const given = [named('output_size', int(1))];
    return [window.keepdims ? { layer: adaptive, given } : { layer: adaptive, given, flatten: true }];
  }
  const { outputSize: size, kernel } = window;
  if (size.kind === 'factor') return [];
  const extent =
    size.kind === 'size'
      ? named('output_size', compact(size.size))
      : named('output_ratio', tuple(size.ratio.map(float)));
  return [{ layer: `FractionalMaxPool${rank}d`, given: [named('kernel_size', compact(kernel)), extent] }];
}

function outputSize(size: readonly (number | null)[]): PythonValue {
  const known = size.filter((length) => length !== null);
  if (known.length === size.length) return compact(known);
  return tuple(size.map((length) => (length === null ? none : int(length))));
}

function localCandidates({ operation, sizes }: Task): readonly Candidate[] {
  if (operation.kind !== 'pool' || operation.window.kind !== 'local') return [];
  const { window, reduce, axes } = operation;
  const { rank } = axes;
  const base = windowArguments(window.kernel, window.stride);
  const sides = sidesOf(window, sizes);
  const even = sides !== null && isSymmetric(sides) ? padding(sides.begin) : [];
  const pad = padStep(window, sizes, neutral(reduce.kind));
  const ceils = window.rounding === 'floor' && window.padding.kind === 'explicit' ? [false] : [false, true];
  const ceil = (on: boolean): GivenArguments => (on ? [named('ceil_mode', bool(true))] : []);
  if (reduce.kind === 'max') {
    const gap = window.dilation.some((step) => step > 1) ? [named('dilation', compact(window.dilation))] : [];
    const layer = `MaxPool${rank}d`;
    return [
      ...ceils.map((on) => ({ layer, given: [...base, ...even, ...gap, ...ceil(on)] })),
      ...ceils.map((on) => ({ layer, given: [...base, ...gap, ...ceil(on)] })),
      ...(pad ? [{ layer, given: [...base, ...gap], pad }] : []),
    ];
  }
  if (reduce.kind === 'lp') {
    const layer = `LPPool${rank}d`;
    const given = [named('norm_type', norm(reduce.norm)), ...base];
    return [
      ...ceils.map((on) => ({ layer, given: [...given, ...ceil(on)] })),
      ...ceils.map((on): Candidate => ({ layer, given: [...given, ...ceil(on)], absolute: true })),
      ...(pad
        ? [
            { layer, given, pad },
            { layer, given, pad, absolute: true as const },
          ]
        : []),
    ];
  }
  if (reduce.kind !== 'average' || window.dilation.some((step) => step > 1)) return [];
  const layer = `AvgPool${rank}d`;
  const uncounted = [named('count_include_pad', bool(false))];
  const fixed =
    window.divisor.kind === 'fixed' && rank > 1
      ? [named('divisor_override', int(window.divisor.value))]
      : null;
  const padded = even.length > 0;
  return [
    ...ceils.flatMap((on): readonly Candidate[] => [
      { layer, given: [...base, ...even, ...ceil(on)] },
      ...(padded ? [{ layer, given: [...base, ...even, ...ceil(on), ...uncounted] }] : []),
      ...(padded ? [{ layer, given: [...base, ...ceil(on)] }] : []),
      ...(fixed ? [{ layer, given: [...base, ...even, ...ceil(on), ...fixed] }] : []),
    ]),
    ...(pad ? [{ layer, given: base, pad }] : []),
    ...(pad && fixed ? [{ layer, given: [...base, ...fixed], pad }] : []),
  ];
}

const norm = (value: number): PythonValue => (Number.isInteger(value) ? int(value) : float(value));

function windowArguments(kernel: readonly number[], stride: readonly number[]): GivenArguments {
  const stepped = stride.some((step, axis) => step !== kernel[axis]);
  return [named('kernel_size', compact(kernel)), ...(stepped ? [named('stride', compact(stride))] : [])];
}

function padding(cells: readonly number[]): GivenArguments {
  return cells.some((count) => count > 0) ? [named('padding', compact(cells))] : [];
}

function render({ layer, given, applied, pad, flatten, absolute }: Candidate, { operation }: Task): string {
  const built = call(`nn.${layer}`, given);
  if (applied) return `${built}(${call('', applied, ['x', 'indices']).slice(1, -1)})`;
  const steps = [
    ...(pad ? [padLayer(pad, operation.axes.rank)] : []),
    built,
    ...(flatten ? ['nn.Flatten(1)'] : []),
  ];
  const module = steps.length === 1 ? built : `nn.Sequential(${steps.join(', ')})`;
  return absolute ? `${module}(x.abs())` : module;
}

/** ConstantPad lists the last axis first, each with its beginning and end. */
function padLayer({ begin, end, value }: PadStep, rank: number): string {
  const sides = begin.flatMap((_, index) => {
    const axis = begin.length - 1 - index;
    return [begin[axis] ?? 0, end[axis] ?? 0];
  });
  const amount = value === '0' ? '0.0' : `float("${value}")`;
  return `nn.ConstantPad${rank}d((${sides.join(', ')}), ${amount})`;
}

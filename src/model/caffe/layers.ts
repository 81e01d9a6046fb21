import { type BindingFault, python, pythonError } from '../../frameworks/index.ts';
import type { Shape } from '../../pooling/index.ts';
import type { Callee } from '../arguments/bind.ts';
import type { ArgumentKind, ArgumentKinds } from '../arguments/kind.ts';
import { anything, byName, flag, integer, optional, positive, whole } from '../arguments/kinds.ts';
import { defineLayer, effect, type LayerRow, lost, weightless } from '../define.ts';
import type { ModelLayer } from '../layer.ts';
import { type Problem, problem, typeError } from '../problem.ts';
import { agree, printSizes, product, sum, whenKnown } from '../shape/dimensions.ts';
import { channelsOf, lengthsOf, planeOf, withPlane } from '../shape/plane.ts';
import { reachOf, type SlidingWindow, slide } from '../shape/window.ts';

const calleeOf = (name: string): Callee => ({
  name,
  keywords: new Set(),
  bindingError: (fault: BindingFault) => pythonError(fault, name, 0),
  unrecognized: ([first]) => typeError(`${name} has no field named "${first?.name ?? ''}"`),
});

/** A layer of Caffe (caffe.proto); its fields are written by name. */
const caffeLayer = <A extends ArgumentKinds>(row: LayerRow<A>): ModelLayer =>
  defineLayer(
    'caffe',
    `https://caffe.berkeleyvision.org/tutorial/layers/${row.name.toLowerCase()}.html`,
    calleeOf(row.name),
    row,
  );

/** The same field for both axes, or one for each (`kernel_h`, `kernel_w`). */
const side = (): ArgumentKind<number | null> => byName(optional(whole(0)));

const fields = {
  num_output: byName(positive()),
  bias_term: byName(flag(true)),
  pad: byName(whole(0, 0)),
  pad_h: side(),
  pad_w: side(),
  kernel_size: side(),
  kernel_h: side(),
  kernel_w: side(),
  group: byName(positive(1)),
  stride: byName(positive(1)),
  stride_h: side(),
  stride_w: side(),
  dilation: byName(positive(1)),
};

/** floor((n + 2p - d(k-1) - 1) / s) + 1, unlike Caffe's pooling, which rounds up (src/caffe/layers/conv_layer.cpp). */
const convolution = caffeLayer({
  name: 'Convolution',
  rank: 2,
  arguments: fields,
  infer(args, [input]) {
    const { num_output, kernel_size, group } = args;
    const height = args.kernel_h ?? kernel_size;
    const width = args.kernel_w ?? kernel_size;
    if (height === null || width === null) {
      return problem(
        'missing-argument',
        'constructor',
        null,
        'Convolution needs kernel_size, or kernel_h and kernel_w.',
      );
    }
    if (input.length !== 4) return wrongRank('Convolution', input);
    const pads = [args.pad_h ?? args.pad, args.pad_w ?? args.pad];
    const window: SlidingWindow = {
      kernel: [height, width],
      stride: [args.stride_h ?? args.stride, args.stride_w ?? args.stride],
      dilation: [args.dilation, args.dilation],
      padding: { kind: 'explicit', begin: pads, end: pads },
    };
    const plane = planeOf('channels_first', 2, input.length);
    const lengths = lengthsOf(input, plane);
    const sizes = slide(window, lengths);
    if (sizes.some((size) => size !== null && size <= 0)) {
      const advice = `The kernel ${height} × ${width} is larger than what is left of the image, ${printSizes(lengths)}.`;
      return problem('window-too-large', 'shape', null, advice);
    }
    const trainable = whenKnown(
      channelsOf(input, plane),
      (channels) => ((channels / group) * height * width + Number(args.bias_term)) * num_output,
    );
    const output = withPlane(input, plane, num_output, sizes);
    return effect(output, { trainable, nonTrainable: 0 }, reachOf(window, lengths));
  },
});

function wrongRank(name: string, input: Shape): Problem {
  return problem(
    'wrong-rank',
    'shape',
    null,
    `${name} takes (N, C, H, W); ${printSizes(input)} has ${input.length} axes.`,
  );
}

/** Everything from `axis` on is one row, so no flatten stands in front. */
const innerProduct = caffeLayer({
  name: 'InnerProduct',
  arguments: { num_output: byName(positive()), bias_term: byName(flag(true)), axis: byName(integer(1)) },
  infer({ num_output, bias_term, axis }, [input]) {
    const from = axis < 0 ? axis + input.length : axis;
    const trainable = whenKnown(
      product(input.slice(from)),
      (known) => (known + Number(bias_term)) * num_output,
    );
    return effect([...input.slice(0, from), num_output], { trainable, nonTrainable: 0 }, lost);
  },
});

const flatten = caffeLayer({
  name: 'Flatten',
  arguments: {},
  infer: (_args, [input]) => effect([input[0] ?? null, product(input.slice(1))], weightless, lost),
});

/** Mean, variance and their count are kept, none of them learned; Scale behind it learns. */
const batchNorm = caffeLayer({
  name: 'BatchNorm',
  arguments: {
    use_global_stats: byName(anything()),
    moving_average_fraction: byName(anything()),
    eps: byName(anything()),
  },
  infer: (_args, [input]) =>
    effect(input, {
      trainable: 0,
      nonTrainable: whenKnown(input[1] ?? null, (channels) => 2 * channels + 1),
    }),
});

const scale = caffeLayer({
  name: 'Scale',
  arguments: { bias_term: byName(flag(false)), axis: byName(integer(1)) },
  infer: ({ bias_term }, [input]) =>
    effect(input, {
      trainable: whenKnown(input[1] ?? null, (channels) => channels * (bias_term ? 2 : 1)),
      nonTrainable: 0,
    }),
});

const concat = caffeLayer({
  name: 'Concat',
  merges: true,
  arguments: { axis: byName(integer(1)) },
  infer({ axis }, inputs) {
    const [first] = inputs;
    const along = axis < 0 ? axis + first.length : axis;
    const fits = (shape: Shape): boolean =>
      shape.length === first.length &&
      shape.every((size, at) => at === along || agree(size, first[at] ?? null));
    if (!inputs.every(fits)) {
      const advice = `Only axis ${axis} may differ between ${inputs.map(printSizes).join(' and ')}.`;
      return problem('mismatched-inputs', 'shape', null, advice);
    }
    const total = sum(inputs.map((shape) => shape[along] ?? null));
    return effect(first.map((size, at) => (at === along ? total : size)));
  },
});

const eltwise = caffeLayer({
  name: 'Eltwise',
  merges: true,
  arguments: { operation: byName(anything(python.str('SUM'))), coeff: byName(anything()) },
  infer(_args, inputs) {
    const [first] = inputs;
    if (inputs.every((shape) => printSizes(shape) === printSizes(first))) return effect(first);
    const advice = `Eltwise takes equal shapes, and ${inputs.map(printSizes).join(' and ')} differ.`;
    return problem('mismatched-inputs', 'shape', null, advice);
  },
});

/** Layers that keep the shape and have no weights, with their fields. */
const kept: Readonly<Record<string, readonly string[]>> = {
  ReLU: ['negative_slope'],
  Sigmoid: [],
  TanH: [],
  LRN: ['local_size', 'alpha', 'beta', 'norm_region', 'k'],
  Dropout: ['dropout_ratio'],
  Softmax: ['axis'],
  SoftmaxWithLoss: ['axis', 'ignore_label', 'normalize'],
};

export const caffeLayers: readonly ModelLayer[] = [
  convolution,
  innerProduct,
  flatten,
  batchNorm,
  scale,
  concat,
  eltwise,
  ...Object.entries(kept).map(([name, names]) =>
    caffeLayer({
      name,
      arguments: Object.fromEntries(names.map((field) => [field, byName(anything())])),
      infer: (_args, [input]) => effect(input),
    }),
  ),
];

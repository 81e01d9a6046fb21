import {
  countWindows,
  type Dimension,
  effectiveKernel,
  type LocalWindow,
  type Operation,
  type PoolOperation,
  plainWindow,
  type Reduce,
  samePadding,
  sameSize,
} from '../../pooling/index.ts';

/** The pooled sizes of one input, or null where the code should fit every input. */
export type Sizes = readonly number[] | null;

type Plain = null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain };

/**
 * What an operation computes, with everything taken away that changes no value: two operations with the same normal
 * form give the same output (NaN, ties and index rules aside) on inputs of these sizes, or on all inputs when `sizes`
 * is null. Layout and batch axes are left out; they say how the input is read.
 */
function normalForm(operation: Operation, sizes: Sizes): Plain {
  if (operation.kind === 'unpool') {
    const { kernel, stride, begin, end, outputSize } = operation;
    return { unpool: [kernel, stride, begin, end, outputSize] };
  }
  const { window, axes } = operation;
  switch (window.kind) {
    case 'local':
      return localForm(operation, window, sizes);
    case 'global':
      if (sizes === null || !window.keepdims)
        return { rank: axes.rank, global: window.keepdims, ...reduction(operation.reduce, false) };
      return localForm(operation, whole(sizes), sizes);
    case 'adaptive':
      return adaptiveForm(operation, window.outputSize, sizes);
    case 'fractional':
      return { rank: axes.rank, kernel: window.kernel, size: { ...window.outputSize } };
  }
}

export const sameForm = (a: Operation, b: Operation, sizes: Sizes): boolean =>
  JSON.stringify(normalForm(a, sizes)) === JSON.stringify(normalForm(b, sizes));

/** A norm of even power needs no absolute value, and a window that is never clipped no scale. */
function reduction(reduce: Reduce, clipped: boolean): { readonly reduce: Plain } {
  if (reduce.kind === 'average') return { reduce: ['average', reduce.truncate] };
  if (reduce.kind !== 'lp') return { reduce: reduce.kind };
  const even = reduce.norm % 2 === 0;
  return {
    reduce: ['lp', String(reduce.norm), even ? 'absolute' : reduce.sign, clipped ? reduce.clipped : 'as-is'],
  };
}

const whole = (sizes: readonly number[]): LocalWindow => plainWindow(sizes, sizes);

/** Bins of one size are a plain window, and one bin is the whole input. */
function adaptiveForm(operation: PoolOperation, size: readonly Dimension[], sizes: Sizes): Plain {
  const { rank } = operation.axes;
  if (sizes === null) {
    const one = size.every((length) => length === 1);
    const form = one ? { global: true } : { adaptive: size };
    return { rank, ...form, ...reduction(operation.reduce, false) };
  }
  const output = size.map((length, axis) => length ?? sizes[axis] ?? 0);
  const bins = output.map((length, axis) => (sizes[axis] ?? 0) / length);
  if (bins.every(Number.isInteger) && bins.every((cells) => cells > 0)) {
    return localForm(operation, plainWindow(bins, bins), sizes);
  }
  return { rank, adaptive: output, ...reduction(operation.reduce, false) };
}

interface AxisForm {
  readonly form: Plain;
  /** Some window holds a position that is no real cell. */
  readonly overhangs: boolean;
  /** Some window reaches past the padding, where nothing is counted. */
  readonly clipped: boolean;
  /** Some window holds padding that would be counted. */
  readonly counted: boolean;
  readonly reach: number;
}

function localForm({ reduce, axes }: PoolOperation, window: LocalWindow, sizes: Sizes): Plain {
  const anyPadding =
    window.padding.kind === 'same' ||
    [...window.padding.begin, ...window.padding.end].some((cells) => cells > 0);
  const forms = window.kernel.map((_, axis) => {
    const size = sizes?.[axis];
    return size === undefined
      ? openAxis(window, axis, anyPadding)
      : knownAxis(window, axis, size, anyPadding);
  });
  const clipped = forms.some((form) => form.clipped);
  return {
    rank: axes.rank,
    axes: forms.map(({ form }) => form),
    ...reduction(reduce, clipped),
    ...(reduce.kind === 'average' ? { divisor: divisorForm(window, forms) } : {}),
  };
}

function divisorForm({ divisor, kernel }: LocalWindow, forms: readonly AxisForm[]): Plain {
  if (divisor.kind === 'fixed') return divisor.value;
  const area = kernel.reduce((product, cells) => product * cells, 1);
  if (forms.every(({ overhangs }) => !overhangs)) return area;
  if (divisor.kind === 'real' || forms.every(({ counted }) => !counted)) return 'real';
  return forms.some(({ clipped }) => clipped) ? ['padded', forms.map(({ reach }) => reach)] : area;
}

/** One axis of an input whose size is known: where its windows lie. */
function knownAxis(window: LocalWindow, axis: number, input: number, anyPadding: boolean): AxisForm {
  const { kernel, stride, dilation } = numbers(window, axis);
  const same = window.padding.kind === 'same';
  const { begin, end } =
    window.padding.kind === 'same'
      ? samePadding(input, kernel, stride, dilation, window.padding.odd)
      : { begin: window.padding.begin[axis] ?? 0, end: window.padding.end[axis] ?? 0 };
  const output = same
    ? sameSize(input, stride)
    : countWindows({ input, kernel, stride, dilation, begin, end }, window.rounding, anyPadding).output;
  const last = (output - 1) * stride - begin + effectiveKernel(kernel, dilation);
  return {
    form: [kernel, kernel === 1 ? 1 : dilation, output === 1 ? 0 : stride, begin, output],
    overhangs: begin > 0 || last > input,
    clipped: last > input + end,
    counted: begin > 0 || Math.min(last, input + end) > input,
    reach: Math.min(last, input + end) - input,
  };
}

/** One axis for every size: with a stride of 1 "same" is a fixed padding and there is nothing to round. */
function openAxis(window: LocalWindow, axis: number, anyPadding: boolean): AxisForm {
  const { kernel, stride, dilation } = numbers(window, axis);
  const span = effectiveKernel(kernel, dilation);
  const gap = kernel === 1 ? 1 : dilation;
  const { padding } = window;
  if (padding.kind === 'same' && stride > 1 && kernel > 1) {
    const form = [kernel, gap, stride, padding.odd];
    return { form, overhangs: true, clipped: false, counted: true, reach: 0 };
  }
  const { begin, end } =
    padding.kind === 'same'
      ? samePadding(span, kernel, stride, dilation, padding.odd)
      : { begin: padding.begin[axis] ?? 0, end: padding.end[axis] ?? 0 };
  const exact = stride === 1 && end < span;
  const caffeIsCeil = anyPadding || stride <= kernel;
  const rounding =
    exact || padding.kind === 'same' || window.rounding === 'floor'
      ? 'floor'
      : window.rounding === 'caffe' && !caffeIsCeil
        ? 'caffe'
        : 'ceil';
  return {
    form: [kernel, gap, stride, begin, end, rounding],
    overhangs: begin > 0 || end > 0 || rounding !== 'floor',
    clipped: rounding !== 'floor',
    counted: begin > 0 || end > 0,
    reach: end,
  };
}

function numbers({ kernel, stride, dilation }: LocalWindow, axis: number) {
  return { kernel: kernel[axis] ?? 1, stride: stride[axis] ?? 1, dilation: dilation[axis] ?? 1 };
}

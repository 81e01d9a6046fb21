import {
  countWindows,
  type Dimension,
  type ReceptiveStep,
  samePadding,
  sameSize,
} from '../../pooling/index.ts';

/** Padding cells per axis, or as many as give ceil(n / s) cells, all of them in front where it is `causal`. */
export type WindowPadding =
  | { readonly kind: 'same' | 'causal' }
  | { readonly kind: 'explicit'; readonly begin: readonly number[]; readonly end: readonly number[] };

/** A window that slides; one entry per spatial axis in every list. */
export interface SlidingWindow {
  readonly kernel: readonly number[];
  readonly stride: readonly number[];
  readonly dilation: readonly number[];
  readonly padding: WindowPadding;
}

export const noPadding = (rank: number): WindowPadding => {
  const zeros = Array.from({ length: rank }, () => 0);
  return { kind: 'explicit', begin: zeros, end: zeros };
};

/**
 * How often the window fits on each axis, by the same rule as pooling: floor((n + p - d(k-1) - 1) / s) + 1, or
 * ceil(n / s) under `same` and `causal`. Zero or less where it does not fit; open lengths stay open.
 */
export function slide(window: SlidingWindow, lengths: readonly Dimension[]): readonly Dimension[] {
  return lengths.map((input, axis) => {
    if (input === null) return null;
    const { kernel, stride, dilation, begin, end } = axisOf(window, axis);
    if (window.padding.kind !== 'explicit') return sameSize(input, stride);
    return countWindows({ input, kernel, stride, dilation, begin, end }, 'floor', false).output;
  });
}

/** The window as the receptive field sees it. */
export function reachOf(window: SlidingWindow, lengths: readonly Dimension[]): ReceptiveStep {
  const { kernel, stride, dilation, padding } = window;
  const begin = lengths.map((input, axis) => {
    const own = axisOf(window, axis);
    if (padding.kind === 'explicit') return own.begin;
    if (padding.kind === 'causal') return own.dilation * (own.kernel - 1);
    return input === null ? null : samePadding(input, own.kernel, own.stride, own.dilation).begin;
  });
  return { kind: 'window', kernel, stride, dilation, begin };
}

function axisOf({ kernel, stride, dilation, padding }: SlidingWindow, axis: number) {
  const explicit = padding.kind === 'explicit' ? padding : null;
  return {
    kernel: kernel[axis] ?? 1,
    stride: stride[axis] ?? 1,
    dilation: dilation[axis] ?? 1,
    begin: explicit?.begin[axis] ?? 0,
    end: explicit?.end[axis] ?? 0,
  };
}

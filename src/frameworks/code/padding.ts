import { countWindows, effectiveKernel, type LocalWindow, samePadding } from '../../pooling/index.ts';
import type { PadStep } from './candidate.ts';
import type { Sizes } from './normal.ts';

interface Sides {
  readonly begin: readonly number[];
  readonly end: readonly number[];
}

/** The cells that a window's padding adds, null where "same" leaves it to an unknown input. */
export function sidesOf(window: LocalWindow, sizes: Sizes): Sides | null {
  const { padding } = window;
  if (padding.kind === 'explicit') return padding;
  const sides = window.kernel.map((kernel, axis) => {
    const stride = window.stride[axis] ?? 1;
    const dilation = window.dilation[axis] ?? 1;
    const input = sizes?.[axis] ?? (stride === 1 || kernel === 1 ? effectiveKernel(kernel, dilation) : null);
    return input === null ? null : samePadding(input, kernel, stride, dilation, padding.odd);
  });
  const known = sides.filter((side) => side !== null);
  if (known.length !== sides.length) return null;
  return { begin: known.map(({ begin }) => begin), end: known.map(({ end }) => end) };
}

export const isSymmetric = ({ begin, end }: Sides): boolean =>
  begin.every((cells, axis) => cells === end[axis]);

/**
 * Padding in front that makes a window without any give the same: as much as the windows reach, so that what `ceil`
 * adds is covered too.
 */
export function padStep(window: LocalWindow, sizes: Sizes, value: PadStep['value']): PadStep | null {
  const sides = sidesOf(window, sizes);
  if (sides === null) return null;
  if (window.rounding === 'floor' || window.padding.kind === 'same') return { ...sides, value };
  if (sizes === null) return null;
  const anyPadding = [...sides.begin, ...sides.end].some((cells) => cells > 0);
  const end = window.kernel.map((kernel, axis) => {
    const input = sizes[axis] ?? 0;
    const stride = window.stride[axis] ?? 1;
    const dilation = window.dilation[axis] ?? 1;
    const begin = sides.begin[axis] ?? 0;
    const sliding = { input, kernel, stride, dilation, begin, end: sides.end[axis] ?? 0 };
    const { output } = countWindows(sliding, window.rounding, anyPadding);
    return Math.max(0, (output - 1) * stride + effectiveKernel(kernel, dilation) - input - begin);
  });
  return { begin: sides.begin, end, value };
}

/** What padding must be so that it changes no result of this reduction. */
export function neutral(kind: 'max' | 'min' | 'average' | 'lp'): PadStep['value'] {
  if (kind === 'max') return '-inf';
  return kind === 'min' ? 'inf' : '0';
}

import { at } from '../element.ts';
import type { LocalWindow } from '../operation.ts';
import { type AxisPadding, samePadding, sameSize } from './same-padding.ts';
import { countWindows, type SlidingAxis, type WindowCount } from './window-count.ts';

/** Whether any axis is padded at either end; Caffe's rounding asks. */
function hasPadding(window: LocalWindow): boolean {
  const { padding } = window;
  if (padding.kind === 'same') return true;
  return padding.begin.some((cells) => cells > 0) || padding.end.some((cells) => cells > 0);
}

/** Spatial axis number `axis` of a local window over `input` cells, its padding worked out. */
export function slidingAxis(window: LocalWindow, axis: number, input: number): SlidingAxis {
  const kernel = at(window.kernel, axis);
  const stride = at(window.stride, axis);
  const dilation = at(window.dilation, axis);
  const { begin, end } = axisPadding(window, axis, input);
  return { input, kernel, stride, dilation, begin, end };
}

function axisPadding(window: LocalWindow, axis: number, input: number): AxisPadding {
  const { padding } = window;
  if (padding.kind === 'explicit') return { begin: at(padding.begin, axis), end: at(padding.end, axis) };
  const dilation = at(window.dilation, axis);
  return samePadding(input, at(window.kernel, axis), at(window.stride, axis), dilation, padding.odd);
}

/** How many windows this axis gets. "same" fixes the size itself and knows no rounding. */
export function slidingCount(window: LocalWindow, axis: SlidingAxis): WindowCount {
  if (window.padding.kind === 'same') return { output: sameSize(axis.input, axis.stride), dropped: false };
  return countWindows(axis, window.rounding, hasPadding(window));
}

import type { FrameworkId } from '../../../frameworks/index.ts';
import type { Layout } from '../../../pooling/index.ts';
import { inOrder, integers, reduceOf } from './code.ts';
import type { CodeReduce } from './expression.ts';

/** `x.unfold(2, 2, 2).unfold(3, 2, 2).mean((-1, -2))`: PyTorch's windows as axes of their own. */
export function readUnfold([
  ,
  first = '',
  k = '',
  s = '',
  second = '',
  k2 = '',
  s2 = '',
  name = '',
  over = '',
]: readonly string[]) {
  const rank = second === '' ? 1 : 2;
  const axes = inOrder(integers(over));
  const places = rank === 1 ? ['2', '-1'].includes(first) : first === '2' && second === '3';
  const windows = rank === 1 ? ['-1', '3'].includes(axes) : ['-2 -1', '4 5'].includes(axes);
  if (!places || !windows) return null;
  const of = (one: string, other: string) => (rank === 1 ? [Number(one)] : [Number(one), Number(other)]);
  return windowed(reduceOf(name), of(k, k2), of(s, s2), 'channels_first', 'torch');
}

/** `x.reshape(N, H // 2, 2, W // 2, 2, C).max((2, 4))`: blocks as axes of their own. */
export function readReshape([, sizes = '', name = '', over = '']: readonly string[]) {
  const parts = sizes.split(',').map((part) => part.trim().replace(/^\(|\)$/g, ''));
  const axes = inOrder(integers(over));
  const last = parts.length === 6 && axes === '2 4';
  const first = parts.length === 6 && axes === '3 5';
  const blocks = axes.split(' ').map((axis) => Number(parts[Number(axis)]));
  if (!(last || first) || blocks.some((size) => !(size > 0))) return null;
  return windowed(reduceOf(name), blocks, blocks, last ? 'channels_last' : 'channels_first', null);
}

/** `x[:, ::2, ::2]`: every second cell, which is what a window of one cell takes. */
export function readSlice([, inside = '']: readonly string[]) {
  const parts = inside.split(',').map((part) => part.trim());
  const steps = parts.flatMap((part) => part.match(/^::(\d+)$/)?.[1] ?? []).map(Number);
  const before = parts.findIndex((part) => part.startsWith('::'));
  const layout: Layout = parts.at(-1) === ':' || before < 2 ? 'channels_last' : 'channels_first';
  if (steps.length === 0 || steps.length > 2) return null;
  return windowed(
    'max',
    steps.map(() => 1),
    steps,
    layout,
    null,
  );
}

/** Windows of these sizes and strides; null for a size of 0. */
export function windowed(
  reduce: CodeReduce,
  kernel: readonly number[],
  stride: readonly number[],
  layout: Layout,
  framework: FrameworkId | null,
) {
  const rank = kernel.length === 1 ? (1 as const) : (2 as const);
  if ([...kernel, ...stride].some((size) => !(size > 0))) return null;
  return { kind: 'windows' as const, rank, layout, framework, reduce, kernel, stride };
}

/** `max(-x)`: a pooling layer whose window nobody says. */
export function usualWindows(name: string) {
  const windows = windowed(reduceOf(name), [2, 2], [2, 2], 'channels_last', null);
  return windows && { ...windows, layer: true as const };
}

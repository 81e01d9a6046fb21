import type { FrameworkId } from '../../frameworks/index.ts';
import type { Layout, Shape } from '../../pooling/index.ts';
import type { InputRead } from '../question.ts';
import { layoutOfAxes } from '../shape/axes.ts';

/** The axis order of a framework's layers where no argument changes it. */
export function nativeLayout(framework: FrameworkId): Layout {
  switch (framework) {
    case 'keras':
    case 'tensorflow':
    case 'flax':
    case 'mlx':
    case 'jax':
      return 'channels_last';
    case 'torch':
    case 'onnx':
    case 'caffe':
      return 'channels_first';
  }
}

/** The layout that the names of the axes say; null where they say nothing. */
export function namedLayout(read: InputRead): Layout | null {
  return read.axes === null ? null : layoutOfAxes(read.axes);
}

/**
 * The layout that the numbers suggest where nothing names it: maps are mostly square, and images have 1, 3 or 4
 * channels. Null where both readings are as likely.
 */
export function likelyLayout(shape: Shape, rank: 1 | 2 | 3): Layout | null {
  if (rank === 1 || shape.length < rank + 1) return null;
  const own = shape.slice(-rank - 1);
  const [first, last] = [own[0], own.at(-1)];
  if (first === undefined || last === undefined || first === last) return null;
  const front = own.slice(0, -1);
  const back = own.slice(1);
  const alike = (sizes: Shape) => sizes.every((size) => size === sizes[0]);
  if (alike(front) && !alike(back)) return 'channels_last';
  if (alike(back) && !alike(front)) return 'channels_first';
  if (isColour(last) && !isColour(first)) return 'channels_last';
  if (isColour(first) && !isColour(last)) return 'channels_first';
  return null;
}

function isColour(size: number | null): boolean {
  return size === 1 || size === 3 || size === 4;
}

/** For each axis of the order that `to` wants, its place in a shape whose channels stand as `from` says. */
export function reordered(length: number, rank: number, from: Layout, to: Layout): readonly number[] | null {
  if (from === to || length < rank + 1) return null;
  const axes = Array.from({ length }, (_, axis) => axis);
  const lead = axes.slice(0, length - rank - 1);
  const own = axes.slice(length - rank - 1);
  return to === 'channels_first'
    ? [...lead, ...own.slice(-1), ...own.slice(0, -1)]
    : [...lead, ...own.slice(1), ...own.slice(0, 1)];
}

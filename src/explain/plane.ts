import type { Result } from '../answer/index.ts';
import {
  type Axes,
  channelAxis,
  type Layout,
  type PoolOperation,
  type Shape,
  type Tensor,
} from '../pooling/index.ts';
import type { FittedInput } from '../question/index.ts';

/** One channel of one image, before and after, as bare maps. */
export interface Plane {
  readonly operation: PoolOperation;
  readonly input: Tensor;
  readonly output: Tensor;
  /** A nonzero entry for each step that a mask leaves in; absent where there is no mask. */
  readonly mask?: Tensor['data'];
}

/** The first channel of the first image of a computed result; null for unpooling and for bare shapes. */
export function firstPlane(
  { operation, input, output, values }: Result,
  mask: Tensor['data'] | null = null,
): Plane | null {
  if (operation.kind !== 'pool' || !values || !input.values) return null;
  const { axes } = operation;
  const keep = (axis: number) => axis >= axes.lead && axis !== channelAxis(axes);
  const spatial = (shape: Shape) =>
    shape.flatMap((size, axis) => (size !== null && keep(axis) ? [size] : []));
  const channels = input.shape[channelAxis(axes) ?? -1] ?? 1;
  const before = spatial(input.shape);
  const after = output.full.length < input.shape.length ? [] : spatial(output.full);
  const alone = { ...operation, axes: { ...axes, lead: 0, channels: false } };
  return {
    operation: alone,
    input: { shape: before, data: channelOf(input.values, before, axes.layout, channels) },
    output: { shape: after, data: channelOf(values, after, ownLayout(axes, input), channels) },
    ...(mask ? { mask } : {}),
  };
}

/** The first channel of the first image among values whose channels stand as `layout` says. */
function channelOf(
  data: Tensor['data'],
  shape: readonly number[],
  layout: Layout,
  channels: number,
): Float64Array {
  const step = layout === 'channels_last' ? channels : 1;
  const cells = shape.reduce((all, size) => all * size, 1);
  return Float64Array.from({ length: cells }, (_, cell) => data[cell * step] ?? Number.NaN);
}

/** Results stand in the asker's order of axes, which may be another than the layer's. */
function ownLayout({ layout }: Axes, { order }: FittedInput): Layout {
  if (order === null) return layout;
  return layout === 'channels_first' ? 'channels_last' : 'channels_first';
}

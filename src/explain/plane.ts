import type { Result } from '../answer/index.ts';
import { channelAxis, type PoolOperation, type Shape, type Tensor } from '../pooling/index.ts';

/** One channel of one image, before and after, as bare maps. */
export interface Plane {
  readonly operation: PoolOperation;
  readonly input: Tensor;
  readonly output: Tensor;
}

/** The first channel of the first image of a computed result; null for unpooling and for bare shapes. */
export function firstPlane({ operation, input, output, values }: Result): Plane | null {
  if (operation.kind !== 'pool' || !values || !input.values) return null;
  const { axes } = operation;
  const keep = (axis: number) => axis >= axes.lead && axis !== channelAxis(axes);
  const spatial = (shape: Shape) =>
    shape.flatMap((size, axis) => (size !== null && keep(axis) ? [size] : []));
  const channels = input.shape[channelAxis(axes) ?? -1] ?? 1;
  const step = axes.layout === 'channels_last' ? channels : 1;
  const first = (data: Tensor['data'], shape: readonly number[]) =>
    Float64Array.from(
      { length: shape.reduce((all, size) => all * size, 1) },
      (_, cell) => data[cell * step] ?? Number.NaN,
    );
  const before = spatial(input.shape);
  const after = output.full.length < input.shape.length ? [] : spatial(output.full);
  return {
    operation: { ...operation, axes: { ...axes, lead: 0, channels: false } },
    input: { shape: before, data: first(input.values, before) },
    output: { shape: after, data: first(values, after) },
  };
}

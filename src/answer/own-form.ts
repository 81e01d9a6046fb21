import type { Axes, Tensor } from '../pooling/index.ts';
import type { FittedInput } from '../question/index.ts';

/** What of a fitted input tells how the asker wrote it. */
type Written = Pick<FittedInput, 'batchAdded' | 'channelsAdded' | 'order'>;

/**
 * One entry per axis in the asker's own form: without the batch and channels axes that were added for them, and in
 * their order. Channels stand last when they do so in the layout, and when global pooling took every axis behind them.
 */
export function ownForm<Entry>(entries: readonly Entry[], axes: Axes, written: Written): readonly Entry[] {
  const channelsAt = axes.layout === 'channels_first' ? axes.lead : entries.length - 1;
  const kept = entries.filter(
    (_, axis) => !(written.batchAdded && axis === 0) && !(written.channelsAdded && axis === channelsAt),
  );
  const { order } = written;
  if (!order || order.length !== kept.length) return kept;
  return order.map((_, axis) => kept[order.indexOf(axis)]).filter((entry) => entry !== undefined);
}

/** The values of a computed tensor, flat and row-major in the asker's own order of axes. */
export function ownValues({ shape, data }: Tensor, axes: Axes, written: Written): Tensor['data'] {
  const places = shape.map((_, axis) => axis);
  const own = ownForm(places, axes, written);
  if (own.every((axis, at) => at === 0 || axis > (own[at - 1] ?? axis))) return data;
  const steps = places.map((axis) => shape.slice(axis + 1).reduce((product, size) => product * size, 1));
  const offsets = own.reduce<readonly number[]>(
    (starts, axis) =>
      starts.flatMap((start) =>
        Array.from({ length: shape[axis] ?? 1 }, (_, at) => start + at * (steps[axis] ?? 0)),
      ),
    [0],
  );
  return Float64Array.from(offsets, (offset) => data[offset] ?? Number.NaN);
}

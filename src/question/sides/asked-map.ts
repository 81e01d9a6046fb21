import { firstSpatialAxis, type Shape } from '../../pooling/index.ts';
import type { Application } from '../question.ts';

/** The map that both sides are to be compared on; as the first layer that has its channels last reads it. */
export function askedMap(applications: readonly Application[]): Shape | null {
  const read = applications.flatMap(({ configuration, input }) => {
    if (!configuration.ok || input === null) return [];
    const { axes } = configuration.operation;
    const first = firstSpatialAxis(axes);
    const sizes = input.shape.slice(first, first + axes.rank);
    return sizes.length > 0 ? [{ layout: axes.layout, sizes }] : [];
  });
  return (read.find(({ layout }) => layout === 'channels_last') ?? read[0])?.sizes ?? null;
}

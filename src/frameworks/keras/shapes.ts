import type { Axes } from '../../pooling/index.ts';
import type { Configuration } from '../framework.ts';

/** Which axes of a batched shape are pooled. */
export function spatialAxes({ rank, layout, lead }: Axes): readonly number[] {
  const first = layout === 'channels_last' ? lead : lead + 1;
  return Array.from({ length: rank }, (_, axis) => first + axis);
}

/** The name a layer carries in messages: its own, or the class in snake case (`max_pooling2d`). */
export function layerName({ layer, args }: Configuration): string {
  const { name } = args;
  if (name?.type === 'str') return name.value;
  return layer.name
    .replace(/(?<=[a-z])(?=[A-Z])/g, '_')
    .toLowerCase()
    .replace(/_(\dd)$/, '$1');
}

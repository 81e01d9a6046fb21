import { layers } from '../catalogue.ts';
import type { FrameworkId, Layer, LayerFamily } from '../framework.ts';

/**
 * The layers of one framework that do this in this many spatial dimensions ("max pool 2d in keras"), classes and
 * operators before functions; empty when the framework has none.
 */
export function layersOf(family: LayerFamily, rank: 1 | 2 | 3, framework: FrameworkId): readonly Layer[] {
  return layers
    .filter((layer) => layer.framework === framework && (layer.rank === rank || layer.rank === null))
    .filter(({ family: { reduce, window } }) => reduce === family.reduce && window === family.window)
    .toSorted((a, b) => place(a) - place(b));
}

const place = ({ form, rank }: Layer): number => (form === 'function' ? 2 : 0) + (rank === null ? 1 : 0);

import type { Dimension } from '../../pooling/index.ts';
import { product } from './dimensions.ts';

/**
 * A target shape with its one -1 worked out so that it holds `count` elements; open where the count is. Null where it
 * can't hold that many.
 */
export function fillOne(target: readonly Dimension[], count: Dimension): readonly Dimension[] | null {
  const free = target.indexOf(-1);
  if (free !== target.lastIndexOf(-1)) return null;
  const others = product(target.filter((_, at) => at !== free));
  if (count === null || others === null) return target.map((size) => (size === -1 ? null : size));
  if (free === -1) return others === count ? target : null;
  if (others === 0 || count % others !== 0) return null;
  return target.map((size, at) => (at === free ? count / others : size));
}

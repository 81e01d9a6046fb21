import type { Shape } from '../../pooling/index.ts';

/**
 * Two shapes side by side from their last axes on, where a 1 takes the other's size; null where two sizes differ. What
 * meets an open dimension is open.
 */
export function broadcast(a: Shape, b: Shape): Shape | null {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  const lead = long.length - short.length;
  const joined: (number | null)[] = [...long.slice(0, lead)];
  for (const [at, size] of long.slice(lead).entries()) {
    const other = short[at] ?? null;
    if (size === null || other === null) joined.push(null);
    else if (size === 1 || other === 1 || size === other) joined.push(size === 1 ? other : size);
    else return null;
  }
  return joined;
}

import type { Subject } from './subject.ts';
import { use } from './use.ts';

const levels = 4;

/** Halving a side that two does not divide, and doubling it back: where skip connections stop fitting. */
export function oddSizesFacts({ height, width, channels, asked }: Subject) {
  const side = asked ? Math.max(height, width) : 300;
  const halved = Array.from({ length: levels }).reduce<readonly number[]>(
    (sizes) => [...sizes, Math.floor((sizes.at(-1) ?? side) / 2)],
    [side],
  );
  const odd = halved.find((size) => size % 2 === 1) ?? null;
  const factor = 2 ** levels;
  return {
    side,
    halved,
    odd,
    halfOfOdd: odd === null ? null : Math.floor(odd / 2),
    backAgain: odd === null ? null : 2 * Math.floor(odd / 2),
    levels,
    factor,
    smaller: Math.floor(side / factor) * factor,
    larger: Math.ceil(side / factor) * factor,
    valid: use('keras', 'MaxPooling2D', { pool_size: 2 }, [null, 37, 37, channels]),
    same: use('keras', 'MaxPooling2D', { pool_size: 2, padding: 'same' }, [null, 37, 37, channels]),
  };
}

import { type Key, keyBox } from '../layout/legend.ts';
import { cross } from '../map/grid.ts';
import { count } from '../text/list.ts';
import { shadeOf } from './shade.ts';

const MOST = 5;

/** What the shades mean, for each number of windows that is drawn. */
export function coverageKeys(counts: readonly number[]): readonly Key[] {
  return counts
    .toSorted((a, b) => a - b)
    .slice(0, MOST)
    .map((windows) => ({
      text: windows === 0 ? 'in no window' : `in ${count(windows, 'window')}`,
      swatch: (place) => [keyBox(place, shadeOf(windows)), ...(windows === 0 ? [cross(place)] : [])],
    }));
}

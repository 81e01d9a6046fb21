import { at } from '../element.ts';
import type { AxisSetting } from './order.ts';

/**
 * Combinations of one setting per axis, each axis' list simplest first, that are not alike on all axes: the simplest
 * first by the sum of their places in the lists, at most `most`.
 */
export function combine(
  lists: readonly (readonly AxisSetting[])[],
  most: number,
): readonly (readonly AxisSetting[])[] {
  const found: (readonly AxisSetting[])[] = [];
  const farthest = lists.reduce((sum, list) => sum + list.length - 1, 0);
  for (let sum = 0; sum <= farthest && found.length < most; sum++) {
    for (const places of placesOfSum(lists, sum)) {
      const combination = places.map((place, axis) => at(at(lists, axis), place));
      if (!areAlike(combination)) found.push(combination);
    }
  }
  return found.slice(0, most);
}

function placesOfSum(lists: readonly (readonly AxisSetting[])[], sum: number): readonly number[][] {
  const [list, ...rest] = lists;
  if (list === undefined) return sum === 0 ? [[]] : [];
  const places: number[][] = [];
  for (let place = 0; place < list.length && place <= sum; place++) {
    for (const others of placesOfSum(rest, sum - place)) places.push([place, ...others]);
  }
  return places;
}

function areAlike(settings: readonly AxisSetting[]): boolean {
  const [first] = settings;
  return settings.every(
    ({ kernel, stride, padding }) =>
      kernel === first?.kernel && stride === first.stride && padding === first.padding,
  );
}

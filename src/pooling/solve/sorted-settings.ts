import { at } from '../element.ts';
import { type AxisSetting, compareWithinTier } from './order.ts';

/** The simplest settings of one tier found so far, in order, at most `most`. */
export interface SortedSettings {
  readonly settings: AxisSetting[];
  readonly most: number;
}

/** Whether the list is full of settings that come before this one. */
export function comesTooLate(list: SortedSettings, setting: AxisSetting): boolean {
  const { settings, most } = list;
  return settings.length === most && compareWithinTier(setting, at(settings, most - 1)) >= 0;
}

/** Puts a setting in its place; false when it comes too late. */
export function insertSetting(list: SortedSettings, setting: AxisSetting): boolean {
  if (comesTooLate(list, setting)) return false;
  const { settings, most } = list;
  let low = 0;
  let high = settings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareWithinTier(at(settings, middle), setting) < 0) low = middle + 1;
    else high = middle;
  }
  settings.splice(low, 0, setting);
  if (settings.length > most) settings.pop();
  return true;
}

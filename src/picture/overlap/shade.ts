import type { Cell } from '../map/grid.ts';
import { CELL, EMPTY, FAINT } from '../paint/palette.ts';

/** From one window to many; the number itself stands in every cell. */
const SHADES = [EMPTY, CELL, '#DDF0FC', '#C3E4FA', '#A5D6F5', '#86C6EF'];
const DARKEST = '#67B4E6';

export function shadeOf(windows: number): string {
  return SHADES[windows] ?? DARKEST;
}

/** A cell that says how many windows read it; one that none reads is crossed out. */
export function shaded(windows: number): Cell {
  const cell = { text: String(windows), fill: shadeOf(windows) };
  return windows === 0 ? { ...cell, tone: FAINT, mark: 'crossed' } : cell;
}

import type { Key } from '../layout/legend.ts';
import { cross } from '../map/grid.ts';
import { outline } from '../map/outline.ts';
import { positions } from '../map/view.ts';
import { CELL, CELL_EDGE, EMPTY, INK, LIT } from '../paint/palette.ts';
import { fillWith, PADDING } from '../paint/pattern.ts';
import { element } from '../svg/element.ts';
import type { LocalInput } from './input.ts';
import { type Sight, sightAt } from './inputMap.ts';
import type { Shown } from './layout.ts';
import type { Window } from './window.ts';
import { nextText, paddingHolds } from './words.ts';

/** What the marks on the drawn part of the input mean; only those that are there. */
export function localKeys(
  local: LocalInput,
  window: Window,
  views: Shown,
  nextSeen: boolean,
): readonly Key[] {
  const seen = new Set<Sight | null>();
  for (const depth of positions(views.depths)) {
    for (const row of positions(views.rows)) {
      for (const column of positions(views.columns)) seen.add(sightAt(window, [depth, row, column]));
    }
  }
  const keys: Key[] = [
    { text: 'this window', swatch: (place) => [box(place, LIT), outline(place, 'lit', 1.5)] },
  ];
  if (nextSeen)
    keys.push({
      text: nextText(window, local.sweeps.length),
      swatch: (place) => [outline(place, 'next', 1.5)],
    });
  if (seen.has('winner')) keys.push({ text: winnerText(local), swatch: (place) => [pill(place)] });
  if (seen.has('padding')) {
    keys.push({
      text: paddingHolds(local.reduce).meaning,
      swatch: (place) => [box(place, fillWith(PADDING))],
    });
  }
  if (seen.has('beyond'))
    keys.push({ text: 'past the padding: not counted', swatch: (place) => [box(place, EMPTY)] });
  if (seen.has('dropped')) {
    keys.push({ text: 'in no window', swatch: (place) => [box(place, EMPTY), cross(place)] });
  }
  return keys;
}

type Place = { x: number; y: number; width: number; height: number };

function box(place: Place, fill: string) {
  return element('rect', { ...place, fill, stroke: CELL_EDGE, 'stroke-width': 1 });
}

function pill(place: Place) {
  return element('rect', { ...place, rx: place.height / 2, fill: CELL, stroke: INK, 'stroke-width': 1.8 });
}

function winnerText(local: LocalInput): string {
  return local.reduce.kind === 'min' ? 'the smallest' : 'the largest';
}

import { type Key, keyBox } from '../layout/legend.ts';
import type { Rect } from '../layout/piece.ts';
import { cross } from '../map/grid.ts';
import { outline } from '../map/outline.ts';
import { positions } from '../map/view.ts';
import { CELL, EMPTY, INK, LIT } from '../paint/palette.ts';
import { fillWith, PADDING } from '../paint/pattern.ts';
import { element } from '../svg/element.ts';
import type { LocalInput } from './input.ts';
import { type Sight, sightAt } from './input-map.ts';
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
    { text: 'this window', swatch: (place) => [keyBox(place, LIT), outline(place, 'lit', 1.5)] },
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
      swatch: (place) => [keyBox(place, fillWith(PADDING))],
    });
  }
  if (seen.has('beyond'))
    keys.push({ text: 'past the padding: not counted', swatch: (place) => [keyBox(place, EMPTY)] });
  if (seen.has('dropped')) {
    keys.push({ text: 'in no window', swatch: (place) => [keyBox(place, EMPTY), cross(place)] });
  }
  return keys;
}

function pill(place: Rect) {
  return element('rect', { ...place, rx: place.height / 2, fill: CELL, stroke: INK, 'stroke-width': 1.8 });
}

function winnerText(local: LocalInput): string {
  return local.reduce.kind === 'min' ? 'the smallest' : 'the largest';
}

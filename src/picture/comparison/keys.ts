import { type Key, keyBox } from '../layout/legend.ts';
import { cross } from '../map/grid.ts';
import { outline } from '../map/outline.ts';
import { readers } from '../map/sweep.ts';
import { positions } from '../map/view.ts';
import { EMPTY } from '../paint/palette.ts';
import { fillWith, GROUPS } from '../paint/pattern.ts';
import type { Windows } from './windows.ts';

/** What the marks on the drawn maps mean; only those that are there. */
export function comparisonKeys(windows: Windows, drawn: 'cells' | 'surface'): readonly Key[] {
  const keys: Key[] = [];
  if (drawn === 'cells' && !windows.overlap) {
    const [first] = GROUPS;
    keys.push({
      text: 'a local window',
      swatch: (place) => [keyBox(place, fillWith(first)), outline(place, 'window', 1, 'none', first.edge)],
    });
  } else keys.push({ text: 'first local window', swatch: (place) => [outline(place, 'lit', 1.5)] });
  if (drawn === 'cells' && windows.overlap) {
    keys.push({ text: 'the next one', swatch: (place) => [outline(place, 'next', 1.5)] });
  }
  keys.push({ text: 'global window', swatch: (place) => [outline(place, 'whole', 1.5)] });
  const unread = (sweep: Windows['rows']) =>
    positions({ from: 0, to: sweep.input }).some((at) => readers(sweep, at) === 0);
  if (drawn === 'cells' && (unread(windows.rows) || unread(windows.columns))) {
    keys.push({ text: 'in no local window', swatch: (place) => [keyBox(place, EMPTY), cross(place)] });
  }
  return keys;
}

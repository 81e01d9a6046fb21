import { card } from '../layout/card.ts';
import type { Piece } from '../layout/piece.ts';
import { reach } from '../map/sweep.ts';
import { positions } from '../map/view.ts';
import type { Picture } from '../picture.ts';
import { localAlt } from './alt.ts';
import { flatParts } from './flat.ts';
import type { LocalInput } from './input.ts';
import { largeParts } from './large.ts';
import { lineParts } from './line.ts';
import { volumeParts } from './volume.ts';
import { litWindow, type Window } from './window.ts';

/**
 * A local pooling layer at work on one channel: one window lit in the input, its output cell lit, and how the cell's
 * number comes about; padding, cells that no window reads, and where the window goes next. Sequences, maps and
 * volumes; of an input too large for legible numbers the part around the window, of a window too large its place.
 */
export function drawLocal(local: LocalInput): Picture {
  const window = litWindow(local);
  const slices = positions(reach(window.sweeps[0], window.lit[0]));
  return {
    alt: localAlt(local, window),
    draw: () =>
      card({
        title: local.layer,
        subtitle: null,
        parts: cellParts(local, window) ?? largeParts(local, window),
        beams: slices.map((depth) => [`window ${depth}`, 'cell']),
      }),
  };
}

function cellParts(local: LocalInput, window: Window): readonly Piece[] | null {
  switch (local.sweeps.length) {
    case 1:
      return lineParts(local, window);
    case 2:
      return flatParts(local, window);
    default:
      return volumeParts(local, window);
  }
}

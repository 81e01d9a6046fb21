import { sizes } from '../map/cells.ts';
import { reach, readers, type Sweep } from '../map/sweep.ts';
import { positions } from '../map/view.ts';
import { count, listRows, places, sizeText } from '../text/list.ts';
import { calculation } from './calculation.ts';
import type { LocalInput } from './input.ts';
import type { Window } from './window.ts';
import { nextText, paddingHolds } from './words.ts';

/** What the picture of a local layer shows, in words and numbers. */
export function localAlt(local: LocalInput, window: Window): string {
  const { input, output, layer, sweeps } = local;
  const sentences = [
    `${layer} on an input of ${sizeText(input.shape)} gives ${sizeText(output.shape)}.`,
    `The lit window covers ${area(local)} and becomes output cell ${local.lit.join(', ')}:`,
    `${calculation(local, window)
      .map((entry) => `${entry.name} ${entry.text}`)
      .join('; ')}.`,
  ];
  if (window.next !== null) sentences.push(`Dashed: the ${nextText(window, local.sweeps.length)}.`);
  if (sweeps.some((sweep) => sweep.begin + sweep.end > 0)) {
    sentences.push(`Hatched ${paddingHolds(local.reduce).meaning}.`);
  }
  const unread = sweeps.every((sweep) => sweep.input <= COUNTED) ? unreadCells(sweeps) : 0;
  if (unread > 0) sentences.push(`Crossed out: ${count(unread, 'cell')} in no window.`);
  sentences.push(`Output: ${listRows(output.data, sizes(output.shape).columns)}.`);
  return sentences.join(' ').replaceAll('\u00A0', ' ');
}

/** On longer axes nobody sees single cells. */
const COUNTED = 4096;

const AXES = ['column', 'row', 'slice'] as const;

function area(local: LocalInput): string {
  const backwards = local.sweeps.toReversed().map((sweep, index) => {
    const { from, to } = reach(sweep, local.lit.toReversed()[index] ?? 0);
    const noun = local.sweeps.length === 1 ? 'step' : (AXES[index] ?? '');
    return places(noun, Math.max(0, from), Math.min(sweep.input, to));
  });
  return backwards.toReversed().join(', ');
}

function unreadCells(sweeps: readonly Sweep[]): number {
  const all = sweeps.reduce((product, sweep) => product * sweep.input, 1);
  const read = sweeps.reduce((product, sweep) => product * readPositions(sweep), 1);
  return all - read;
}

function readPositions(sweep: Sweep): number {
  return positions({ from: 0, to: sweep.input }).filter((position) => readers(sweep, position) > 0).length;
}

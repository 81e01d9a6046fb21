import { count } from '../text/list.ts';
import type { LocalReduce } from './input.ts';
import type { Window } from './window.ts';

/** What a padding cell holds, in its cell and in the legend. */
export function paddingHolds(reduce: LocalReduce): { readonly cell: string; readonly meaning: string } {
  switch (reduce.kind) {
    case 'max':
      return { cell: '−∞', meaning: 'padding: −∞, never the largest' };
    case 'min':
      return { cell: '∞', meaning: 'padding: ∞, never the smallest' };
    case 'lp':
      return { cell: '0', meaning: 'padding: adds 0' };
    case 'average':
      switch (reduce.counts) {
        case 'real':
          return { cell: '', meaning: 'padding: not counted' };
        case 'padded':
          return { cell: '0', meaning: 'padding: 0, counted' };
        case 'fixed':
          return { cell: '0', meaning: 'padding: adds 0' };
      }
  }
}

/** "next window, 2 columns on": the axis it moves along and how far. */
export function nextText(window: Window, rank: number): string {
  const axis = window.lit.findIndex((index, at) => index !== window.next?.[at]);
  const stride = window.sweeps[axis]?.stride ?? 0;
  const noun = axis === 0 ? 'slice' : axis === 1 ? 'row' : rank === 1 ? 'step' : 'column';
  return `next window, ${count(stride, noun)} ${axis === 1 ? 'down' : 'on'}`;
}

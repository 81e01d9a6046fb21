import type { AxisName } from '../question.ts';
import type { Token } from '../words/token.ts';
import { axisOf, settleAxes } from './axes.ts';
import { type Size, sizeAt } from './size.ts';
import type { WrittenShape } from './written.ts';

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '<': '>' };

/** A shape in brackets at token `at`: `(None, 7, 7, 2048)`, `[?,1,224,128]`, `(8 8 3)`, `(N=8, C=3, H=32, W=32)`. */
export function listedAt(tokens: readonly Token[], at: number): WrittenShape | null {
  const open = tokens[at]?.word ?? '';
  const close = closing[open];
  if (close === undefined) return null;
  const sizes: Size[] = [];
  let next = at + 1;
  let commas = 0;
  for (;;) {
    const token = tokens[next];
    if (token === undefined) return null;
    if (token.word === close) break;
    if (token.word === ',' || token.word === ';') {
      commas += 1;
      next += 1;
      continue;
    }
    const size = sizeAt(tokens, next);
    if (size === null || sizes.length >= maximumRank) return null;
    sizes.push(size);
    next = size.to;
    if (isSeparator(tokens[next]?.word)) next += 1;
  }
  if (sizes.length === 0 || (sizes.length === 1 && commas === 0)) return null;
  if (sizes.every((size) => size.size === null)) return null;
  return {
    shape: sizes.map((size) => size.size),
    axes: axesOf(sizes),
    notation: open === '[' ? '[' : '(',
    problem: sizes.find((size) => size.problem !== null)?.problem ?? null,
    from: at,
    to: next + 1,
  };
}

const maximumRank = 12;

function isSeparator(word: string | undefined): boolean {
  return word === 'x' || word === '*' || word === '/';
}

/** The axes' names; where only the channels (and perhaps the batch) have one, their place tells the others. */
export function axesOf(sizes: readonly Size[]): readonly AxisName[] | null {
  const axes = sizes.map((size, index) => size.axis ?? (index === 0 && size.size === null ? 'batch' : null));
  if (sizes.every((size) => size.axis === null)) return null;
  if (axes.every((axis) => axis !== null)) return settleAxes(axes);
  const channels = axes.indexOf('channels');
  if (channels < 0 || axes.some((axis) => axis !== null && axis !== 'channels' && axis !== 'batch'))
    return null;
  const spatial = spatialAxes(axes.length - (axes.length === 4 || axes[0] === 'batch' ? 2 : 1));
  if (spatial === null) return null;
  const lead: readonly AxisName[] = axes.length === 4 || axes[0] === 'batch' ? ['batch'] : [];
  const last = channels === axes.length - 1;
  if (!last && channels !== lead.length) return null;
  return last ? [...lead, ...spatial, 'channels'] : [...lead, 'channels', ...spatial];
}

function spatialAxes(rank: number): readonly AxisName[] | null {
  if (rank === 1) return ['steps'];
  if (rank === 2) return ['height', 'width'];
  return rank === 3 ? ['depth', 'height', 'width'] : null;
}

/** Axis names in brackets: `(batch, steps, features)`; an `=` and the sizes may follow. */
export function axisNamesAt(
  tokens: readonly Token[],
  at: number,
): { readonly axes: readonly AxisName[]; readonly to: number } | null {
  const close = closing[tokens[at]?.word ?? ''];
  if (close === undefined) return null;
  const axes: AxisName[] = [];
  let next = at + 1;
  for (;;) {
    const token = tokens[next];
    if (token === undefined) return null;
    if (token.word === close) break;
    if (token.word !== ',' && token.word !== 'x') {
      const axis = axisOf(token.stem);
      if (axis === null || axes.length >= maximumRank) return null;
      axes.push(axis);
    }
    next += 1;
  }
  return axes.length < 2 ? null : { axes: settleAxes(axes), to: next + 1 };
}

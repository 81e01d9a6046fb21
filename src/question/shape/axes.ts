import type { Layout } from '../../pooling/index.ts';
import type { AxisName } from '../question.ts';
import { wordSet } from '../words/list.ts';

const names: Readonly<Record<string, AxisName>> = {
  n_h: 'height',
  n_w: 'width',
  n_c: 'channels',
  h1: 'height',
  w1: 'width',
  d1: 'depth',
  h_in: 'height',
  w_in: 'width',
  c_in: 'channels',
  batch: 'batch',
  batch_size: 'batch',
  batchsize: 'batch',
  n: 'batch',
  b: 'batch',
  bs: 'batch',
  sample: 'batch',
  channel: 'channels',
  channels: 'channels',
  c: 'channels',
  ch: 'channels',
  chan: 'channels',
  feature: 'channels',
  filter: 'channels',
  map: 'channels',
  height: 'height',
  h: 'height',
  row: 'height',
  width: 'width',
  w: 'width',
  column: 'width',
  col: 'width',
  depth: 'depth',
  d: 'depth',
  frame: 'depth',
  slice: 'depth',
  step: 'steps',
  timestep: 'steps',
  time: 'steps',
  length: 'steps',
  len: 'steps',
  l: 'steps',
  t: 'steps',
  seq_len: 'steps',
  token: 'steps',
};

/** The axis that a word names ("channels", "H", "timesteps"), null for any other word. */
export function axisOf(stem: string): AxisName | null {
  return names[stem] ?? null;
}

/** The axes of `NCHW`, `HxWxC`, `nhwc`, `NxCxL`; null where a word is something else. */
export function axesOfSymbols(word: string): readonly AxisName[] | null {
  const crossed = /^[a-z](?:x[a-z]){1,4}$/.test(word);
  if (!crossed && !compactLayouts.has(word)) return null;
  const letters = crossed ? word.split('x') : [...word];
  const axes: AxisName[] = [];
  for (const letter of letters) {
    const axis = axisOf(letter);
    if (axis === null || axes.includes(axis)) return null;
    axes.push(axis);
  }
  return settleAxes(axes);
}

const compactLayouts = wordSet(`
  nchw nhwc bchw bhwc chw hwc ncdhw ndhwc ncl nlc blc bcl nwc ncw cdhw dhwc ntc nct btc bct ncthw nthwc
  bthwc bcthw bcdhw bdhwc
`);

/**
 * Names that depend on their neighbours: beside height and width, "depth" without channels is the channels, "time"
 * is the depth of a video, and a lone width is the steps of a sequence.
 */
export function settleAxes(axes: readonly AxisName[]): readonly AxisName[] {
  const has = (axis: AxisName) => axes.includes(axis);
  const image = has('height') && has('width');
  return axes.map((axis) => {
    if (axis === 'depth' && image && !has('channels')) return 'channels';
    if (axis === 'depth' && !image && has('steps') && !has('channels')) return 'channels';
    if (axis === 'depth' && !image && !has('steps')) return has('channels') ? 'steps' : 'channels';
    if (axis === 'steps' && image && !has('depth')) return 'depth';
    if (axis === 'width' && !has('height') && !has('steps')) return 'steps';
    return axis;
  });
}

/** Where the named axes put the channels; null without channels or without another axis to compare with. */
export function layoutOfAxes(axes: readonly AxisName[]): Layout | null {
  const channels = axes.indexOf('channels');
  if (channels < 0) return null;
  const spatial = axes.findIndex((axis) => axis !== 'channels' && axis !== 'batch');
  if (spatial < 0) return null;
  return channels < spatial ? 'channels_first' : 'channels_last';
}

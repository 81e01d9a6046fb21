import type { AxisName } from '../question.ts';
import { findPhrases, phrasesOf } from '../words/phrases.ts';
import type { Token } from '../words/token.ts';

/** An axis named in prose with its size: "32 images", "RGB", "64 channels", "height 10". */
export interface NamedSize {
  readonly axis: AxisName;
  readonly size: number;
  /** A bare `n`: the batch beside other axes, and alone the side of a square or the length of a sequence. */
  readonly loose: boolean;
  readonly from: number;
  readonly to: number;
}

type Rule =
  | { readonly axis: AxisName; readonly loose?: true }
  | { readonly axis: 'channels'; readonly size: number };

const rules = phrasesOf<Rule>([
  ['# channel|channels|ch', { axis: 'channels' }],
  ['# input|feature|colour|color|output channel', { axis: 'channels' }],
  ['# feature map', { axis: 'channels' }],
  ['# map|plane', { axis: 'channels' }],
  ['# dim|dimensional|d? embedding|vector', { axis: 'channels' }],
  ['# sensor|variable', { axis: 'channels' }],
  ['embedding|hidden dim|size|dimension of|=|:|is? #', { axis: 'channels' }],
  ['# feature', { axis: 'channels' }],
  ['channel|feature|c|n_c|c_in =|:|is|are #', { axis: 'channels' }],
  ['depth|channels of #', { axis: 'channels' }],
  ['rgb|colour|color|coloured|colored', { axis: 'channels', size: 3 }],
  ['rgba', { axis: 'channels', size: 4 }],
  ['gray|grey scale', { axis: 'channels', size: 1 }],
  ['grayscale|greyscale|monochrome|mnist', { axis: 'channels', size: 1 }],
  ['black and white', { axis: 'channels', size: 1 }],
  ['single channel', { axis: 'channels', size: 1 }],
  ['one channel', { axis: 'channels', size: 1 }],
  ['batch of|size|=|is? of|=|:? #', { axis: 'batch' }],
  ['batch_size|batchsize =|:|of|is? #', { axis: 'batch' }],
  ['minibatch of? #', { axis: 'batch' }],
  ['b|bs =|: #', { axis: 'batch' }],
  ['n =|: #', { axis: 'batch', loose: true }],
  [
    '# image|picture|photo|sample|example|sentence|sequence|clip|video|document|signal|series|spectrogram|xray|scan',
    { axis: 'batch' },
  ],
  ['# time? timestep|step|token|word|tick|day|hour', { axis: 'steps' }],
  ['# frame', { axis: 'depth' }],
  ['# slice', { axis: 'depth' }],
  ['sequence? length|len|l|steps|timesteps of|=|:|is? #', { axis: 'steps' }],
  ['sequence|signal|series of #', { axis: 'steps' }],
  ['height|h|n_h|h_in|h1 =|:|is|of? #', { axis: 'height' }],
  ['width|w|n_w|w_in|w1 =|:|is|of? #', { axis: 'width' }],
  ['height|h = width|w = #', { axis: 'height' }],
  ['width|w = height|h = #', { axis: 'width' }],
  ['# high|tall|height', { axis: 'height' }],
  ['# row', { axis: 'height' }],
  ['# wide|width', { axis: 'width' }],
  ['# column', { axis: 'width' }],
  ['# deep|depth', { axis: 'depth' }],
  ['depth =|:|of|is? #', { axis: 'depth' }],
  ['d|d1 =|: #', { axis: 'depth' }],
]);

/** Every axis that the prose names with its size, the first reading of each stretch only. */
export function namedSizes(tokens: readonly Token[], free: (index: number) => boolean): readonly NamedSize[] {
  const found: NamedSize[] = [];
  for (const { value, from, to } of findPhrases(rules, tokens)) {
    if (found.some((other) => from < other.to && other.from < to)) continue;
    const number = tokens.slice(from, to).find((token) => token.kind === 'number');
    const size = 'size' in value ? value.size : number?.value;
    if (size === undefined || !Number.isInteger(size) || size < 1 || !free(from) || !free(to - 1)) continue;
    if (!('size' in value) && (isPartOfShape(tokens, from, to) || isPartOfRun(tokens, to))) continue;
    found.push({ axis: value.axis, size, loose: 'loose' in value, from, to });
  }
  return found;
}

/** In "steps 2, 4, 6" the numbers are data. */
function isPartOfRun(tokens: readonly Token[], to: number): boolean {
  const last = tokens[to - 1];
  const next = tokens[to]?.word === ',' ? tokens[to + 1] : tokens[to];
  const after = next === tokens[to] ? tokens[to + 1] : tokens[to + 2];
  return last?.kind === 'number' && next?.kind === 'number' && (after === undefined || after.kind !== 'word');
}

/** In `7x7x512 maps` the number belongs to the shape, not to the word after it. */
function isPartOfShape(tokens: readonly Token[], from: number, to: number): boolean {
  const at = tokens[from]?.kind === 'number' ? from : to - 1;
  const crosses = new Set(['x', '*', 'by', '@']);
  return crosses.has(tokens[at - 1]?.word ?? '') || crosses.has(tokens[at + 1]?.word ?? '');
}

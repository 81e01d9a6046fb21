import type { PythonValue } from '../../frameworks/index.ts';
import type { WrittenShape } from '../shape/written.ts';
import { wordSet } from '../words/list.ts';
import { numberOf } from '../words/number.ts';
import type { Token } from '../words/token.ts';
import type { Mention } from './mention.ts';
import type { Setting } from './setting.ts';
import { numeric } from './setting-value.ts';
import { timesOf } from './times.ts';

interface Place {
  readonly from: number;
  readonly to: number;
}

/** What a shape may belong to, or stand behind. */
interface Surroundings {
  readonly tokens: readonly Token[];
  readonly mentions: readonly Mention[];
  readonly arrays: readonly Place[];
}

export interface Attached {
  readonly mentions: readonly Mention[];
  /** The shapes that are no window of a layer. */
  readonly shapes: readonly WrittenShape[];
}

/**
 * Gives every argument and every window that prose states to the layer it belongs to: `2x2` beside "pool" is its
 * window, `28x28x6` is not; "stride 2" goes to the layer of its own clause.
 */
export function attachSettings(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  settings: readonly Setting[],
  shapes: readonly WrittenShape[],
  arrays: readonly Place[],
): Attached {
  const owned: Setting[][] = mentions.map((mention) => [...mention.settings]);
  for (const setting of settings) {
    const owner = ownerOf(setting, tokens, mentions, owned);
    if (owner !== null) owned[owner]?.push(setting);
  }
  const left: WrittenShape[] = [];
  const ends = mentions.map(
    ({ to }) => arrays.find(({ from }) => from >= to && from <= to + reach)?.to ?? to,
  );
  for (const shape of shapes) {
    const window = asWindow(shape, { tokens, mentions, ends, arrays }, owned, shapes.length);
    if (window === null) left.push(shape);
    else owned[window.owner]?.push(window.setting);
  }
  const attached = mentions.map((mention, index) => {
    const own = owned[index] ?? [];
    const until = mentions[index + 1]?.from ?? tokens.length;
    const window = own.some(({ name }) => isWindow(name)) ? null : bareSize(tokens, mention, until);
    const settings = window === null ? own : [...own, window];
    const filters = bareFilters(tokens, mention, settings, until);
    const complete = { ...mention, settings: filters === null ? settings : [...settings, filters] };
    return { ...complete, times: timesOf(complete, tokens, until) };
  });
  return { mentions: attached, shapes: left };
}

function isWindow(name: Setting['name']): boolean {
  return name === 'window' || name === 'output-size';
}

const boundaries = wordSet(', ; . -> ? and or vs versus then followed %>% + |');

function ownerOf(
  place: Place & { readonly name?: Setting['name'] },
  tokens: readonly Token[],
  mentions: readonly Mention[],
  owned: readonly (readonly Setting[])[],
): number | null {
  let before = -1;
  for (const [index, mention] of mentions.entries()) {
    if (mention.from > place.from) break;
    before = index;
  }
  const previous = mentions[before];
  const next = mentions[before + 1];
  if (previous === undefined) return next === undefined ? null : 0;
  if (next === undefined || place.to <= previous.to) return before;
  const taken = place.name !== undefined && owned[before]?.some(({ name }) => name === place.name) === true;
  if (taken && !(owned[before + 1]?.some(({ name }) => name === place.name) ?? false)) return before + 1;
  if (!separated(tokens, previous.to, place.from)) return before;
  return separated(tokens, place.to, next.from) ? before : before + 1;
}

function separated(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (boundaries.has(tokens[at]?.word ?? '')) return true;
  return false;
}

/** How far a window stands from its layer at most, in tokens. */
const reach = 8;

/** Windows are small; an image of 16 pixels or less is rarer than a window of more. */
const largestWindow = 16;

/** `ends`: where each mention ends, with an array right behind it. */
function asWindow(
  shape: WrittenShape,
  { tokens, mentions, ends, arrays }: Surroundings & { readonly ends: readonly number[] },
  owned: readonly (readonly Setting[])[],
  shapes: number,
): { readonly owner: number; readonly setting: Setting } | null {
  if (shape.axes !== null || shape.shape.length > 3 || shape.notation === 'words') return null;
  for (const [owner, mention] of mentions.entries()) {
    if ((ends[owner] ?? mention.to) + reach < shape.from) continue;
    if (mention.from > shape.to + reach) break;
    if (!hasWindow(mention)) continue;
    if (owned[owner]?.some(({ name }) => isWindow(name)) === true) continue;
    const place = placeOf(shape, mention, { tokens, arrays });
    if (place === 'apart') continue;
    const largest = Math.max(...shape.shape.map((size) => size ?? Number.POSITIVE_INFINITY));
    const sure = place === 'inside' || place === 'named' || (place === 'before' && largest <= largestWindow);
    const likely = largest <= largestWindow && (shapes > 1 || place === 'before' || shape.shape.length === 2);
    if (sure || likely) return { owner, setting: windowSetting(shape, mention) };
  }
  return null;
}

/** Convolutions have windows as pooling layers do; Flatten and Dense have none, and calls have said theirs. */
function hasWindow(mention: Mention): boolean {
  if (mention.kind === 'other') return mention.code === null && mention.name.includes('Conv');
  return mention.kind !== 'call' && mention.kind !== 'unknown';
}

/** Where a shape stands to a layer: in its name, right before or after it, after "with" or "of size", or apart. */
function placeOf(
  shape: WrittenShape,
  mention: Mention,
  { tokens, arrays }: Pick<Surroundings, 'tokens' | 'arrays'>,
): 'inside' | 'before' | 'after' | 'named' | 'apart' {
  if (shape.from >= mention.from && shape.to <= mention.to) return 'inside';
  if (shape.to <= mention.from && onlySettings(tokens, shape.to, mention.from)) return 'before';
  if (shape.from < mention.to) return 'apart';
  let at = mention.to;
  while (fillers.has(tokens[at]?.word ?? '') && at < shape.from) at += 1;
  // "Max pool [[1, 2], [3, 4]] 2x2": the window may stand behind what is pooled.
  at = arrays.find(({ from }) => from === at)?.to ?? at;
  if (at === shape.from) return 'after';
  const words = tokens.slice(at, shape.from).map((token) => token.word);
  if (words.length > 3 || words.length === 0) return 'apart';
  if (isAdaptive(mention) && words.every((word) => targets.has(word))) {
    return words.every((word) => word === 'of' || word === 'a') ? 'apart' : 'named';
  }
  if (!words.every((word) => introductions.has(word))) return 'apart';
  return words.some((word) => strongIntroductions.has(word)) ? 'named' : 'after';
}

const fillers = wordSet('layer layers ( : operation kernel window windows filter size');
const strongIntroductions = wordSet('with using by size sized window kernel filter use =');
const introductions = wordSet('with using by a size of sized window kernel filter use =');
const targets = wordSet('to into output size of a target down onto fixed');

/** "2x2 stride-2 max pool": only numbers and the word "stride" stand between. */
function onlySettings(tokens: readonly Token[], from: number, to: number): boolean {
  if (to - from > 5) return false;
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (token === undefined) return false;
    const passes =
      token.kind === 'number' ||
      token.stem === 'stride' ||
      token.word === '-' ||
      token.word === '/' ||
      passing.has(token.word) ||
      /^s\d$/.test(token.word);
    if (!passes) return false;
  }
  return true;
}

const passing = new Set(['non', 'nonoverlapping', 'overlapping', 'sliding', 'spatial']);

function isAdaptive(mention: Mention): boolean {
  if (mention.kind === 'head') return mention.head.window === 'adaptive';
  return mention.kind === 'name' && mention.layers[0]?.family.window === 'adaptive';
}

/** "Adaptive average pool a [2, 30, 15, 27] tensor to 5": the size it adapts to, somewhere in its clause. */
function targetSize(tokens: readonly Token[], from: number, until: number): Setting | null {
  for (let at = from; at < until - 1; at += 1) {
    const word = tokens[at]?.word;
    const named = /^(?:length|size|output_size)$/.test(tokens[at + 1]?.word ?? '') ? 1 : 0;
    const size = tokens[at + 1 + named];
    if ((word !== 'to' && word !== 'into') || size?.kind !== 'number' || !Number.isInteger(size.value))
      continue;
    const after = tokens[at + 2 + named]?.word;
    if (after === 'x' || after === '*' || after === 'by') continue;
    return { name: 'output-size', value: numeric(size.value), written: null, from: at, to: at + 2 + named };
  }
  return null;
}

function windowSetting(shape: WrittenShape, mention: Mention): Setting {
  const items = shape.shape.map((size): PythonValue => (size === null ? { type: 'none' } : numeric(size)));
  const name = isAdaptive(mention) ? 'output-size' : 'window';
  return { name, value: { type: 'tuple', items }, written: null, from: shape.from, to: shape.to };
}

/** The window or the target size that is a single number. */
function bareSize(tokens: readonly Token[], mention: Mention, until: number): Setting | null {
  return bareWindow(tokens, mention) ?? (isAdaptive(mention) ? targetSize(tokens, mention.to, until) : null);
}

/** "conv 3x3 same 16": the number that is nothing else counts the filters. */
function bareFilters(
  tokens: readonly Token[],
  mention: Mention,
  settings: readonly Setting[],
  until: number,
): Setting | null {
  if (mention.kind !== 'other' || mention.code !== null || !mention.name.includes('Conv')) return null;
  if (settings.every(({ name }) => name !== 'window') || settings.some(({ name }) => name === 'filters'))
    return null;
  for (let at = mention.to; at < until; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.word === ',' || token.word === '->' || token.word === '.') return null;
    const inside = settings.some(({ from, to }) => at >= from && at < to);
    if (inside || token.kind !== 'number' || !Number.isInteger(token.value)) continue;
    if (tokens[at + 1]?.word === 'x') return null;
    return { name: 'filters', value: numeric(token.value), written: null, from: at, to: at + 1 };
  }
  return null;
}

/** A lone number right after the layer's name: "max pool 2", "adaptive average pool to 6", "avg pool by 3". */
function bareWindow(tokens: readonly Token[], mention: Mention): Setting | null {
  if (mention.kind !== 'head' && mention.kind !== 'name') return null;
  let at = mention.to;
  const words = isAdaptive(mention) ? targets : oneNumber;
  while (words.has(tokens[at]?.word ?? '') && at < mention.to + 3) at += 1;
  const number = numberOf(tokens[at]);
  const after = tokens[at + 1]?.word ?? '';
  if (number === null || !Number.isInteger(number) || after === 'x' || after === '*') return null;
  if (after === ',' && tokens[at + 2]?.kind === 'number') return null;
  if (tokens[at + 1]?.kind === 'number' || (tokens[at]?.kind === 'word' && at === mention.to)) return null;
  const name = isAdaptive(mention) ? 'output-size' : 'window';
  return { name, value: numeric(number), written: null, from: at, to: at + 1 };
}

const oneNumber = wordSet('by size ( of with layer factor a pool');

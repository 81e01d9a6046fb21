import type { PythonValue } from '../../frameworks/index.ts';
import { wordSet } from '../words/list.ts';
import { numberOf } from '../words/number.ts';
import { findPhrases } from '../words/phrases.ts';
import type { Token } from '../words/token.ts';
import { reduces } from './noun.ts';
import type { Setting, SettingName } from './setting.ts';
import { int, type NameRule, names, statements, str, type Takes } from './setting-names.ts';
import { flagAt, numeric, sizesAt } from './setting-value.ts';

/** Every argument that the prose gives: "stride 2", "f=2 s=2", "3x3 kernel", "same padding", "keepdims=True". */
export function findSettings(tokens: readonly Token[], free: (index: number) => boolean): readonly Setting[] {
  const found: Setting[] = [];
  const add = (setting: Setting | null) => {
    if (setting === null || !free(setting.from) || !free(setting.to - 1)) return;
    if (found.every((other) => setting.to <= other.from || other.to <= setting.from)) found.push(setting);
  };
  for (const match of findPhrases(names, tokens)) add(valueAfter(tokens, match));
  for (const [at, token] of tokens.entries()) if (free(at)) found.push(...shorthand(token, at));
  for (const { value, from, to } of findPhrases(statements, tokens))
    add({ ...value, written: null, from, to });
  for (let at = 0; at < tokens.length; at += 1) {
    add(valueBefore(tokens, at));
    add(slashed(tokens, at));
    add(loneMode(tokens, at));
    add(loneRounding(tokens, at));
  }
  return found.sort((a, b) => a.from - b.from);
}

const connectors = wordSet('= : of is == to as was set equal equals - at');

function valueAfter(
  tokens: readonly Token[],
  match: { readonly value: NameRule; readonly from: number; readonly to: number },
): Setting | null {
  const { name, takes, needsSign } = match.value;
  let at = match.to;
  const sign = tokens[at]?.word;
  if (needsSign === true && sign !== '=' && sign !== ':') return null;
  // Lecture notes have D for the depth of a volume, d for a dilation.
  if (tokens[match.from]?.text === 'D') return null;
  while (at - match.to < 3 && connectors.has(tokens[at]?.word ?? '')) at += 1;
  const read = readValue(takes, tokens, at);
  if (read === null || isOwnShape(tokens, match.to, at, read)) return null;
  const written = tokens[match.from]?.text ?? null;
  return { name, value: read.value, written: sign === '=' ? written : null, from: match.from, to: read.to };
}

function readValue(
  takes: Takes,
  tokens: readonly Token[],
  at: number,
): { readonly value: PythonValue; readonly to: number } | null {
  const word = tokens[at]?.word ?? '';
  switch (takes) {
    case 'sizes':
      return sizesAt(tokens, at);
    case 'flag':
      return flagAt(tokens, at);
    case 'padding':
      return paddings.has(word) ? { value: str(word), to: at + 1 } : sizesAt(tokens, at);
    case 'layout':
      return tokens[at]?.kind === 'word' ? layoutAt(tokens, at) : null;
    case 'number': {
      const number = numberOf(tokens[at]);
      return number === null ? null : { value: numeric(number), to: at + 1 };
    }
  }
}

const paddings = wordSet('same valid causal full same_upper same_lower notset');

function layoutAt(
  tokens: readonly Token[],
  at: number,
): { readonly value: PythonValue; readonly to: number } {
  const [first, second] = [tokens[at]?.word ?? '', tokens[at + 1]?.word ?? ''];
  if (first.startsWith('channel') && (second === 'first' || second === 'last')) {
    return { value: str(`channels_${second}`), to: at + 2 };
  }
  return { value: str(first), to: at + 1 };
}

/** In "a kernel of 28x28x3 images" the sizes are the images'. */
function isOwnShape(
  tokens: readonly Token[],
  named: number,
  at: number,
  read: { readonly value: PythonValue; readonly to: number },
): boolean {
  if (named !== at && tokens[at - 1]?.word !== 'of' && tokens[at - 1]?.word !== 'to') return false;
  const after = tokens[read.to]?.stem ?? '';
  return mapNouns.has(after) || tokens[read.to]?.word === 'x';
}

const mapNouns = wordSet('map image input tensor picture photo feature grid matrix');

/** `k3`, `s2`, `p1`, `k3s2p1`. */
function shorthand(token: Token, at: number): readonly Setting[] {
  if (token.kind !== 'word' || !/^(?:[ksfp]\d{1,3}){1,4}$/.test(token.word)) return [];
  const letters = { k: 'window', f: 'window', s: 'stride', p: 'padding' } as const;
  const settings: Setting[] = [];
  for (const [, letter, digits] of token.word.matchAll(/([ksfp])(\d+)/g)) {
    if (letter !== 'k' && letter !== 'f' && letter !== 's' && letter !== 'p') continue;
    settings.push({ name: letters[letter], value: int(Number(digits)), written: null, from: at, to: at + 1 });
  }
  return settings;
}

/** "2x2 window", "3x3 kernel", "1 pixel of padding". */
function valueBefore(tokens: readonly Token[], at: number): Setting | null {
  const read = sizesAt(tokens, at);
  if (read === null || read.value.type === 'none' || tokens[at - 1]?.word === 'x') return null;
  let next = read.to;
  if (tokens[next]?.word === 'px' || tokens[next]?.stem === 'pixel') next += 1;
  if (tokens[next]?.word === 'of' || tokens[next]?.word === 'sized') next += 1;
  const kind = tokens[next]?.word ?? '';
  if (kind in reduces || kind === 'pooling' || kind === 'pool' || kind === 'sliding') next += 1;
  const name = counted(read.value, tokens[next]) ?? nouns[tokens[next]?.stem ?? ''];
  if (name === undefined || (name === 'padding' && read.value.type !== 'int')) return null;
  if (name === 'stride' && next !== read.to) return null;
  return { name, value: read.value, written: null, from: at, to: next + 1 };
}

/** What an input may follow. */
const leadIns = wordSet('on of for over to with in applied');

const quotes = new Set(['"', "'", '`']);

/** The mode alone among a layer's numbers: "conv 3x3 same 32 filters", "pool 2x2 (valid)", `on 8x8, "same"`. */
function loneMode(tokens: readonly Token[], at: number): Setting | null {
  const mode = tokens[at]?.word;
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  if ((mode !== 'same' && mode !== 'valid') || before === undefined) return null;
  const bracketed = before.word === '(' && after?.word === ')';
  const among =
    before.kind === 'number' &&
    (after === undefined || after.kind !== 'word' || after.word === 'pool' || leadIns.has(after.word));
  const quoted = quotes.has(before.word) && after?.word === before.word;
  const last = before.word === ',' && (after === undefined || after.word === '?' || after.word === '.');
  if (!bracketed && !among && !quoted && !last) return null;
  return { name: 'padding', value: str(mode), written: null, from: at, to: at + 1 };
}

/** The rounding alone among a layer's numbers: "kernel 2 stride 2 on 33x33, ceil". */
function loneRounding(tokens: readonly Token[], at: number): Setting | null {
  const word = tokens[at]?.word;
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  if ((word !== 'ceil' && word !== 'floor') || before === undefined) return null;
  const behind = before.kind === 'number' || before.word === ',' || before.word === ')';
  if (!behind || (after !== undefined && after.kind !== 'sign')) return null;
  return {
    name: 'ceil',
    value: { type: 'bool', value: word === 'ceil' },
    written: null,
    from: at,
    to: at + 1,
  };
}

/** Papers write a stride behind its window: `3x3/2`. */
function slashed(tokens: readonly Token[], at: number): Setting | null {
  const stride = tokens[at + 1];
  const crossed = tokens[at - 1]?.kind === 'number' && tokens[at - 2]?.word === 'x';
  if (tokens[at]?.word !== '/' || !crossed || stride?.kind !== 'number' || stride.value > 16) return null;
  return { name: 'stride', value: numeric(stride.value), written: null, from: at, to: at + 2 };
}

const nouns: Readonly<Record<string, SettingName>> = {
  window: 'window',
  kernel: 'window',
  padding: 'padding',
  stride: 'stride',
  filter: 'window',
  subsampling: 'window',
  downsampling: 'window',
};

/** "16 filters" is a convolution's count, "a 3x3 filter" a window. */
function counted(value: PythonValue, noun: Token | undefined): SettingName | undefined {
  if (value.type !== 'int') return undefined;
  if (noun?.word === 'filters' || noun?.word === 'kernels') return 'filters';
  return noun?.word === 'units' || noun?.word === 'neurons' ? 'units' : undefined;
}

import { type FrameworkId, findLayers, type Layer } from '../../frameworks/index.ts';
import type { CodeCall } from '../python/index.ts';
import { wordSet } from '../words/list.ts';
import { tokensIn } from '../words/place.ts';
import type { Token } from '../words/token.ts';
import { findHeads, type Head } from './head.ts';
import type { Mention } from './mention.ts';
import { nounOf } from './noun.ts';
import { settingsOfCall } from './shorthand.ts';
import { findStepWords } from './step-words.ts';
import { otherLayerNamed } from './steps.ts';

/** Every layer that a text speaks of, in its order: calls in code, class names, plain English. */
export function findMentions(
  tokens: readonly Token[],
  calls: readonly CodeCall[],
  free: (index: number) => boolean,
  framework: FrameworkId | null,
  byCapitals = false,
): readonly Mention[] {
  const choose = (mention: Mention | null): readonly Mention[] =>
    mention === null ? [] : [byCapitals ? spelled(mention) : mention];
  const mentions: Mention[] = calls
    .filter(({ form }) => form === 'call')
    .flatMap((call) => choose(ofCall(call, tokens, framework)));
  const named = new Set<number>();
  for (let at = 0; at < tokens.length; at += 1) {
    const word = tokens[at];
    if (!free(at) || word?.kind !== 'word' || (isPlain(word.text) && !isGluedDot(tokens, at + 1))) continue;
    const name = dottedAt(tokens, at);
    const [mention] = choose(ofName(name, framework, at));
    if (mention !== undefined) {
      for (let index = at; index < name.to; index += 1) named.add(index);
      mentions.push(mention);
    }
    at = name.to - 1;
  }
  const prose = (index: number) => free(index) && !named.has(index);
  const heads = withoutSubjects(findHeads(tokens, prose), tokens, mentions);
  mentions.push(
    ...heads.map(
      (head): Mention => ({ kind: 'head', head, from: head.from, to: head.to, settings: [], times: 1 }),
    ),
  );
  mentions.push(...findStepWords(tokens, prose, framework));
  return mentions.sort((a, b) => a.from - b.from);
}

/** The layer whose very capitals were used, whatever framework is named besides. */
function spelled(mention: Mention): Mention {
  return mention.kind === 'call' || mention.kind === 'name'
    ? { ...mention, layers: mention.layers.slice(0, 1) }
    : mention;
}

/**
 * In "average pooling with pool size 2", "MaxPooling2D with pool 3", "AvgPool1D pool=3" and "a map is pooled by a max
 * filter" the plain "pool" is no second layer.
 */
function withoutSubjects(
  heads: readonly Head[],
  tokens: readonly Token[],
  others: readonly Mention[],
): readonly Head[] {
  const telling = heads.filter(({ reduce, saysWindow }) => reduce !== null || saysWindow);
  if (telling.length === 0 && others.length === 0) return heads;
  const named = others.filter(({ kind }) => kind === 'call' || kind === 'name');
  return heads.filter((head) => {
    const after = tokens[head.to]?.stem ?? '';
    const verb = /^pool(?:ed)$/.test(tokens[head.to - 1]?.word ?? '');
    const behind = named.some(({ to }) => to === head.from) || telling.some(({ to }) => to === head.from);
    const led = behind || /^(?:with|and)$/.test(tokens[head.from - 1]?.word ?? '');
    const window = (led && tokens[head.to]?.kind === 'number') || tokens[head.to]?.word === '=';
    return telling.includes(head) || !(verb || window || sizeWords.has(after));
  });
}

const sizeWords = wordSet('size window length width kernel shape');

function ofCall(call: CodeCall, tokens: readonly Token[], framework: FrameworkId | null): Mention | null {
  const place = { ...tokensIn(tokens, call.span), settings: [], times: 1 };
  const base = call.qualified.slice(call.qualified.lastIndexOf('.') + 1);
  const layers = findLayers(call.qualified);
  if (layers.length > 0 && isSure(call.qualified, layers, framework, call)) {
    return { kind: 'call', layers: inFramework(layers, framework), code: call, ...place };
  }
  const other = otherLayerNamed(call.qualified, framework);
  if (other !== null && call.receiver === null) return { kind: 'other', name: other, code: call, ...place };
  const noun = nounOf(base.toLowerCase());
  if (noun !== null && !call.qualified.includes('.')) {
    const head: Head = {
      reduce: noun.reduce ?? null,
      window: noun.window ?? 'local',
      saysWindow: noun.window !== undefined,
      rank: noun.rank ?? null,
      ...tokensIn(tokens, call.span),
    };
    return { ...place, kind: 'head', head, settings: settingsOfCall(call, head, place) };
  }
  return looksLikePooling(base) ? { kind: 'unknown', name: base, ...place } : null;
}

/** `MaxPool(2)` is shorthand for any framework's; `MaxPool(kernel_shape=[2, 2])` and `nn.max_pool(…)` are not. */
function isSure(
  name: string,
  layers: readonly Layer[],
  framework: FrameworkId | null,
  call: CodeCall | null,
): boolean {
  if (/[123]d(?:_with_\w+)?$/i.test(name) || layers.some((layer) => layer.framework === framework))
    return true;
  const known = layers[0]?.parameters ?? [];
  if (call?.args.some((argument) => known.some(({ name: own }) => own === argument.name)) === true)
    return true;
  return name.includes('.') && !/^(?:self|model|x|m)\./.test(name);
}

function inFramework(layers: readonly Layer[], framework: FrameworkId | null): readonly Layer[] {
  const own = layers.filter((layer) => layer.framework === framework);
  return own.length > 0 ? own : layers;
}

/** Lower-case words are no class names, unless something of a name is in them. */
function isPlain(written: string): boolean {
  return /^[a-z]+$/.test(written) && !written.includes('pool');
}

interface Dotted {
  readonly name: string;
  readonly to: number;
}

/** An identifier with the modules in front of it: `F.max_unpool2d`. */
function dottedAt(tokens: readonly Token[], at: number): Dotted {
  let name = tokens[at]?.text ?? '';
  let to = at + 1;
  while (isGluedDot(tokens, to)) {
    name += `.${tokens[to + 1]?.text ?? ''}`;
    to += 2;
  }
  return { name, to };
}

function isGluedDot(tokens: readonly Token[], at: number): boolean {
  const [dot, next] = [tokens[at], tokens[at + 1]];
  return dot?.word === '.' && !dot.spaced && next?.kind === 'word' && !next.spaced;
}

function ofName({ name, to }: Dotted, framework: FrameworkId | null, from: number): Mention | null {
  const place = { from, to, settings: [], times: 1 };
  const base = name.slice(name.lastIndexOf('.') + 1);
  // Caffe's "Pooling" is a word as well, which says more with its neighbours.
  if (/^pool(?:ing)?$/i.test(name)) return null;
  const layers = findLayers(name);
  if (layers.length > 0 && isSure(name, layers, framework, null) && (base.length > 5 || name.includes('.'))) {
    return { kind: 'name', layers: inFramework(layers, framework), ...place };
  }
  if (nounOf(base.toLowerCase()) !== null) return null;
  if (isCamelCase(base) || name.includes('.')) {
    const other = otherLayerNamed(name, framework);
    if (other !== null) return { kind: 'other', name: other, code: null, ...place };
    if (looksLikePooling(base)) return { kind: 'unknown', name: base, ...place };
  }
  return null;
}

function isCamelCase(name: string): boolean {
  return /^[A-Z][A-Za-z]*[a-z][A-Z0-9]/.test(name) || /[123][dD]$/.test(name);
}

/** "Pool" with at most a letter missing or doubled. */
function looksLikePooling(name: string): boolean {
  return name.length < 40 && /p+o+l+|pooo?ing|globalav/i.test(name);
}

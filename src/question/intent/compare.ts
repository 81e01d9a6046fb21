import { layersOf, repr } from '../../frameworks/index.ts';
import { withBorders } from '../layer/border.ts';
import { windowName, windowOf, withWindow } from '../layer/usual-window.ts';
import type { Assumption, LayerCall, Question, ReadSide } from '../question.ts';
import { askedMap } from '../sides/asked-map.ts';
import type { TopicId } from '../topics.ts';
import type { Understanding } from '../understand.ts';
import { commonParts } from './common.ts';

/** Two layers side by side, local against global pooling, or whether two are the same. */
export function readCompare(understanding: Understanding): Question | null {
  const { asks, calls, cues, request, inputs, page } = understanding;
  const wanted = request.prefer === 'compare';
  const globalLocal = (cues.get('global-vs-local') ?? 0) >= 5;
  const kinds = new Set(calls.map(({ layer }) => `${layer.framework} ${layer.name}`));
  const both = isPair(calls) && inputs.length === 0 && asks.has('explain');
  const compares =
    both || asks.has('difference') || asks.has('equality') || globalLocal || isChoice(understanding);
  if (!wanted && (!compares || (calls.length < 2 && !globalLocal))) return null;
  if (!wanted && calls.length >= 2 && kinds.size < 2 && !asks.has('equality') && !asks.has('difference'))
    return null;
  if (wanted && calls.length === 0 && inputs.length === 0 && page.mentions.length === 0 && cues.size === 0)
    return null;
  const about = aboutWhat(understanding, globalLocal, wanted);
  const windows = new Set(calls.map(({ layer }) => layer.family.window));
  const pair =
    about === 'local-global' &&
    (saysNoReduction(understanding) || !(windows.has('local') && windows.has('global')))
      ? bothKinds(understanding)
      : calls;
  const shared = shareWindow(pair);
  const completed = withBorders(shared, page.text, page.settings).map(withWindow);
  const assumptions = completed.flatMap(({ given }, index): readonly Assumption[] =>
    given
      .slice(shared[index]?.given.length)
      .flatMap(({ name, value }): readonly Assumption[] =>
        name === null ? [] : [{ kind: 'argument', name, value: repr(value) }],
      ),
  );
  const homes = new Set(calls.map(({ layer }) => layer.framework));
  const topics: (readonly [TopicId, number])[] = about === 'local-global' ? [['global-vs-local', 5]] : [];
  if (homes.size > 1) topics.push(['framework-convert', 4]);
  const parts = commonParts(understanding, { calls: completed, assumptions, topics, talk: true });
  const alone = page.mentions.every(({ kind, times }) => kind !== 'other' && times === 1);
  const sides = alone ? comparable(about, parts.calls) : null;
  return { ...parts, kind: 'compare', about, sides, on: askedMap(parts.applications) };
}

/** Two layers that are taken at their word; in prose they are only compared where sameness is asked for. */
function comparable(
  about: 'local-global' | 'layers' | 'equality',
  calls: readonly LayerCall[],
): readonly [ReadSide, ReadSide] | null {
  const [first, second] = calls;
  if (about === 'local-global' || !first || !second || calls.length > 2) return null;
  if (about === 'layers' && calls.some(({ written }) => written === 'words')) return null;
  return [[{ kind: 'pool', call: first }], [{ kind: 'pool', call: second }]];
}

/** A local and a global layer of the same kind. */
function isPair(calls: readonly LayerCall[]): boolean {
  const locals = calls
    .filter(({ layer }) => layer.family.window === 'local')
    .map(({ layer }) => layer.family.reduce);
  return calls.some(({ layer }) => layer.family.window === 'global' && locals.includes(layer.family.reduce));
}

function aboutWhat(
  { asks, calls, page }: Understanding,
  globalLocal: boolean,
  wanted: boolean,
): 'local-global' | 'layers' | 'equality' {
  const windows = calls.map(({ layer }) => layer.family.window);
  const both = windows.includes('global') && windows.includes('local');
  // "A vs B on 7x7, same?" asks for the difference by a word only.
  const same = /\b(?:same|equal|equivalent|identical)\s*\?/i.test(page.text);
  if (asks.has('equality') && calls.length > 1 && (same || !asks.has('difference'))) return 'equality';
  if (both || globalLocal || (wanted && calls.length < 2)) return 'local-global';
  return 'layers';
}

/** "Max or average pooling": two layers with nothing but "or" between them. */
function isChoice({ spoken, page }: Understanding): boolean {
  return spoken.some((mention, index) => {
    const next = spoken[index + 1];
    if (next === undefined || next.from - mention.to > 3) return false;
    const between = page.tokens.slice(mention.to, next.from).map(({ word }) => word);
    return between.includes('or') || between.includes('vs') || between.includes('versus');
  });
}

/** "Global or local pooling?": neither is of one kind, so both are averages. */
function saysNoReduction({ spoken }: Understanding): boolean {
  return (
    spoken.length > 1 && spoken.every((mention) => mention.kind === 'head' && mention.head.reduce === null)
  );
}

/** The layer that was named and its local or global counterpart; averages where none was named. */
function bothKinds(understanding: Understanding): readonly LayerCall[] {
  const { framework, rank } = understanding;
  const calls = saysNoReduction(understanding) ? [] : understanding.calls;
  const [named] = calls;
  const home =
    named?.layer.framework ?? (framework === 'torch' || framework === 'onnx' ? framework : 'keras');
  const reduce = named?.layer.family.reduce ?? 'average';
  const spatial = named?.layer.rank ?? rank;
  const find = (window: 'local' | 'global' | 'adaptive'): LayerCall | null => {
    const own = calls.find(({ layer }) => layer.family.window === window);
    if (own !== undefined) return own;
    const [layer] = layersOf({ reduce, window }, spatial, home);
    if (layer === undefined) return null;
    const given =
      window === 'adaptive' ? [{ name: 'output_size', value: { type: 'int', value: 1 } as const }] : [];
    return { layer, given, written: 'words', applied: [], span: null };
  };
  return [find('local'), find('global') ?? find('adaptive')].filter((call) => call !== null);
}

/** A window that is given once counts for all local layers that are compared. */
function shareWindow(calls: readonly LayerCall[]): readonly LayerCall[] {
  const source = calls.find((call) => call.layer.family.window === 'local' && windowOf(call) !== undefined);
  const window = source === undefined ? undefined : windowOf(source);
  if (window === undefined) return calls;
  return calls.map((call) => {
    const name = windowName(call);
    const open =
      call.written !== 'call' && call.layer.family.window === 'local' && windowOf(call) === undefined;
    return open && name !== null ? { ...call, given: [...call.given, { name, value: window }] } : call;
  });
}

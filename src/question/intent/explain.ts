import type { Question } from '../question.ts';
import type { TopicId } from '../topics.ts';
import type { Understanding } from '../understand.ts';
import { commonParts } from './common.ts';
import { completeCalls } from './hole.ts';

/** A question about how something works; layers in it are applied where they can be, as an example. */
export function readExplain(understanding: Understanding): Question | null {
  if (!wantsExplanation(understanding)) return null;
  const { complete, missing } = completeCalls(understanding.calls);
  const choice =
    missing === null ? ({ calls: complete, talk: true } as const) : ({ applied: false, talk: true } as const);
  const common = commonParts(understanding, choice);
  if (isBare(understanding)) return { ...common, kind: 'explain', topics: ofPooling };
  if (common.topics.length > 0) return { ...common, kind: 'explain' };
  const { page, asks, calls } = understanding;
  const subject = asks.has('why') && page.mentions.some(({ kind }) => kind === 'head');
  return subject || calls.length > 0 ? { ...common, kind: 'explain', topics: ofAnyLayer } : null;
}

/** "Average pooling?": a kind of pooling, and not a word more. */
function isBare({ cues, spoken }: Understanding): boolean {
  const [mention] = spoken;
  return (
    cues.size === 0 && mention?.kind === 'head' && mention.head.reduce !== null && !mention.head.saysWindow
  );
}

const ofPooling: readonly TopicId[] = ['max-vs-average', 'invariance', 'output-size'];

/** What there is to say of a layer that is only named. */
const ofAnyLayer: readonly TopicId[] = ['invariance', 'output-size'];

function wantsExplanation(understanding: Understanding): boolean {
  const { asks, calls, cues, request, page, inputs } = understanding;
  if (request.prefer === 'explain') return true;
  if (isOpenSize(understanding)) return false;
  const named = calls.length > 0 && inputs.length === 0 && page.settings.length === 0;
  const computed = asks.has('compute') && !asks.has('formula') && !asks.has('why');
  if (named && computed && Math.max(0, ...cues.values()) < 4) return false;
  if (named && isOnlySpokenOf(understanding)) return false;
  if (named && calls.every(({ written }) => written !== 'call')) return true;
  if (calls.length > 0 && asks.has('explain') && !asks.has('values')) return true;
  if (inputs.length > 0 && calls.length === 0 && Math.max(0, ...cues.values()) < 4) return false;
  const strongest = Math.max(0, ...cues.values());
  if (page.mentions.some(({ kind }) => kind === 'head') && (strongest > 0 || asks.has('explain')))
    return true;
  return strongest >= (asks.has('explain') ? 2 : 4);
}

/** "Average pool this image": English that names a layer, and neither asks nor says anything of it. */
function isOnlySpokenOf({ calls, cues, asks, page }: Understanding): boolean {
  if (cues.size > 0 || asks.size > 0 || calls.some(({ written }) => written !== 'words')) return false;
  const beside = page.tokens.filter(
    ({ kind }, at) => kind === 'word' && page.mentions.every(({ from, to }) => at < from || at >= to),
  );
  return beside.length > 1;
}

/** "How big is the output of a 2x2 max pool?": no explanation answers it, only an input shape. */
function isOpenSize({ asks, calls, cues, inputs }: Understanding): boolean {
  const whole = calls.some(({ layer }) => layer.family.window !== 'local');
  if (!asks.has('shape') || whole || asks.has('formula') || asks.has('why')) return false;
  const settled = inputs.length > 0 || calls.some(({ given }) => given.length > 0);
  return ![...cues].some(([topic, weight]) => topic !== 'output-size' && weight >= (settled ? 6 : 3));
}

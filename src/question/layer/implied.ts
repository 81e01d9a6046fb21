import type { FrameworkId } from '../../frameworks/index.ts';
import type { Mention } from './mention.ts';

/** "Pooling" alone is a subject, not a layer; with a reduction, a window or "global" it can be computed. */
export function isComputable(mention: Mention): boolean {
  if (mention.kind !== 'head') return mention.kind === 'call' || mention.kind === 'name';
  return (
    mention.head.reduce !== null ||
    mention.head.saysWindow ||
    mention.settings.some(({ name }) => name === 'window')
  );
}

/** The framework that the class names belong to, where prose names none. */
export function impliedFramework(mentions: readonly Mention[]): FrameworkId | null {
  for (const mention of mentions) {
    if (mention.kind === 'call' || mention.kind === 'name') return mention.layers[0]?.framework ?? null;
    if (mention.kind === 'other' && /\dd$|^Linear/.test(mention.name)) return 'torch';
    if (mention.kind === 'other' && mention.code !== null && /\dD$/.test(mention.name)) return 'keras';
  }
  return null;
}

/** The spatial rank that the layers say; null where they leave it open. */
export function impliedRank(mentions: readonly Mention[]): 1 | 2 | 3 | null {
  for (const mention of mentions) {
    const rank = ownRank(mention);
    if (rank !== null) return rank;
  }
  return null;
}

function ownRank(mention: Mention): 1 | 2 | 3 | null {
  if (mention.kind === 'call' || mention.kind === 'name') return mention.layers[0]?.rank ?? null;
  if (mention.kind !== 'head') return null;
  if (mention.head.rank !== null) return mention.head.rank;
  const window = mention.settings.find(({ name }) => name === 'window');
  if (window?.value.type !== 'tuple') return null;
  const { length } = window.value.items;
  return length === 2 || length === 3 ? length : null;
}

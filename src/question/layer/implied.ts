import type { FrameworkId, GivenArguments } from '../../frameworks/index.ts';
import type { Mention } from './mention.ts';
import type { Setting } from './setting.ts';
import { settingNamed } from './spell.ts';

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
  switch (mention.kind) {
    case 'call':
      return mention.layers[0]?.rank ?? rankOfWindow(settingsIn(mention.code.args));
    case 'name':
      return mention.layers[0]?.rank ?? rankOfWindow(mention.settings);
    case 'head':
      return mention.head.rank ?? rankOfWindow(mention.settings);
    default:
      return null;
  }
}

function settingsIn(args: GivenArguments): readonly Pick<Setting, 'name' | 'value'>[] {
  return args.flatMap(({ name, value }) => {
    const about = name === null ? null : settingNamed(name);
    return about === null ? [] : [{ name: about, value }];
  });
}

/** The spatial rank that a window says with its length; null where it is one number. */
export function rankOfWindow(settings: readonly Pick<Setting, 'name' | 'value'>[]): 1 | 2 | 3 | null {
  const window = settings.find(({ name }) => name === 'window' || name === 'output-size');
  if (window === undefined || (window.value.type !== 'tuple' && window.value.type !== 'list')) return null;
  const { length } = window.value.items;
  if (length === 4) return 2;
  return length === 1 || length === 2 || length === 3 ? length : null;
}

import type { FrameworkId } from '../../../../frameworks/index.ts';
import type { Holds, RuleId } from '../rule.ts';
import type { Subject } from '../subject.ts';

/** What a predicate hangs on besides its subject. */
export interface Said {
  readonly framework: FrameworkId | null;
  readonly byDefault: boolean;
}

/** Something that is said of a layer; `says` matches all that stands behind the subject in the normal form. */
export interface Predicate {
  readonly says: RegExp;
  /** How far it holds of a subject; null where that is not known here. */
  readonly holds: (subject: Subject, said: Said) => Holds | null;
  readonly rule: (subject: Subject) => RuleId;
  /** It stays true with "only". */
  readonly exclusive?: true;
}

/* Wordings that several predicates share, in the normal form. */

export const count = '(?:(?:total )?(?:number|count|amount) of )?';
export const sizeWord = '(?:height and width|width and height|spatial dimension|spatial size|resolution)';
export const kept = '(?: (?:unchanged|constant|intact|as it be|as they be|same|alone|untouched))?';
export const spot =
  '(?:(?:in|of|from|over|within|inside|for|across|per) (?:each |every )?(?:sliding |pooling |local |2x2 )?(?:window|region|patch|block|neighbourhood|neighborhood|receptive field|pool|area)(?: of (?:cell|value|pixel|number|input|feature map))?)';
export const map =
  '(?:(?:in|of|from|over|within|for|across|per) (?:each |every )?(?:feature map|channel|map|spatial dimension|spatial axis|height and width|width and height|all position|all spatial position|channel feature map))';
export const value = '(?: (?:value|element|activation|number|pixel|one|cell|entry))?';

const pools = (subject: Subject): boolean => subject.kind === 'pooling' && subject.window !== 'unpool';
export const ofPooling = (holds: Holds) => (subject: Subject) => (pools(subject) ? holds : null);
export const always = (rule: RuleId) => (): RuleId => rule;

export const opposite = (holds: Holds | null): Holds | null =>
  holds === 'always' ? 'never' : holds === 'never' ? 'always' : holds;

/** True of the pooling that reduces by `reduce`, false of the other kinds that are known. */
export const ofReduce =
  (reduce: 'max' | 'average') =>
  (subject: Subject): Holds | null => {
    if (subject.kind !== 'pooling' || subject.window === 'unpool') return null;
    if (subject.reduce !== 'max' && subject.reduce !== 'average') return null;
    return subject.reduce === reduce ? 'always' : 'never';
  };
export const reduceRule = (subject: Subject): RuleId =>
  subject.kind === 'pooling' && subject.reduce === 'max' ? 'takes-maximum' : 'takes-average';

export const isGlobal = (subject: Subject): boolean =>
  subject.kind === 'pooling' && subject.window === 'global';
export const isLocal = (subject: Subject): boolean =>
  subject.kind === 'pooling' && subject.window === 'local';

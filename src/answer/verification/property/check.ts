import type { Ruling } from '../claim.ts';
import type { Context } from '../context.ts';
import { type Mode, type Normal, normalOf } from './normal.ts';
import { predicates } from './predicates/all.ts';
import type { Said } from './predicates/predicate.ts';
import type { Holds } from './rule.ts';
import { settingClaim } from './settings.ts';
import { sizeClaim } from './size.ts';
import { type Subject, splitSubject, withoutCode } from './subject.ts';

/** Decides a general statement on a layer or a setting, where every word of it is understood; null otherwise. */
export function checkProperty(sentence: string, context: Context): Ruling | null {
  const { sentence: words, subject: coded, unclear } = withoutCode(sentence);
  if (unclear) return null;
  const normal = normalOf(words);
  const framework =
    normal.framework ?? (coded?.kind === 'pooling' ? coded.framework : null) ?? context.framework;
  const before = subjectBefore(context);
  const sized = sizeClaim(normal, coded, before);
  if (sized) return decided(sized.holds, normal, sized.truth);
  const setting = settingClaim(withoutSubject(normal, coded), framework);
  if (setting) return decided(setting.holds, normal, { kind: 'rule', rule: setting.rule });
  return checkPredicate(normal, coded, before, {
    framework,
    byDefault: normal.byDefault,
    several: context.kinds.size > 1,
  });
}

function checkPredicate(
  normal: Normal,
  coded: Subject | null,
  before: Subject | null,
  said: Said & { readonly several: boolean },
): Ruling | null {
  const split = splitSubject(normal.text, coded, before, said.several);
  if (!split) return null;
  const rest = split.rest.replace(/^, /, '');
  for (const { says, holds, rule, exclusive } of predicates) {
    if (!says.test(rest)) continue;
    const held = holds(split.subject, said);
    const meant: Normal = exclusive && normal.mode === 'only' ? { ...normal, mode: 'plain' } : normal;
    return held ? decided(held, meant, { kind: 'rule', rule: rule(split.subject) }) : null;
  }
  return null;
}

/** "MaxPooling2D default strides is 1": the layer says only whose setting it is. */
function withoutSubject(normal: Normal, coded: Subject | null): Normal {
  if (!coded) return normal;
  const text = normal.text
    .replace(/(?:(?:in|of|for) )?layer0(?: (?:in|of|for))?/, ' ')
    .replace(/ +/g, ' ')
    .trim();
  return { ...normal, text };
}

function subjectBefore({ layer }: Context): Subject | null {
  if (!layer) return null;
  const { subject, sentence } = withoutCode(layer);
  return subject ?? splitSubject(normalOf(sentence).text, null, null)?.subject ?? null;
}

/** What follows for a statement from how far what it says holds; null where a plain denial can be meant either way. */
function decided(holds: Holds, { mode, denied }: Normal, truth: Ruling['truth']): Ruling | null {
  const right = rightOf(holds, mode, denied);
  return right === null ? null : { right, truth };
}

function rightOf(holds: Holds, mode: Mode, denied: boolean): boolean | null {
  switch (mode) {
    case 'plain':
    case 'always':
      if (!denied) return holds === 'always';
      return holds === 'sometimes' ? null : holds === 'never';
    case 'never':
      return denied ? null : holds === 'never';
    case 'not-always':
      return denied ? null : holds !== 'always';
    case 'can':
      return denied ? holds === 'never' : holds !== 'never';
    case 'usually':
      if (holds === 'sometimes') return null;
      return (holds === 'always') !== denied;
    case 'only':
      return null;
  }
}

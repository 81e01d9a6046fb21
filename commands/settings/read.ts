import type { Invocation } from '../../src/command/index.ts';
import { defaultSettings, type Settings } from '../../src/faq/index.ts';
import { type SettingName, settingKeys, settingNames } from './names.ts';

/** The options of `/settings`, as they were given. */
export interface Given {
  readonly framework?: Settings['framework'] | 'any' | undefined;
  readonly data_format?: Settings['dataFormat'] | 'any' | undefined;
  readonly visibility?: Settings['visibility'] | undefined;
  readonly channels?: string | undefined;
  readonly editor_roles?: string | undefined;
  readonly editors?: string | undefined;
  readonly helper?: string | undefined;
  readonly faq_answers?: boolean | undefined;
  readonly faq_threshold?: number | undefined;
  readonly faq_channels?: string | undefined;
  readonly gaps?: boolean | undefined;
  readonly reset?: SettingName | 'all' | undefined;
}

/** What is to be changed; with a problem nothing is. */
export interface Changes {
  readonly patch: Partial<Settings>;
  /** One sentence each. */
  readonly problems: readonly string[];
}

export function readChanges(
  given: Given,
  { community, channel, parent }: Pick<Invocation, 'community' | 'channel' | 'parent'>,
): Changes {
  const problems: string[] = [];
  const ids = (text: string, here: string | null): readonly string[] => {
    if (/^(none|everywhere|everyone)$/i.test(text.trim())) return [];
    return text
      .split(/[\s,;]+/)
      .filter(Boolean)
      .flatMap((word) => {
        const id = here !== null && /^here$/i.test(word) ? here : idIn(word);
        if (id === null) problems.push(`"${word}" is no id. ${whereIdsAre}`);
        return id ?? [];
      });
  };
  const here = parent ?? channel;
  const patch: Partial<Settings> = {
    ...resets(given.reset),
    ...only('framework', given.framework, (value) => (value === 'any' ? null : value)),
    ...only('dataFormat', given.data_format, (value) => (value === 'any' ? null : value)),
    ...only('visibility', given.visibility, (value) => value),
    ...only('channels', given.channels, (value) => ids(value, here)),
    ...only('editorRoles', given.editor_roles, (value) => ids(value, null)),
    ...only('editors', given.editors, (value) => ids(value, null)),
    ...only('helper', given.helper, (value) => {
      const helper = helperIn(value);
      // Discord's role for everybody has the id of its server.
      if (helper?.id === community) problems.push('Everybody is too many to call. Name a role or a person.');
      if (helper === undefined) problems.push(`"${value}" is no role or person. ${whereIdsAre}`);
      return helper ?? null;
    }),
    ...only('faqAnswers', given.faq_answers, (value) => value),
    ...only('faqThreshold', given.faq_threshold, (value) => value),
    ...only('faqChannels', given.faq_channels, (value) => ids(value, here)),
    ...only('gaps', given.gaps, (value) => value),
  };
  return { patch, problems };
}

/** One setting of a patch, or nothing where it was not given. */
function only<Key extends keyof Settings, Value>(
  key: Key,
  value: Value | undefined,
  read: (value: Value) => Settings[Key],
): Partial<Settings> {
  return value === undefined ? {} : { [key]: read(value) };
}

function resets(reset: Given['reset']): Partial<Settings> {
  if (reset === undefined) return {};
  const names = reset === 'all' ? settingNames : [reset];
  return Object.fromEntries(names.map((name) => [settingKeys[name], defaultSettings[settingKeys[name]]]));
}

const whereIdsAre =
  'Discord shows ids by "Copy ID" once developer mode is on; Slack shows them at the end of a channel’s or profile’s details.';

/** An id alone, or a mention as Discord and Slack write it: `<#1>`, `<@&2>`, `<@3>`, `<!subteam^S4|name>`. */
function idIn(word: string): string | null {
  const [, id] =
    /^<(?:#|@[&!]?|!subteam\^)([A-Z0-9]+)(?:\|[^>]*)?>$/.exec(word) ?? /^([A-Z0-9]{6,24})$/.exec(word) ?? [];
  return id ?? null;
}

/** Roles and user groups by their mention, by Slack's first letter, or by the word before the id. */
function helperIn(text: string): Settings['helper'] | undefined {
  const [, word, rest = ''] = /^(role|user|group|person)?[\s:]*(.+)$/i.exec(text.trim()) ?? [];
  if (/^none$/i.test(rest)) return null;
  const id = idIn(rest);
  if (id === null) return undefined;
  const named = word === undefined ? null : /^(role|group)$/i.test(word);
  const isRole = named ?? (/^<(@&|!subteam)/.test(rest) || (/^(S|\d)/.test(id) && !/^<@!?\d/.test(rest)));
  return { kind: isRole ? 'role' : 'user', id };
}

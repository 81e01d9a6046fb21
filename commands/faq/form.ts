import { type Draft, limits, readAliases, readTriggers } from '../../src/faq/index.ts';
import type { Form } from '../../src/reply/index.ts';

/** What a form on an entry is filled in with: an entry's content as text fields. */
export interface Filled {
  readonly title?: string | undefined;
  readonly answer?: string | undefined;
  readonly group?: string | undefined;
  readonly aliases?: string | undefined;
  readonly triggers?: string | undefined;
}

/** The form for an entry, new or not; `command` saves it. */
export function entryForm(title: string, command: string, filled: Filled): Form {
  const field = (
    name: keyof Filled,
    label: string,
    maxLength: number,
    more: 'line' | 'lines',
    required = false,
  ) => ({
    name,
    label,
    multiline: more === 'lines',
    required,
    value: filled[name] ?? '',
    maxLength,
  });
  return {
    kind: 'form',
    title,
    command,
    submit: 'Save',
    fields: [
      field('title', 'Title', limits.title, 'line', true),
      field('answer', 'Answer, in Markdown; {{pool …}} computes', limits.body, 'lines', true),
      field('group', 'Group', limits.group, 'line'),
      field('aliases', 'Other names, with commas between', limits.aliases * (limits.alias + 2), 'line'),
      field('triggers', 'Questions it answers, one a line', limits.triggers * limits.trigger, 'lines'),
    ],
  };
}

/** What was filled in, as the FAQ takes it. */
export const draftOf = ({
  title = '',
  answer = '',
  group = '',
  aliases = '',
  triggers = '',
}: Filled): Draft => ({
  title,
  body: answer,
  group,
  aliases: readAliases(aliases),
  triggers: readTriggers(triggers),
});

import { type Content, namesOf, type Write } from '../../src/faq/index.ts';

export const content = (title: string, more: Partial<Content> = {}): Content => ({
  title,
  body: `The answer to "${title}".`,
  group: null,
  aliases: [],
  triggers: [],
  ...more,
});

/** A new entry, unless `more` says otherwise. */
export const write = (id: string, what: Content, more: Partial<Write> = {}): Write => ({
  id,
  basedOn: 0,
  change: 'created',
  content: what,
  names: namesOf(what),
  removed: false,
  ...more,
});

export const ada = { by: 'ada', at: new Date('2026-10-01T09:00:00Z'), why: null };
export const bob = { by: 'bob', at: new Date('2026-10-02T09:00:00Z'), why: 'clearer' };

import type { Content } from './entry.ts';

/** A title or alias, and the form under which it has to be unique. */
export interface Name {
  readonly key: string;
  readonly text: string;
}

/** Two names are the same when case, width, spaces and closing punctuation are all that differs. */
export function nameKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\s?!.…]+$/u, '');
}

/** Every name of an entry, the title first. */
export function namesOf({ title, aliases }: Pick<Content, 'title' | 'aliases'>): readonly Name[] {
  return [title, ...aliases].map((text) => ({ key: nameKey(text), text }));
}

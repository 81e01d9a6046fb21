import { randomBytes } from 'node:crypto';
import { type Draft, readDraft } from './draft.ts';
import type { Change, Content, Entry } from './entry.ts';
import type { House } from './house.ts';
import { liveProblems } from './live.ts';
import { namesOf } from './names.ts';
import { type Refusal, type Saved, savedOf } from './refusal.ts';
import { mayEdit, type Person } from './settings.ts';

/** Which entry an edit is about, and the revision that the person had before their eyes. */
export interface Target {
  readonly id: string;
  readonly basedOn: number;
}

/** Changes to entries of one community. Each checks the person's permission anew and is durable when it resolves. */
export interface Editing {
  readonly add: (community: string, person: Person, draft: Draft, why?: string) => Promise<Saved>;
  readonly edit: (
    community: string,
    person: Person,
    target: Target,
    draft: Draft,
    why?: string,
  ) => Promise<Saved>;
  /** Makes an earlier revision's content the newest one; the ones between stay in the history. */
  readonly restore: (community: string, person: Person, target: Target, revision: number) => Promise<Saved>;
  /** Takes the entry out of sight; `recover` brings it back. */
  readonly remove: (community: string, person: Person, target: Target, why?: string) => Promise<Saved>;
  readonly recover: (community: string, person: Person, target: Target) => Promise<Saved>;
}

export const newEntryId = (): string => randomBytes(9).toString('base64url');

export function editing(house: House): Editing {
  const permitted = async (community: string, person: Person): Promise<boolean> =>
    mayEdit(await house.settings.read(community), person);

  const write = async (
    community: string,
    person: Person,
    { id, basedOn }: Target,
    after: {
      readonly content: Content;
      readonly change: Change;
      readonly removed?: boolean;
      readonly why?: string | undefined;
    },
  ): Promise<Saved> => {
    const { content, change, removed = false, why } = after;
    const names = namesOf(content);
    const signature = { by: person.user, at: house.now(), why: why?.trim() || null };
    const committed = await house.store.commit(
      community,
      [{ id, basedOn, change, content, names, removed }],
      signature,
    );
    return savedOf(committed, content);
  };

  /** Saves content that was typed or brought back, if it is sound. */
  const save = async (
    community: string,
    person: Person,
    target: Target,
    draft: Draft,
    { change, why }: { readonly change: Change; readonly why?: string | undefined },
  ): Promise<Saved> => {
    const read = readDraft(draft);
    if (!read.ok) return { kind: 'invalid', problems: read.problems };
    const problems = await liveProblems(read.content, house.live);
    if (problems.length > 0) return { kind: 'invalid', problems };
    return write(community, person, target, { content: read.content, change, why });
  };

  /** The entry as it is, when the person may change it. */
  const changeable = async (
    community: string,
    person: Person,
    id: string,
    wanted: { readonly removed: boolean },
  ): Promise<Entry | Refusal> => {
    if (!(await permitted(community, person))) return { kind: 'forbidden' };
    const entry = await house.store.entry(community, id);
    return entry?.removed === wanted.removed ? entry : { kind: 'missing' };
  };

  return {
    add: async (community, person, draft, why) => {
      if (!(await permitted(community, person))) return { kind: 'forbidden' };
      return save(community, person, { id: newEntryId(), basedOn: 0 }, draft, { change: 'created', why });
    },
    edit: async (community, person, target, draft, why) => {
      const entry = await changeable(community, person, target.id, { removed: false });
      if ('kind' in entry) return entry;
      return save(community, person, target, draft, { change: 'edited', why });
    },
    restore: async (community, person, target, revision) => {
      const entry = await changeable(community, person, target.id, { removed: false });
      if ('kind' in entry) return entry;
      const history = await house.store.history(community, target.id);
      const earlier = history.find((candidate) => candidate.revision === revision);
      if (!earlier) return { kind: 'missing' };
      const draft = { ...earlier.content, group: earlier.content.group ?? '' };
      return save(community, person, target, draft, { change: 'restored', why: `revision ${revision}` });
    },
    remove: async (community, person, target, why) => {
      const entry = await changeable(community, person, target.id, { removed: false });
      if ('kind' in entry) return entry;
      return write(community, person, target, {
        content: entry.content,
        change: 'removed',
        removed: true,
        why,
      });
    },
    recover: async (community, person, target) => {
      const entry = await changeable(community, person, target.id, { removed: true });
      if ('kind' in entry) return entry;
      return write(community, person, target, { content: entry.content, change: 'recovered' });
    },
  };
}

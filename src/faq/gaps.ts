import { createHash } from 'node:crypto';
import { withoutNames } from './anonymous.ts';
import type { House } from './house.ts';
import { nameKey } from './names.ts';
import { createPhrases } from './search/phrases.ts';
import { mayEdit, type Person } from './settings.ts';
import type { Gap } from './store.ts';
import { inTurns } from './turns.ts';

const longestGap = 500;
const mostGaps = 1_000;
const keptFor = 90 * 24 * 60 * 60 * 1_000;

/** From here on two questions count as the same one in other words. */
const sameQuestion = 0.6;

/** Questions that nobody could answer and that ask the same. */
export interface GapGroup {
  /** Names the group in `close`, as long as it has this question. */
  readonly key: string;
  /** The wording that was used most. */
  readonly text: string;
  readonly count: number;
  readonly lastAsked: Date;
  /** Other wordings, at most three. */
  readonly others: readonly string[];
}

export interface Gaps {
  /** Keeps a question that nobody could answer, where staff switched that on; true when it did. */
  readonly note: (community: string, question: string) => Promise<boolean>;
  /** The most asked first; of the last 90 days. */
  readonly list: (community: string) => Promise<readonly GapGroup[]>;
  /** Drops a whole group, once it has an entry or needs none; false when the person may not edit. */
  readonly close: (community: string, person: Person, key: string) => Promise<boolean>;
}

export function gapKeeping(house: House): Gaps {
  const groups = async (community: string): Promise<readonly (readonly Wording[])[]> => {
    const since = new Date(house.now().getTime() - keptFor);
    return grouped(wordingsOf(await house.gaps.list(community, since, mostGaps)));
  };
  return {
    note: async (community, question) => {
      const text = beginningOf(withoutNames(question));
      if (nameKey(text) === '' || !(await house.settings.read(community)).gaps) return false;
      await house.gaps.add(community, { key: keyOf(text), text, askedAt: house.now() });
      return true;
    },
    list: async (community) => (await groups(community)).map(toGroup).sort(byCount),
    close: async (community, person, key) => {
      if (!mayEdit(await house.settings.read(community), person)) return false;
      const group = (await groups(community)).find((words) => words.some((word) => word.key === key));
      await house.gaps.drop(community, group ? group.map((word) => word.key) : [key]);
      return true;
    },
  };
}

type Asked = Pick<GapGroup, 'key' | 'count' | 'lastAsked'>;

interface Wording extends Asked {
  readonly text: string;
}

function wordingsOf(gaps: readonly Gap[]): readonly Wording[] {
  return [...Map.groupBy(gaps, ({ key }) => key)].map(([key, [newest, ...rest]]) => ({
    key,
    text: newest?.text ?? '',
    count: 1 + rest.length,
    lastAsked: newest?.askedAt ?? new Date(0),
  }));
}

/** Groups around the wordings used most: each takes in those that are close to it. */
async function grouped(wordings: readonly Wording[]): Promise<readonly (readonly Wording[])[]> {
  const phrases = createPhrases();
  const turn = inTurns();
  const open = new Map(wordings.toSorted(byCount).map((wording) => [wording.key, wording]));
  for (const { key, text } of open.values()) phrases.add(key, text);
  const groups: (readonly Wording[])[] = [];
  for (const [key, wording] of open) {
    open.delete(key);
    const similar = phrases
      .match(wording.text)
      .filter(({ closeness }) => closeness >= sameQuestion)
      .flatMap(({ id }) => open.get(id) ?? []);
    for (const other of similar) open.delete(other.key);
    groups.push([wording, ...similar]);
    await turn();
  }
  return groups;
}

function toGroup([most, ...others]: readonly Wording[]): GapGroup {
  if (!most) throw new RangeError('a group has at least one question');
  return {
    key: most.key,
    text: most.text,
    count: others.reduce((sum, { count }) => sum + count, most.count),
    lastAsked: new Date(Math.max(...[most, ...others].map(({ lastAsked }) => lastAsked.getTime()))),
    others: others.slice(0, 3).map(({ text }) => text),
  };
}

const byCount = (a: Asked, b: Asked): number =>
  b.count - a.count || b.lastAsked.getTime() - a.lastAsked.getTime() || (a.key < b.key ? -1 : 1);

const keyOf = (text: string): string =>
  createHash('sha256').update(nameKey(text)).digest('base64url').slice(0, 16);

const beginningOf = (text: string): string =>
  text.length > longestGap ? `${text.slice(0, longestGap).toWellFormed()}…` : text;

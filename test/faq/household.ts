import {
  createFaq,
  type Draft,
  type Faq,
  type Live,
  type LivePart,
  type Person,
} from '../../src/faq/index.ts';
import type { Message } from '../../src/reply/index.ts';
import type { Store } from '../../src/store/index.ts';
import { standingClock } from '../store/clock.ts';
import { open } from '../store/engines.ts';

export const teacher: Person = { user: 'ada', staff: true, roles: [] };
export const student: Person = { user: 'sam', staff: false, roles: [] };

const message = (title: string, ...paragraphs: readonly string[]): Message => ({
  kind: 'message',
  title,
  understood: 'I read that.',
  blocks: paragraphs.map((content) => ({ kind: 'text', content })),
  assumptions: [],
  actions: [],
  sources: [],
  visibility: 'public',
});

/** An engine that knows one thing: how often a window of 2 fits into n cells, from "2 in 5". */
export const windows: Live = {
  check: ({ command, text }: LivePart) =>
    command === 'fit' && /^\d+ in \d+$/.test(text)
      ? { ok: true }
      : { ok: false, problem: `I can't read "${command} ${text}".` },
  compute: async (_command, text) => {
    const [size = 1, cells = 0] = text.split(' in ').map(Number);
    return message(String(Math.floor(cells / size)), `${cells} cells hold that many windows of ${size}.`);
  },
};

export interface Household {
  readonly faq: Faq;
  readonly store: Store;
  readonly pass: (milliseconds: number) => void;
}

/** The FAQ on a store of its own, or on the database at `url`. */
export async function household(url = ':memory:'): Promise<Household> {
  const clock = standingClock();
  const store = await open(url, clock);
  const faq = createFaq({
    store: store.faq,
    gaps: store.gaps,
    settings: store.settings,
    live: windows,
    now: clock.now,
  });
  return { faq, store, pass: clock.pass };
}

export const draft = (title: string, more: Partial<Draft> = {}): Draft => ({
  title,
  body: `About ${title}.`,
  group: '',
  aliases: [],
  triggers: [],
  ...more,
});

/** Saves entries of community c1 and gives them back; throws when one is refused. */
export async function keep({ faq }: Household, ...drafts: readonly Draft[]) {
  const entries = [];
  for (const one of drafts) {
    const saved = await faq.add('c1', teacher, one);
    if (saved.kind !== 'saved') throw new Error(JSON.stringify(saved));
    entries.push(saved.entry);
  }
  return entries;
}

export async function keepOne(house: Household, one: Draft) {
  const [entry] = await keep(house, one);
  if (!entry) throw new Error('nothing kept');
  return entry;
}

import type { Status } from '../answer/index.ts';
import { type Entry, type Match, StoreUnavailable } from '../faq/index.ts';
import type { Question } from '../question/index.ts';
import { type Action, type Message, plain, strong } from '../reply/index.ts';
import { withClosingActions } from './closing-actions.ts';
import { entryActions } from './entry-actions.ts';
import type { Invocation } from './invocation.ts';
import type { Services } from './services.ts';

/** A question as it was read, and the engine's answer to it. */
export interface Asking {
  readonly question: Question;
  /** Whether the answer is for the asker alone, whatever it is. */
  readonly quiet: boolean;
  readonly compute: () => Promise<Computed>;
  readonly count: (status: Counted) => void;
}

/** What the engine says, and what came of the question. */
export interface Computed {
  readonly status: Status;
  readonly message: Message;
}

/** What comes of a question: an entry's words, offers to a moderator, or the engine's answer. */
export type Counted = Status | 'entry' | 'offered';

const mostOffered = 4;

/**
 * The answer to a question: an entry of the community where a mention or a message's menu asks what staff have
 * answered, with what the engine computes below it, and the engine's answer otherwise. A question that neither can
 * answer is kept where staff switched that on. While the store is away the engine answers alone.
 */
export async function answerAsking(
  asking: Asking,
  invocation: Invocation,
  services: Services,
): Promise<Message> {
  const match = await bestEntry(asking, invocation, services);
  if (match && invocation.community !== null) {
    const { entry } = match;
    const shown = await services.faq.show(entry);
    await unlessAway(services.faq.used(invocation.community, entry.id), undefined);
    asking.count('entry');
    const staff = withClosingActions(byStaff(entry, shown, asking), invocation, services);
    return withComputed(staff, asking);
  }
  await noteGap(asking, invocation, services);
  const { status, message } = await asking.compute();
  asking.count(status);
  return message;
}

/** Whether a question comes by a way on which entries answer. */
export const mayBeEntry = ({ way, community }: Invocation): boolean =>
  community !== null && (way === 'mention' || way === 'menu');

async function bestEntry(
  { question }: Asking,
  invocation: Invocation,
  { faq }: Services,
): Promise<Match | null> {
  const { community, channel, parent } = invocation;
  if (community === null || !mayBeEntry(invocation)) return null;
  return unlessAway(faq.bestMatch(community, parent ?? channel, question.text), null);
}

const byStaff = (entry: Entry, shown: Message, { quiet }: Asking): Message => ({
  ...shown,
  understood: 'An answer of the teaching staff here.',
  actions: entryActions(entry),
  visibility: quiet ? 'private' : 'public',
});

/** The engine's answer below the staff's, where it has one. */
async function withComputed(staff: Message, { question, compute }: Asking): Promise<Message> {
  if (question.kind === 'unknown' || question.applications.length === 0) return staff;
  const { message: computed } = await compute();
  return {
    ...staff,
    blocks: [
      ...staff.blocks,
      { kind: 'heading', text: 'Computed for this question' },
      { kind: 'text', content: strong(computed.title) },
      ...(computed.understood === null ? [] : [{ kind: 'text' as const, content: computed.understood }]),
      ...computed.blocks,
    ],
    assumptions: computed.assumptions,
    sources: computed.sources,
  };
}

/** Reasons for which no wording of the question would have helped: those that an entry could answer. */
const unanswerable: ReadonlySet<string> = new Set([
  'off-topic',
  'not-computable',
  'unreadable',
  'unknown-layer',
]);

async function noteGap({ question }: Asking, { community }: Invocation, { faq }: Services): Promise<void> {
  if (community === null || question.kind !== 'unknown' || !unanswerable.has(question.unread.reason)) return;
  await unlessAway(faq.gaps.note(community, question.text), false);
}

/**
 * For those who may edit, at a message's menu: the entries that fit the message best and the engine's answer, each
 * behind a button that sends it to the student.
 */
export async function offerAnswers(
  asking: Asking,
  { community, about }: Invocation,
  { faq }: Services,
): Promise<Message> {
  const { question, compute, count } = asking;
  const to = about === undefined ? {} : { to: about };
  const hits =
    community === null ? [] : await unlessAway(faq.search(community, question.text, mostOffered), []);
  const { message: computed } = await compute();
  count('offered');
  const engine: readonly Action[] =
    question.kind === 'unknown'
      ? []
      : [
          {
            kind: 'ask',
            label: 'what I compute',
            command: 'ask',
            options: { question: question.text, private: false },
            ...to,
          },
        ];
  return {
    ...computed,
    title: hits.length > 0 ? 'Answer with an entry, or with what I compute' : 'What I can answer here',
    understood: null,
    blocks: [
      {
        kind: 'text',
        content:
          hits.length > 0
            ? 'The best entries first. A button sends its answer to everybody, as a reply to the message.'
            : 'No entry fits this message. A button sends the answer to everybody, as a reply to it.',
      },
      { kind: 'heading', text: plain(computed.title) },
      ...computed.blocks,
    ],
    actions: [
      ...hits.map(
        ({ entry }): Action => ({
          kind: 'ask',
          label: entry.content.title,
          command: 'faq show',
          options: { question: entry.id, private: false },
          ...to,
        }),
      ),
      ...engine,
    ],
    visibility: 'private',
  };
}

/** What needs the store can be done without while it is away. */
async function unlessAway<T>(asked: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof StoreUnavailable) return otherwise;
    throw error;
  }
}

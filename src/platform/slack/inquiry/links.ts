import type { AnswerMessages } from '../../state.ts';
import type { Heard } from '../hearing/intake.ts';
import { questionOf } from './address.ts';
import { ownWords } from './chain.ts';
import { askerOf, type Inquiry, wordsOf } from './inquiry.ts';

interface Conversation {
  readonly team: string | null;
  readonly channel: string;
}

/** Where message ids are unique. */
export const placeKey = ({ team, channel }: Conversation): string => `slack:${team}:${channel}`;

/** A thread as a place of its own, in which a person stands for all their questions. */
const threadKey = (where: Conversation, root: string): string => `${placeKey(where)}:${root}`;

/** Questions that were answered to their asker alone, each by its own id: such an answer has none to keep. */
const quietKey = (where: Conversation): string => `${placeKey(where)}:quiet`;

/** Notes which messages and files answer a question, to follow its edits and to go on from it. */
export async function noteAnswer(
  asked: Inquiry,
  parts: readonly string[],
  answers: AnswerMessages,
): Promise<void> {
  const question = questionOf(asked.address);
  const [first] = parts;
  if (question === null) return;
  const { team, address } = asked;
  const { channel } = address;
  const user = askerOf(asked);
  const linked = { asker: user, community: team, text: wordsOf(asked) };
  if (first === undefined) {
    if (asked.way === 'mention')
      await answers.link({ ...linked, place: quietKey({ team, channel }), question, answer: question });
    return;
  }
  const place = placeKey({ team, channel });
  for (const answer of parts) await answers.link({ ...linked, place, question, answer });
  const root = threadKey({ team, channel }, address.thread ?? question);
  await answers.link({ ...linked, place: root, question: user, answer: first });
}

/** Everything that answers a message, in order. */
export async function answersTo(
  where: Conversation,
  question: string,
  answers: AnswerMessages,
): Promise<readonly string[]> {
  return (await answers.byQuestion(placeKey(where), question)).map(({ answer }) => answer);
}

/** `thread`: the one that the answers stand in. */
export async function forgetAnswers(
  { thread, ...where }: Conversation & { readonly thread: string | null },
  parts: readonly string[],
  answers: AnswerMessages,
): Promise<void> {
  for (const answer of parts) {
    const known = await answers.byAnswer(placeKey(where), answer);
    if (known === null) continue;
    await answers.forget(placeKey(where), answer);
    await answers.forget(threadKey(where, thread ?? known.question), answer);
  }
}

/** What the same person asked before in this thread, or what its first message answers them; null for neither. */
export async function earlierQuestion(
  { team, channel, thread, user }: Heard,
  answers: AnswerMessages,
): Promise<string | null> {
  if (thread === null) return null;
  const where = { team, channel };
  const inThread = await answers.byQuestion(threadKey(where, thread), user);
  const root = inThread.at(-1) ?? (await answers.byAnswer(placeKey(where), thread));
  return root?.asker === user ? root.text : null;
}

/**
 * The question that a message answers: the one that we answer with it, or what its thread began with, where that was a
 * question to us or an answer of ours. Null for any other: Slack shows us only messages that mention us.
 */
export async function questionBehind(
  { team, address }: Inquiry,
  answers: AnswerMessages,
): Promise<string | null> {
  const { channel, thread } = address;
  const where = { team, channel };
  const place = placeKey(where);
  const message = questionOf(address);
  const own = message && (await answers.byAnswer(place, message));
  if (own) return ownWords(own.text);
  if (thread === null || thread === message) return null;
  const root =
    (await answers.byQuestion(place, thread))[0] ??
    (await answers.byAnswer(quietKey(where), thread)) ??
    (await answers.byAnswer(place, thread));
  return root && ownWords(root.text);
}

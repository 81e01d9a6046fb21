import type { AnswerMessages } from '../../state.ts';
import type { Heard } from '../hearing/intake.ts';
import { questionOf } from './address.ts';
import { type Inquiry, wordsOf } from './inquiry.ts';

interface Conversation {
  readonly team: string | null;
  readonly channel: string;
}

/** Where message ids are unique. */
export const placeKey = ({ team, channel }: Conversation): string => `slack:${team}:${channel}`;

/** A thread as a place of its own, in which a person stands for all their questions. */
const threadKey = (where: Conversation, root: string): string => `${placeKey(where)}:${root}`;

/** Notes which messages and files answer a question, to follow its edits and to go on from it. */
export async function noteAnswer(
  asked: Inquiry,
  parts: readonly string[],
  answers: AnswerMessages,
): Promise<void> {
  const question = questionOf(asked.address);
  const [first] = parts;
  if (question === null || first === undefined) return;
  const { team, address } = asked;
  const { user, channel } = address;
  const linked = { asker: user, community: team, text: wordsOf(asked) };
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

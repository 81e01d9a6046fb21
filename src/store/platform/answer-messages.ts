import { z } from 'zod';
import { type Clock, retention } from '../retention.ts';
import type { Db } from '../tables.ts';

/** Which message answers which. `place` is the platform and channel in which both ids are unique. */
export interface AnswerMessage {
  readonly place: string;
  readonly question: string;
  readonly answer: string;
  readonly asker: string;
  readonly community: string | null;
  /** The question as asked: buttons and follow-ups need it. */
  readonly text: string;
}

/** Kept for 7 days, or until the answer is deleted. */
export interface AnswerMessages {
  /** A second call for the same answer replaces it: the question was edited. */
  readonly link: (message: AnswerMessage) => Promise<void>;
  readonly byAnswer: (place: string, answer: string) => Promise<AnswerMessage | null>;
  /** All messages that answer one question, in the order of their ids. */
  readonly byQuestion: (place: string, question: string) => Promise<readonly AnswerMessage[]>;
  readonly forget: (place: string, answer: string) => Promise<void>;
}

const row = z.object({
  place: z.string(),
  question: z.string(),
  answer: z.string(),
  asker: z.string(),
  community: z.string().nullable(),
  text: z.string(),
});

export function answerMessages(db: Db, now: Clock): AnswerMessages {
  const select = (place: string) =>
    db
      .selectFrom('answerMessage')
      .selectAll()
      .where('place', '=', place)
      .where('expiresAt', '>', now().getTime());
  return {
    link: async (message) => {
      const expiresAt = now().getTime() + retention.conversation;
      const { text, question, asker, community } = message;
      await db
        .insertInto('answerMessage')
        .values({ ...message, expiresAt })
        .onConflict((conflict) =>
          conflict.columns(['place', 'answer']).doUpdateSet({ text, question, asker, community, expiresAt }),
        )
        .execute();
    },
    byAnswer: async (place, answer) => {
      const found = await select(place).where('answer', '=', answer).executeTakeFirst();
      return found ? row.parse(found) : null;
    },
    byQuestion: async (place, question) => {
      const rows = await select(place).where('question', '=', question).orderBy('answer').execute();
      return rows.map((found) => row.parse(found));
    },
    forget: async (place, answer) => {
      await db.deleteFrom('answerMessage').where('place', '=', place).where('answer', '=', answer).execute();
    },
  };
}

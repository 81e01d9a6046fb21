import { z } from 'zod';
import { type Clock, retention } from '../retention.ts';
import { json } from '../rows.ts';
import type { Db } from '../tables.ts';
import { inOrder, together } from '../together.ts';

/** A question that was acknowledged and has no answer yet; `question` is JSON of the platform's own. */
export interface QuestionUnderWay {
  /** The platform's id of the question. */
  readonly id: string;
  readonly platform: string;
  readonly community: string | null;
  readonly question: unknown;
}

export interface ClaimedQuestion extends QuestionUnderWay {
  /** How often it has been taken up, this time included: more than 2 deserves an apology instead. */
  readonly attempts: number;
}

/**
 * A question belongs to the instance that took it until its lease (ms) runs out. An instance that dies takes no
 * question with it: another one, or the same one after its restart, claims what has no lease any more.
 */
export interface QuestionsUnderWay {
  /** False when it is under way already. */
  readonly accept: (question: QuestionUnderWay, lease: number) => Promise<boolean>;
  readonly answered: (id: string) => Promise<void>;
  /** Gives questions up at once, on a clean stop. */
  readonly handBack: (ids: readonly string[]) => Promise<void>;
  /** Takes over every question of a platform whose lease has run out, for `lease` ms; each goes to one caller. */
  readonly claim: (platform: string, lease: number) => Promise<readonly ClaimedQuestion[]>;
}

interface Accepting {
  readonly question: QuestionUnderWay;
  readonly lease: number;
}

const row = z.object({
  id: z.string(),
  platform: z.string(),
  community: z.string().nullable(),
  question: json(z.unknown()),
  attempts: z.number(),
});

export function questionsUnderWay(db: Db, now: Clock): QuestionsUnderWay {
  const accept = together(async (asked: readonly Accepting[]) => {
    const at = now().getTime();
    const rows = asked.map(({ question: { id, platform, community, question }, lease }) => ({
      id,
      platform,
      community,
      question: JSON.stringify(question),
      attempts: 1,
      leaseUntil: at + lease,
      expiresAt: at + retention.questionUnderWay,
    }));
    const accepted = await db
      .insertInto('questionUnderWay')
      .values(inOrder(rows, ({ id }) => id))
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .execute();
    const left = new Set(accepted.map(({ id }) => id));
    // Of two calls with one id the first has it.
    return ({ question }: Accepting) => left.delete(question.id);
  });
  const forget = together(async (ids: readonly string[]) => {
    await db.deleteFrom('questionUnderWay').where('id', 'in', ids).execute();
    return () => undefined;
  });
  return {
    accept: (question, lease) => accept({ question, lease }),
    answered: forget,
    handBack: async (ids) => {
      if (ids.length === 0) return;
      await db.updateTable('questionUnderWay').set({ leaseUntil: 0 }).where('id', 'in', ids).execute();
    },
    claim: async (platform, lease) => {
      const at = now().getTime();
      // One statement: of two instances that claim at once, the second one finds the new lease and gets nothing.
      const rows = await db
        .updateTable('questionUnderWay')
        .set((eb) => ({ leaseUntil: at + lease, attempts: eb('attempts', '+', 1) }))
        .where('platform', '=', platform)
        .where('leaseUntil', '<=', at)
        .where('expiresAt', '>', at)
        .returning(['id', 'platform', 'community', 'question', 'attempts'])
        .execute();
      return rows.map((claimed) => row.parse(claimed));
    },
  };
}

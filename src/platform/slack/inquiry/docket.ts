import type { QuestionsUnderWay } from '../../state.ts';
import type { Inquiry } from './inquiry.ts';

/** How long (ms) a question is one instance's own: longer than any answer takes, with Slack's rate limits waited out. */
const lease = 90_000;

/** The questions that this instance is at, kept until each is answered. */
export interface Docket {
  /** False when it is under way already, here or elsewhere. */
  readonly enter: (asked: Inquiry) => Promise<boolean>;
  readonly strike: (id: string) => Promise<void>;
  /** Questions that another instance left unanswered, now this one's. */
  readonly takeOver: () => ReturnType<QuestionsUnderWay['claim']>;
  /** Gives back what is not answered yet, on a clean stop. */
  readonly handBack: () => Promise<void>;
}

export function createDocket(questions: QuestionsUnderWay): Docket {
  const own = new Set<string>();
  return {
    enter: async (asked) => {
      const { id, team: community } = asked;
      const isNew = await questions.accept({ id, platform: 'slack', community, question: asked }, lease);
      if (isNew) own.add(id);
      return isNew;
    },
    strike: async (id) => {
      own.delete(id);
      await questions.answered(id);
    },
    takeOver: async () => {
      const claimed = await questions.claim('slack', lease);
      // What this instance is still at comes along when its lease has run out: its lease is new now.
      const left = claimed.filter(({ id }) => !own.has(id));
      for (const { id } of left) own.add(id);
      return left;
    },
    handBack: () => questions.handBack([...own]),
  };
}

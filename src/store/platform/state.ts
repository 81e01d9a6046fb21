import { z } from 'zod';
import { StoreUnavailable } from '../../faq/index.ts';
import { memoryState } from '../../platform/memory.ts';
import type { PlatformState } from '../../platform/state.ts';
import type { Action } from '../../reply/index.ts';
import type { Store } from '../open.ts';
import { retention } from '../retention.ts';

/** Platforms deliver an event again within minutes; a day is beyond all of them. */
const eventKept = 24 * 60 * 60 * 1_000;

/** Both platforms give three seconds to acknowledge; a database that takes longer than this (ms) is passed over. */
const patience = 1_000;
/** How long (ms) it is then left alone. */
const pause = 5_000;

/** What a button does, as it comes back from the database. */
const ask = z.object({
  kind: z.literal('ask'),
  label: z.string(),
  command: z.string(),
  options: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  to: z.string().exactOptional(),
});
const action: z.ZodType<Action> = z.union([
  ask,
  z.object({ kind: z.literal('delete'), label: z.string(), again: ask.exactOptional() }),
  z.object({ kind: z.literal('call'), label: z.string(), about: z.string().exactOptional() }),
]);

type Kept = Pick<Store, 'events' | 'actions' | 'answers' | 'questions'>;

/**
 * What platforms remember, in the store. While its database is away they remember in this process alone, so that
 * questions are answered all the same; who was promised durability (`questions`) gets it again when it is back.
 */
export function platformState({ events, actions, answers, questions }: Kept): PlatformState {
  const here = memoryState();
  let leftAloneUntil = Number.NEGATIVE_INFINITY;
  const stored = async <T>(ask: () => Promise<T>, otherwise: () => T | Promise<T>): Promise<T> => {
    if (performance.now() < leftAloneUntil) return otherwise();
    try {
      return await inTime(ask());
    } catch (error) {
      if (!(error instanceof StoreUnavailable || error instanceof TooSlow)) throw error;
      leftAloneUntil = performance.now() + pause;
      return otherwise();
    }
  };
  return {
    once: (key) =>
      stored(
        () => events.once(key, eventKept),
        () => here.once(key),
      ),
    actions: {
      keep: (kept, asker, community) =>
        stored(
          () => actions.keep(kept, { asker, community }),
          () => here.actions.keep(kept, asker, community),
        ),
      find: async (id) => {
        const remembered = await here.actions.find(id);
        if (remembered) return remembered;
        const kept = await stored(
          () => actions.find(id),
          () => null,
        );
        const read = action.safeParse(kept?.action);
        return kept && read.success ? { ...kept, action: read.data } : null;
      },
    },
    answers: {
      link: (message) =>
        stored(
          () => answers.link(message),
          () => here.answers.link(message),
        ),
      byAnswer: (place, answer) =>
        stored(
          () => answers.byAnswer(place, answer),
          () => here.answers.byAnswer(place, answer),
        ),
      byQuestion: (place, question) =>
        stored(
          () => answers.byQuestion(place, question),
          () => here.answers.byQuestion(place, question),
        ),
      forget: (place, answer) =>
        stored(
          () => answers.forget(place, answer),
          () => here.answers.forget(place, answer),
        ),
    },
    calls: {
      claim: (answer) =>
        stored(
          () => events.once(callKey(answer), retention.conversation),
          () => here.calls.claim(answer),
        ),
      release: async (answer) => {
        await here.calls.release(answer);
        await stored(
          () => events.forget(callKey(answer)),
          () => undefined,
        );
      },
    },
    questions: {
      accept: (question, lease) =>
        stored(
          () => questions.accept(question, lease),
          () => here.questions.accept(question, lease),
        ),
      answered: async (id) => {
        await here.questions.answered(id);
        await stored(
          () => questions.answered(id),
          () => undefined,
        );
      },
      handBack: (ids) =>
        stored(
          () => questions.handBack(ids),
          () => undefined,
        ),
      claim: (platform, lease) =>
        stored(
          () => questions.claim(platform, lease),
          () => [],
        ),
    },
  };
}

const callKey = (answer: string): string => `call ${answer}`;

class TooSlow extends Error {
  override readonly name = 'TooSlow';
}

function inTime<T>(asked: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const tooSlow = () => reject(new TooSlow(`the database took longer than ${patience} ms`));
    const timer = setTimeout(tooSlow, patience).unref();
    asked.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

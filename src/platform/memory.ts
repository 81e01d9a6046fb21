import { LRUCache } from 'lru-cache';
import { memoryKeeper } from './keeper.ts';
import { memoryOnce } from './once.ts';
import type {
  AnswerMessage,
  AnswerMessages,
  Calls,
  PlatformState,
  QuestionsUnderWay,
  QuestionUnderWay,
} from './state.ts';

/** What platforms remember, in one process and without end but a number: for tests, and where no store is. */
export function memoryState(now: () => number = Date.now): PlatformState {
  return {
    once: memoryOnce(),
    actions: memoryKeeper(),
    answers: memoryAnswers(),
    questions: memoryQuestions(now),
    calls: memoryCalls(),
  };
}

function memoryAnswers(): AnswerMessages {
  const kept = new LRUCache<string, AnswerMessage>({ max: 10_000 });
  const key = (place: string, answer: string) => `${place} ${answer}`;
  return {
    link: async (message) => void kept.set(key(message.place, message.answer), message),
    byAnswer: async (place, answer) => kept.get(key(place, answer)) ?? null,
    byQuestion: async (place, question) =>
      [...kept.values()]
        .filter((message) => message.place === place && message.question === question)
        .toSorted((one, other) => (one.answer < other.answer ? -1 : 1)),
    forget: async (place, answer) => void kept.delete(key(place, answer)),
  };
}

function memoryCalls(): Calls {
  const called = new LRUCache<string, true>({ max: 10_000 });
  return {
    claim: async (answer) => {
      if (called.has(answer)) return false;
      called.set(answer, true);
      return true;
    },
    release: async (answer) => void called.delete(answer),
  };
}

interface Held extends QuestionUnderWay {
  readonly attempts: number;
  readonly leaseUntil: number;
}

function memoryQuestions(now: () => number): QuestionsUnderWay {
  const held = new Map<string, Held>();
  return {
    accept: async (question, lease) => {
      if (held.has(question.id)) return false;
      // Through JSON, as a store keeps it: what would not survive there does not survive here.
      const plain: unknown = JSON.parse(JSON.stringify(question.question));
      held.set(question.id, { ...question, question: plain, attempts: 1, leaseUntil: now() + lease });
      return true;
    },
    answered: async (id) => void held.delete(id),
    handBack: async (ids) => {
      for (const id of ids) {
        const question = held.get(id);
        if (question) held.set(id, { ...question, leaseUntil: 0 });
      }
    },
    claim: async (platform, lease) => {
      const free = [...held.values()].filter(
        (question) => question.platform === platform && question.leaseUntil <= now(),
      );
      return free.map((question) => {
        const claimed = { ...question, attempts: question.attempts + 1, leaseUntil: now() + lease };
        held.set(question.id, claimed);
        return claimed;
      });
    },
  };
}

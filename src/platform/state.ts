import type { ActionKeeper } from './keeper.ts';
import type { Once } from './once.ts';

/** Which message of ours answers which; `place` is the platform and channel in which both ids are unique. */
export interface AnswerMessage {
  readonly place: string;
  readonly question: string;
  readonly answer: string;
  readonly asker: string;
  readonly community: string | null;
  /** The question as asked: buttons and follow-ups go on from it. */
  readonly text: string;
}

export interface AnswerMessages {
  /** A second call for the same answer replaces it: the question was edited. */
  readonly link: (message: AnswerMessage) => Promise<void>;
  readonly byAnswer: (place: string, answer: string) => Promise<AnswerMessage | null>;
  /** All messages that answer one question, in the order of their ids. */
  readonly byQuestion: (place: string, question: string) => Promise<readonly AnswerMessage[]>;
  readonly forget: (place: string, answer: string) => Promise<void>;
}

/** A question that was acknowledged and has no answer yet; `question` is JSON of the platform's own. */
export interface QuestionUnderWay {
  readonly id: string;
  readonly platform: string;
  readonly community: string | null;
  readonly question: unknown;
}

/** A question belongs to the instance that took it until its lease (ms) runs out; then another one may claim it. */
export interface QuestionsUnderWay {
  /** False when it is under way already. */
  readonly accept: (question: QuestionUnderWay, lease: number) => Promise<boolean>;
  readonly answered: (id: string) => Promise<void>;
  /** Gives questions up at once, on a clean stop. */
  readonly handBack: (ids: readonly string[]) => Promise<void>;
  /** Every question of a platform whose lease has run out; more than two attempts deserve an apology instead. */
  readonly claim: (
    platform: string,
    lease: number,
  ) => Promise<readonly (QuestionUnderWay & { readonly attempts: number })[]>;
}

/** A human is called to an answer once. */
export interface Calls {
  /** True for the first one who calls a human to this answer. */
  readonly claim: (answer: string) => Promise<boolean>;
  /** Nobody could be called after all; it may be tried again. */
  readonly release: (answer: string) => Promise<void>;
}

/** What platforms remember across restarts and instances; the store has it, `memoryState` for one process. */
export interface PlatformState {
  readonly once: Once;
  readonly actions: ActionKeeper;
  readonly answers: AnswerMessages;
  readonly questions: QuestionsUnderWay;
  readonly calls: Calls;
}

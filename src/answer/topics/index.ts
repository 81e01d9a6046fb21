import type { Question, TopicId } from '../../question/index.ts';
import { defaultStrideFacts } from './default-stride.ts';
import { keepdimsFacts } from './keepdims.ts';
import { subjectOf } from './subject.ts';

/** Every explanation's facts, computed for a subject. */
const facts = {
  'default-stride': defaultStrideFacts,
  keepdims: keepdimsFacts,
} as const;

type Explained = keyof typeof facts;

export type TopicFacts = { readonly [Id in Explained]: ReturnType<(typeof facts)[Id]> };

/** A topic with the facts of its explanation. */
export type TopicAnswer = {
  readonly [Id in Explained]: { readonly id: Id; readonly facts: TopicFacts[Id] };
}[Explained];

/** The facts for every topic of a question that there is an explanation of, in the question's order. */
export function answerTopics(question: Question): readonly TopicAnswer[] {
  const subject = subjectOf(question);
  return question.topics.filter(isExplained).map((id) => ({ id, facts: facts[id](subject) }) as TopicAnswer);
}

function isExplained(id: TopicId): id is Explained {
  return id in facts;
}

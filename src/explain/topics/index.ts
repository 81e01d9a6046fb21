import type { Answer, TopicAnswer, TopicFacts } from '../../answer/index.ts';
import { type Block, code, type Message, strong } from '../../reply/index.ts';
import { assumptionSentence } from '../assumptions.ts';
import { message, text } from '../message.ts';
import { explainUnread } from '../unread.ts';
import { defaultStride } from './default-stride.ts';
import { keepdims } from './keepdims.ts';
import type { Topic } from './topic.ts';

const topics: { readonly [Id in keyof TopicFacts]: Topic<Id> } = {
  'default-stride': defaultStride,
  keepdims,
};

/** The first topic in full; what else the question touches is named as a question to try. */
export function explainTopics({ topics: asked, question }: Answer): Message {
  const [first, ...others] = asked;
  if (!first) return explainUnread({ reason: 'incomplete', missing: ['question'] });
  const { title, blocks } = explainTopic(first);
  return message({
    title,
    blocks: [...blocks, ...others.slice(0, 1).flatMap((other) => [text(strong(topics[other.id].title))])],
    assumptions: question.assumptions.map(assumptionSentence),
  });
}

function explainTopic<Id extends keyof TopicFacts>({
  id,
  facts,
}: { id: Id; facts: TopicFacts[Id] } | TopicAnswer) {
  const { title, explain, misconception, next } = topics[id] as Topic<Id>;
  const blocks: readonly Block[] = [
    ...explain(facts as TopicFacts[Id]),
    text(strong('Often believed: '), misconception.believed, '. ', strong('In fact: '), misconception.actual),
    text('Try next: ', code(next)),
  ];
  return { title, blocks };
}

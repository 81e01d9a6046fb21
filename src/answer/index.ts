export type { Answer, Status } from './answer.ts';
export { answerQuestion } from './answer-question.ts';
export { ownForm } from './compute.ts';
export { answerToJson, type JsonAnswer } from './json.ts';
export type { LocalGlobal } from './local-global.ts';
export type { Example, Refused, Result } from './outcome.ts';
export type { TopicAnswer, TopicFacts } from './topics/index.ts';
export type { Use } from './topics/use.ts';

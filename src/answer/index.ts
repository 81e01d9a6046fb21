export type { Answer, Status } from './answer.ts';
export { answerQuestion } from './answer-question.ts';
export type { Diagnosis } from './error-help.ts';
export { answerToJson, type JsonAnswer } from './json.ts';
export type { LocalGlobal } from './local-global.ts';
export type { Example, Refused, Result } from './outcome.ts';
export { ownForm } from './own-form.ts';
export { answerTopic, type TopicAnswer, type TopicFacts } from './topics/index.ts';
export type { Use, UseOnNumbers } from './topics/use.ts';

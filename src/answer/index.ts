export type { Answer, Example, Open, Outcome, OutputShape, Refused, Result, Status } from './answer.ts';
export { answerQuestion } from './answer-question.ts';
export { ownForm } from './compute.ts';
export { answerToJson, type JsonAnswer } from './json.ts';
export type { DenseCost, LocalGlobal, OtherLayout } from './local-global.ts';
export type { Example, Open, Outcome, OutputShape, Refused, Result } from './outcome.ts';

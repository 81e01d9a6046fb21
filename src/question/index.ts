export { type ArrayFile, FileRefusal, readFile } from './files/index.ts';
export { applyLayer } from './fit/apply.ts';
export type { NetworkRead, NetworkWant } from './network/asked.ts';
export type {
  Application,
  Assumption,
  AxisName,
  FittedInput,
  InputRead,
  LayerCall,
  Missing,
  ModelInput,
  ModelStep,
  PastedError,
  Question,
  QuestionKind,
  ReadSide,
  SideStep,
  Span,
  Unread,
} from './question.ts';
export { readQuestion, textLimit } from './read.ts';
export { type Request, requestSchema } from './request.ts';
export type { Expression } from './sides/expression/expression.ts';
export type { Clause, Statement } from './statement/statement.ts';
export { type TopicId, topicIds } from './topics.ts';

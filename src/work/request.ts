import { type Answer, answerQuestion } from '../answer/index.ts';
import { type Request, readQuestion } from '../question/index.ts';

/** Reads a question and answers it, however long that takes. */
export async function answerRequest(request: Request): Promise<Answer> {
  return answerQuestion(readQuestion(request));
}

import { answerQuestion } from '../../src/answer/index.ts';
import { explain, type View } from '../../src/explain/index.ts';
import { renderText } from '../../src/platform/text/index.ts';
import { type Request, readQuestion } from '../../src/question/index.ts';
import { type Message, plain } from '../../src/reply/index.ts';

/** The reply to a question, with its words as plain text. */
export function reply(
  text: string,
  { show = 'short', ...request }: Partial<Request> & { show?: View } = {},
): Message & { readonly heading: string; readonly words: string } {
  const message = explain(answerQuestion(readQuestion({ text, ...request })), show);
  return { ...message, heading: plain(message.title), words: renderText(message) };
}

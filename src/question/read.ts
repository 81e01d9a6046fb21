import { decide } from './intent/decide.ts';
import { readPage } from './page.ts';
import type { Question } from './question.ts';
import type { Request } from './request.ts';
import { understand } from './understand.ts';
import { unreadable } from './unread.ts';

/** The longest text that is read, in UTF-16 units. */
export const textLimit = 16_000;

/**
 * What somebody asks, read from their text and whatever was sent beside it. Total and without I/O: a text that holds
 * no question comes back as `unknown` with the reason. Every part keeps the stretch of text it was read from.
 */
export function readQuestion(request: Request): Question {
  const { text } = request;
  if (text.length > textLimit) {
    return unreadable(request, { reason: 'too-long', length: text.length, limit: textLimit });
  }
  const { set, input } = request;
  const nothing =
    text.trim() === '' && input === undefined && set?.layer === undefined && set?.shape === undefined;
  if (nothing) return unreadable(request, { reason: 'empty' });
  const page = readPage(text, request.framework ?? null);
  return decide(understand(page, request));
}

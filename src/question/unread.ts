import type { Question, Unread } from './question.ts';
import type { Request } from './request.ts';

/** A question about nothing that could be read. */
export function unreadable(request: Request, unread: Unread): Question {
  return {
    kind: 'unknown',
    unread,
    text: request.text,
    topics: [],
    framework: request.framework ?? null,
    calls: [],
    inputs: [],
    applications: [],
    assumptions: [],
    context: {},
  };
}

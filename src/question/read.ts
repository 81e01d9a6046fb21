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
export function readQuestion(sent: Request): Question {
  const request = withCommand(sent);
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

/** What a command that stands in the text leans the question to. */
const commands: Readonly<Record<string, Request['prefer']>> = {
  compare: 'compare',
  solve: 'solve',
  trace: 'trace',
  explain: 'explain',
  convert: 'convert',
  verify: 'verify',
};

const pattern =
  /^\s*(?:\/(compare|solve|trace|explain|convert|verify|pool|ask)\b|(?=solve\s+\(?\d[\d x×,()]*(?:->|to|into)\s)(solve))/;

/** "/solve 28 to 14" in a message or on a command line, read as the command would; places in the text stay. */
function withCommand(request: Request): Request {
  const [typed = '', slashed, said = ''] = pattern.exec(request.text) ?? [];
  if (typed === '') return request;
  const text = ' '.repeat(typed.length) + request.text.slice(typed.length);
  return { ...request, text, prefer: request.prefer ?? commands[slashed ?? said] };
}

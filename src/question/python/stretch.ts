import type { Span } from '../question.ts';
import { spanThrough } from './offsets.ts';

/** A stretch of a message that is code, ready to be read. */
export interface CodeStretch {
  /**
   * `fence`: between ``` lines; `inline`: between backticks; `repl`: lines after a prompt; `output`: what a prompt
   * printed; `numbered`: lines with line numbers; `block`: plain lines of code; `call`: a call inside a sentence.
   */
  readonly kind: 'fence' | 'inline' | 'repl' | 'output' | 'numbered' | 'block' | 'call';
  /** The word after the opening fence, lower case. */
  readonly language: string | null;
  /** In the message, fences, backticks and prompts included. */
  readonly span: Span;
  /** The code alone: prompts and line numbers gone, typographic quotes and signs as Python writes them. */
  readonly source: string;
  /** For each UTF-16 unit of `source`, and for its end, the offset in the message. */
  readonly offsets: readonly number[];
}

/** The span of the message that a span of `stretch.source` was read from. */
export function spanInText(stretch: CodeStretch, span: Span): Span {
  return spanThrough(stretch.offsets, span);
}

import { type Block, code, type Inline } from '../reply/index.ts';
import { list, text } from './message.ts';

/** Our own words as an Inline: what stands between backticks is code. Not for text that somebody else wrote. */
export function prose(source: string): Inline {
  return source.split('`').map((part, at) => (at % 2 === 0 ? part : code(part)));
}

export const paragraph = (source: string): Block => text(prose(source));

export const bullets = (...sources: readonly string[]): Block => list(sources.map(prose));

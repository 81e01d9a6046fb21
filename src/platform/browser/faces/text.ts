import type { Message } from '../../../reply/index.ts';
import { renderText, width } from '../../text/index.ts';
import { type Face, type Part, plainRun } from './face.ts';

/** A reply as plain text: what a terminal shows, and the machine-readable answer's words. Nothing limits it. */
export function textFace(message: Message): Face {
  const text = renderText(message);
  const lines = text.split('\n');
  return {
    platform: 'Text',
    messages: [
      {
        parts: text.split('\n\n').map(part),
        sizes: [
          { of: 'characters', used: text.length, most: null },
          { of: 'lines', used: lines.length, most: null },
          { of: 'columns', used: Math.max(...lines.map(width)), most: null },
        ],
        payload: text,
      },
    ],
  };
}

/** Prose may be broken anywhere; tables and code are aligned. */
const part = (text: string): Part =>
  /^( {4}|-+( {2}-+)*$)/m.test(text)
    ? { kind: 'code', text }
    : { kind: 'paragraph', small: false, runs: [plainRun(text)] };

import type { Message } from '../../../reply/index.ts';
import { renderText, width } from '../../text/index.ts';
import type { Face } from './face.ts';

/** A reply as plain text: what a terminal shows, and the machine-readable answer's words. Nothing limits it. */
export function textFace(message: Message): Face {
  const text = renderText(message);
  const lines = text.split('\n');
  return {
    platform: 'Text',
    messages: [
      {
        parts: [{ kind: 'code', text }],
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

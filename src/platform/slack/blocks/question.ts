import { z } from 'zod';
import { slackLimits } from '../../limits.ts';
import { shortened } from './foot.ts';
import { literal } from './mrkdwn.ts';
import { type Piece, piece } from './piece.ts';

/** The block's id, by which the question is found again when a button changes the answer. */
const id = 'question';

/** What of a long question is shown: enough to tell it from others. */
const mostShown = 600;

/** A slash command in mrkdwn, with the name of who typed it where Slack tells it. Pings nobody. */
export function questionLine(name: string | null, call: string): string {
  const who = name === null ? 'Asked' : `${literal(name)} asked`;
  return `${who}: ${literal(shortened(call, mostShown))}`;
}

/** A question, in mrkdwn, above the answer that everybody sees. */
export function questionPieces(line: string | null): readonly Piece[] {
  if (line === null || line.length > slackLimits.text) return [];
  const elements = [{ type: 'mrkdwn' as const, text: line, verbatim: true }];
  return [piece({ type: 'context', block_id: id, elements }, '')];
}

const shown = z.object({
  block_id: z.literal(id),
  elements: z.tuple([z.object({ text: z.string() })]),
});

/** The question above an answer of ours, in mrkdwn; null where there is none. */
export function readQuestion([first]: readonly unknown[]): string | null {
  const read = shown.safeParse(first);
  return read.success ? read.data.elements[0].text : null;
}

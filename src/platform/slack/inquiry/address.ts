import { z } from 'zod';

const somewhere = { channel: z.string(), thread: z.string().nullable(), user: z.string() };

/** Where an answer goes, as JSON: a restart must find the way as well. */
export const address = z.discriminatedUnion('kind', [
  /** Through the `response_url` of a command, a form or a press. */
  z.object({ kind: z.literal('response'), ...somewhere, responseUrl: z.string() }),
  /** In reply to the message `ts`. `responseUrl`: a way into channels that the bot is not in, where there is one. */
  z.object({ kind: z.literal('reply'), ...somewhere, ts: z.string(), responseUrl: z.string().nullable() }),
  /** In place of the answer `ts` whose button was pressed. */
  z.object({
    kind: z.literal('replace'),
    ...somewhere,
    ts: z.string(),
    responseUrl: z.string(),
    isEphemeral: z.boolean(),
    trail: z.array(z.string()),
  }),
  /** In place of the answers to the message `ts`, which was edited. */
  z.object({ kind: z.literal('edit'), ...somewhere, ts: z.string(), answers: z.array(z.string()) }),
  /** To one person's direct messages. */
  z.object({ kind: z.literal('direct'), ...somewhere }),
]);
export type Address = z.infer<typeof address>;

/** The message that is answered; null where the question is none. */
export function questionOf(to: Address): string | null {
  return to.kind === 'reply' || to.kind === 'edit' ? to.ts : null;
}

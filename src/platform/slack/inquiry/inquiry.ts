import { z } from 'zod';
import type { Invocation } from '../../../command/index.ts';
import type { Standing } from '../people/standing.ts';
import { address } from './address.ts';
import { chained, inWords } from './chain.ts';
import { isDirect } from './whereabouts.ts';

/** A file beside a message, as Slack describes it; `url` is null where only `files.info` tells it. */
export const fileNote = z.object({
  id: z.string(),
  name: z.string(),
  size: z.number(),
  url: z.string().nullable(),
});
export type FileNote = z.infer<typeof fileNote>;

/** A question with all that its answer needs, as JSON: it is kept until it is answered. */
export const inquiry = z.object({
  /** The same for whatever Slack delivers again. */
  id: z.string(),
  /** When it was asked, in milliseconds since 1970. */
  askedAt: z.number(),
  team: z.string().nullable(),
  way: z.enum(['command', 'mention', 'direct', 'menu']),
  command: z.string(),
  input: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('text'), text: z.string() }),
    z.object({ kind: z.literal('options'), values: z.record(z.string(), z.unknown()) }),
  ]),
  files: z.array(fileNote),
  /** As it is kept: see `chained`. */
  earlier: z.string().nullable(),
  /** Whether the answer is for one person alone, whatever it is. */
  isPrivate: z.boolean().exactOptional(),
  /** How it is shown above a public answer, in mrkdwn, where no message of its asker's does. */
  question: z.string().exactOptional(),
  /** Whose answer it is, where staff ask in somebody's place. */
  asker: z.string().exactOptional(),
  address,
});
export type Inquiry = z.infer<typeof inquiry>;

/** The inquiry as the house takes it; `fetch` brings the bytes of one of its files. */
export function toInvocation(
  asked: Inquiry,
  { staff, roles }: Standing,
  fetch: (file: FileNote) => Promise<Uint8Array>,
): Invocation {
  const { team, way, command, input, files, earlier } = asked;
  const { channel, user } = asked.address;
  return {
    platform: 'slack',
    community: isDirect(channel) ? null : team,
    channel,
    user,
    staff,
    roles,
    way,
    ...(way === 'menu' && asked.address.kind === 'reply' ? { about: asked.address.ts } : {}),
    command,
    input,
    files: files.map((file) => ({ name: file.name, size: file.size, fetch: () => fetch(file) })),
    earlier: earlier === null ? null : inWords(earlier),
  };
}

/** Whose answer it is: the buttons under it are theirs. */
export const askerOf = ({ asker, address }: Inquiry): string => asker ?? address.user;

/** What was asked, as it is kept for what goes on from it. */
export function wordsOf({ input, earlier }: Inquiry): string {
  return chained(earlier, input.kind === 'text' ? input.text : String(input.values.question ?? ''));
}

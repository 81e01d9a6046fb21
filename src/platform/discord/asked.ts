import { z } from 'zod';
import type { Invocation } from '../../command/index.ts';
import { attachedFile, fileSchema } from './files.ts';

/** Where the answer to an interaction goes, settled by its acknowledgement. */
const destination = z.discriminatedUnion('kind', [
  /** The reply that was announced with this visibility. */
  z.object({ kind: z.literal('reply'), visibility: z.enum(['public', 'private']) }),
  /** In place of the message whose button was pressed. */
  z.object({ kind: z.literal('pressed'), message: z.string(), isPrivate: z.boolean() }),
  /** A reply to the message whose menu was used. */
  z.object({ kind: z.literal('menu'), message: z.string() }),
  /** Privately beside it. */
  z.object({ kind: z.literal('aside') }),
]);

const interaction = z.object({
  kind: z.literal('interaction'),
  id: z.string(),
  /** When it was asked, in milliseconds since 1970. */
  sentAt: z.number(),
  token: z.string(),
  community: z.string().nullable(),
  channel: z.string(),
  parent: z.string().nullable(),
  user: z.string(),
  /** Whose answer it is: nearly always the user's own. */
  asker: z.string(),
  staff: z.boolean(),
  roles: z.array(z.string()),
  way: z.enum(['command', 'menu']),
  command: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  files: z.array(fileSchema),
  fileBytes: z.number(),
  mayAttach: z.boolean(),
  /** Whether the app is only there because somebody has it for themselves. */
  isVisitor: z.boolean(),
  destination,
});

/**
 * A question as plain data, enough to answer it after a restart. A message is fetched anew; an interaction is over
 * for whoever lost its token, so that is kept until the answer is there.
 */
export const askedSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('message'), channel: z.string(), message: z.string() }),
  interaction,
]);
export type AskedByInteraction = z.infer<typeof interaction>;

export function invocationOf(asked: AskedByInteraction, origins: readonly string[]): Invocation {
  const { community, channel, parent, user, staff, roles, way, command, values, files } = asked;
  return {
    platform: 'discord',
    community,
    channel,
    ...(parent === null ? {} : { parent }),
    user,
    staff,
    roles,
    way,
    ...(asked.destination.kind === 'menu' && way === 'menu' ? { about: asked.destination.message } : {}),
    command,
    input: { kind: 'options', values },
    files: files.map((file) => attachedFile(file, origins)),
    earlier: null,
  };
}

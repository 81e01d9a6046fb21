import { z } from 'zod';
import type { AttachedFile, Input, Invocation } from '../../command/index.ts';
import { browserLimits } from './limits.ts';
import type { Asking } from './wire.ts';

/** Each tab makes up its own name, 128 random bits: whoever knows it is that tab. */
export const tabName = z.string().regex(/^[0-9a-f]{32}$/);

const option = z.union([z.string().max(browserLimits.characters), z.number(), z.boolean()]);

const asking: z.ZodType<Asking> = z.object({
  asked: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('text'), text: z.string() }),
    z.object({
      kind: z.literal('command'),
      command: z.string().max(1_000),
      values: z.record(z.string().max(100), option),
    }),
    z.object({ kind: z.literal('press'), button: z.string().max(100) }),
  ]),
  staff: z.boolean(),
  earlier: z.string().max(browserLimits.characters).nullable(),
  replaces: z.uuid().nullable(),
});

export interface Received {
  readonly asking: Asking;
  readonly files: readonly AttachedFile[];
}

/** Reads a posted question with its files; null for what no page of ours sends. */
export function readAsking(form: FormData): Received | null {
  const text = form.get('asking');
  const read = asking.safeParse(typeof text === 'string' ? json(text) : null);
  const files = form.getAll('file').filter((part) => typeof part !== 'string');
  const fits =
    files.length <= browserLimits.files && files.every(({ size }) => size <= browserLimits.fileBytes);
  return read.success && fits ? { asking: read.data, files: files.map(attached) } : null;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const attached = (file: File): AttachedFile => ({
  name: file.name,
  size: file.size,
  fetch: () => file.bytes(),
});

interface Asker {
  readonly tab: string;
  readonly staff: boolean;
}

/** A command with its options already apart, as forms and buttons give them. */
export function toInvocation(
  { tab, staff }: Asker,
  command: string,
  values: Readonly<Record<string, unknown>>,
): Invocation {
  return {
    platform: 'browser',
    community: 'playground',
    channel: 'playground',
    user: tab,
    staff,
    roles: [],
    way: 'command',
    command,
    input: { kind: 'options', values },
    files: [],
    earlier: null,
  };
}

/**
 * Words as typed: `/command …`, or a question in plain words, which is the command `ask`. The page is its own channel
 * with nobody else to talk to, so that a question counts as one to the bot by name: the FAQ may answer it.
 */
export function fromText(
  asker: Asker,
  text: string,
  { files, asking }: Pick<Received, 'files' | 'asking'>,
): Invocation {
  const [, command, rest] = /^\s*\/([\w-]+)\s*(.*)$/s.exec(text) ?? [];
  const input = (typed: string): Input => ({ kind: 'text', text: typed });
  const who = { ...toInvocation(asker, command ?? 'ask', {}), files };
  return command === undefined
    ? { ...who, way: 'mention', input: input(text), earlier: asking.earlier }
    : { ...who, input: input(rest ?? '') };
}

import { z } from 'zod';
import type { AttachedFile } from '../../command/index.ts';
import { discordLimits } from '../limits.ts';

/** A file as Discord tells of it; plain data, so that it outlives a restart. */
export const fileSchema = z.object({ name: z.string(), size: z.number(), url: z.string() }).readonly();
export type FileAt = z.infer<typeof fileSchema>;

/** Discord's own file hosts, and the test server or proxy that `apiUrl` names instead. */
export function fileOrigins(apiUrl: string): readonly string[] {
  const own = ['https://cdn.discordapp.com', 'https://media.discordapp.net'];
  const origin = URL.parse(apiUrl)?.origin;
  return origin === undefined || origin === 'https://discord.com' ? own : [...own, origin];
}

/** Discord gives a file's bytes within this time (ms), or the question goes on without them. */
const patience = 10_000;

/**
 * A file that is fetched when the work begins: from these origins alone, without following them elsewhere, and never
 * more bytes than are accepted, whatever was announced.
 */
export function attachedFile({ name, size, url }: FileAt, origins: readonly string[]): AttachedFile {
  return {
    name,
    size,
    fetch: async () => {
      const address = URL.parse(url);
      if (!address || !origins.includes(address.origin)) throw new FileRefused('not on a host of Discord');
      if (size > discordLimits.questionFileBytes) throw new FileRefused('too large');
      const response = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(patience) });
      if (!response.ok || response.body === null) throw new FileRefused(`status ${response.status}`);
      return await readAll(response.body);
    },
  };
}

/** Why a file's bytes are not there; never with its address, which is a key to it. */
class FileRefused extends Error {
  override readonly name = 'FileRefused';
}

async function readAll(body: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body) {
    length += part.length;
    if (length > discordLimits.questionFileBytes) throw new FileRefused('larger than announced');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

import { z } from 'zod';
import type { Desk } from '../house.ts';
import type { FileNote } from '../inquiry/inquiry.ts';

const mostBytes = 10 * 1024 * 1024;
const patience = 10_000;

/** A file of a message. One that Slack will not show (`tombstone`, hidden) has no size. */
export const slackFile = z.object({
  id: z.string(),
  name: z.string().nullish(),
  size: z.number().default(0),
  url_private_download: z.string().optional(),
  url_private: z.string().optional(),
});

export function toFileNote({ id, name, size, ...urls }: z.infer<typeof slackFile>): FileNote {
  return { id, name: name ?? id, size, url: urls.url_private_download ?? urls.url_private ?? null };
}

const info = z.object({ file: slackFile });

/**
 * The bytes of a file, with the bot's token and from Slack's own hosts alone. Rejects above 10 MiB, and for a file that
 * Slack does not hand out.
 */
export async function fetchFile(
  file: FileNote,
  { client, apiUrl }: Pick<Desk, 'client' | 'apiUrl'>,
): Promise<Uint8Array> {
  if (file.size > mostBytes) throw new Error('a file larger than 10 MiB');
  const asked = file.url ?? toFileNote(info.parse(await client.files.info({ file: file.id })).file).url;
  const url = URL.parse(asked ?? '');
  if (url === null || !isSlacks(url, apiUrl)) throw new Error('a file that does not stand at Slack');
  const response = await fetch(url, {
    headers: { authorization: `Bearer ${client.token}` },
    redirect: 'error',
    signal: AbortSignal.timeout(patience),
  });
  if (!response.ok || response.body === null) throw new Error(`Slack gave no file: HTTP ${response.status}`);
  return await read(response.body);
}

/** The token goes nowhere else: links to files elsewhere come in the same field. */
function isSlacks(url: URL, apiUrl: string): boolean {
  return (
    (url.protocol === 'https:' && url.host === 'files.slack.com') || url.origin === new URL(apiUrl).origin
  );
}

async function read(body: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let total = 0;
  for await (const part of body) {
    total += part.length;
    if (total > mostBytes) throw new Error('a file larger than 10 MiB, and than Slack said');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { slackLimits } from '../../limits.ts';
import type { Client } from '../connection/client.ts';
import { patientFetch } from '../connection/patience.ts';

export interface Upload {
  readonly name: string;
  readonly title: string;
  /** What a picture shows, for screen readers; null for text. */
  readonly alt: string | null;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const ticket = z.object({ upload_url: z.url(), file_id: z.string() });
const info = z.object({ file: z.object({ mimetype: z.string().default('') }) });

/**
 * Uploads a file and gives its id. Without a place it stays the bot's own until a message shows it. Written out
 * where Bolt has one call for it, because that one (web-api 8.2) misnames `alt_txt`, so that Slack drops it.
 */
export async function upload(
  client: Client,
  { name, title, alt, bytes }: Upload,
  share: { readonly channel: string; readonly thread: string | null } | null = null,
): Promise<string> {
  const given = await client.apiCall('files.getUploadURLExternal', {
    filename: name,
    length: bytes.length,
    ...(alt === null ? {} : { alt_txt: alt.slice(0, slackLimits.fileAlt) }),
  });
  const { upload_url, file_id } = ticket.parse(given);
  const sent = await patientFetch(upload_url, { method: 'POST', body: bytes, redirect: 'error' });
  if (!sent.ok) throw new Error(`Slack took no file: HTTP ${sent.status}`);
  await client.apiCall('files.completeUploadExternal', {
    files: [{ id: file_id, title }],
    ...(share === null ? {} : { channel_id: share.channel }),
    ...(share?.thread == null ? {} : { thread_ts: share.thread }),
  });
  return file_id;
}

const pauses = [0, 150, 300, 600, 1_200, 2_400];

/**
 * Waits until Slack has looked through an uploaded picture: until then a block that shows it is refused as
 * "invalid slack file". Throws after about 5 s.
 */
export async function untilReady(client: Client, file: string): Promise<void> {
  for (const pause of pauses) {
    await sleep(pause);
    if (info.parse(await client.files.info({ file })).file.mimetype !== '') return;
  }
  throw new Error('Slack took too long over a picture');
}

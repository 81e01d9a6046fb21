import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { ResponseRefused } from '../connection/client.ts';
import { patientFetch } from '../connection/patience.ts';
import type { Rendered } from '../render.ts';

type Response =
  | (Partial<Rendered> & {
      readonly response_type: 'ephemeral' | 'in_channel';
      readonly replace_original: boolean;
      readonly thread_ts?: string;
    })
  | { readonly delete_original: true };

const pauses = [250, 1_000];

const refusal = z.object({ ok: z.literal(false), error: z.string() });

/**
 * Sends through a `response_url`: up to five times within half an hour, also where the bot is no member.
 * Throws `ResponseRefused` with Slack's code; Bolt's own `respond` would tell the HTTP status alone.
 */
export async function respond(url: string, response: Response): Promise<void> {
  const body = JSON.stringify({ ...response, unfurl_links: false, unfurl_media: false });
  const answer = await persistently(() =>
    patientFetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body,
    }),
  );
  const text = await answer.text();
  const refused = refusal.safeParse(json(text));
  if (refused.success) throw new ResponseRefused(refused.data.error);
  if (!answer.ok) throw new ResponseRefused(answer.status === 429 ? 'ratelimited' : `http_${answer.status}`);
}

/** Two more tries where Slack itself fails, as Bolt makes them for the Web API. */
async function persistently(send: () => Promise<globalThis.Response>): Promise<globalThis.Response> {
  for (const pause of pauses) {
    const answer = await send();
    if (answer.status < 500) return answer;
    await answer.body?.cancel();
    await sleep(pause);
  }
  return await send();
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Slack says a plain "ok" when all is well.
    return null;
  }
}

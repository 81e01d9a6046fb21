import { z } from 'zod';
import type { Client } from './client.ts';
import { tokenError } from './start-error.ts';

/** Who the bot is in its workspace. */
export interface Identity {
  readonly botId: string;
  readonly userId: string;
  /** What the token may do; null where Slack does not say. */
  readonly scopes: readonly string[] | null;
}

const tested = z.object({
  bot_id: z.string(),
  user_id: z.string(),
  response_metadata: z.object({ scopes: z.array(z.string()).optional() }).optional(),
});

/** Asks Slack whose token this is. Throws a `SlackStartError` where the token is refused. */
export async function identify(client: Client): Promise<Identity> {
  try {
    const { bot_id, user_id, response_metadata } = tested.parse(await client.auth.test());
    return { botId: bot_id, userId: user_id, scopes: response_metadata?.scopes ?? null };
  } catch (error) {
    throw tokenError('SLACK_BOT_TOKEN', error);
  }
}

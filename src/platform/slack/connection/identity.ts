import { z } from 'zod';
import type { Client } from './client.ts';
import { tokenError, wrongToken } from './start-error.ts';

/** Who the bot is in its workspace. */
interface Identity {
  readonly botId: string;
  readonly userId: string;
  readonly team: string;
  /** What the token may do; null where Slack does not say. */
  readonly scopes: readonly string[] | null;
}

const bot = z.object({
  bot_id: z.string(),
  user_id: z.string(),
  team_id: z.string(),
  response_metadata: z.object({ scopes: z.array(z.string()).optional() }).optional(),
});

/** Asks Slack whose token this is. Throws a `SlackStartError` where it is refused or is not a bot's. */
export async function identify(client: Client): Promise<Identity> {
  const answer = await client.auth.test().catch((error: unknown) => {
    throw tokenError('SLACK_BOT_TOKEN', error);
  });
  const read = bot.safeParse(answer);
  if (!read.success) throw wrongToken('SLACK_BOT_TOKEN', 'not a bot');
  const { bot_id, user_id, team_id, response_metadata } = read.data;
  return { botId: bot_id, userId: user_id, team: team_id, scopes: response_metadata?.scopes ?? null };
}

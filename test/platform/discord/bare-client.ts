import { Client, DiscordAPIError, Events, GatewayIntentBits, Partials } from 'discord.js';
import type { DiscordServer } from './server.ts';

export const intents = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.DirectMessages,
];

/** discord.js with nothing of ours around it: what the test server is held against. */
export const bareClient = (discord: DiscordServer): Client =>
  new Client({ intents, partials: [Partials.Channel], rest: { api: discord.apiUrl } });

export async function login(made: Client, discord: DiscordServer): Promise<Client<true>> {
  const ready = new Promise<Client<true>>((resolve) => made.once(Events.ClientReady, resolve));
  await made.login(discord.token);
  return ready;
}

/** The error with which Discord refused an attempt. */
export async function refusal(attempt: Promise<unknown>): Promise<DiscordAPIError> {
  const error = await attempt.then(
    () => new Error('was not refused'),
    (reason: unknown) => reason,
  );
  if (error instanceof DiscordAPIError) return error;
  throw error;
}

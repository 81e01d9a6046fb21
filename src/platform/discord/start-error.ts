import { DiscordAPIError, DiscordjsError, DiscordjsErrorCodes } from 'discord.js';

type Variable = 'DISCORD_TOKEN' | 'DISCORD_API_URL' | 'DISCORD_SHARDS';

/** Discord cannot be started; the message is one line that names the variable to mend, never its value. */
export class DiscordStartError extends Error {
  override readonly name = 'DiscordStartError';
  readonly variable: Variable;

  constructor(variable: Variable, problem: string, cause?: unknown) {
    super(`${variable} ${problem}`, { cause });
    this.variable = variable;
  }
}

export const refusedToken = (cause?: unknown): DiscordStartError =>
  new DiscordStartError(
    'DISCORD_TOKEN',
    'was refused by Discord: copy the token anew from the Bot page of your application',
    cause,
  );

/** What a failed login means to whoever starts the bot. */
export function startError(error: unknown): DiscordStartError {
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid)
    return refusedToken(error);
  const reason = reasonOf(error);
  // The words of @discordjs/ws for the closes 4004, 4010 and 4011.
  if (reason === 'Authentication failed') return refusedToken(error);
  if (reason === 'Invalid shard' || reason === 'Sharding is required')
    return new DiscordStartError('DISCORD_SHARDS', `was refused by Discord (${reason.toLowerCase()})`, error);
  const what = error instanceof DiscordAPIError ? 'Discord answered' : 'Discord cannot be reached';
  return new DiscordStartError('DISCORD_API_URL', `leads nowhere now: ${what} (${reason})`, error);
}

/** The innermost cause: `fetch failed` alone helps nobody. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'no reason given';
  if (error.cause !== undefined) return reasonOf(error.cause);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}

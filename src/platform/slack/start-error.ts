import { webApi } from '@slack/bolt';

type Variable = 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN' | 'SLACK_PORT' | 'SLACK_API_URL';

/** Slack cannot be started; the message is one line that names the variable to mend, never its value. */
export class SlackStartError extends Error {
  override readonly name = 'SlackStartError';
  readonly variable: Variable;

  constructor(variable: Variable, what: string, cause: unknown) {
    super(`${variable}: ${what}`, { cause });
    this.variable = variable;
  }
}

const copyFrom = {
  SLACK_BOT_TOKEN: 'the Bot User OAuth Token, which begins with xoxb-, from OAuth & Permissions',
  SLACK_APP_TOKEN:
    'an app-level token with connections:write, which begins with xapp-, from Basic Information',
} as const;

/** What a failed first call with a token means to whoever starts the bot. */
export function tokenError(variable: keyof typeof copyFrom, error: unknown): SlackStartError {
  if (error instanceof webApi.WebAPIPlatformError) {
    const what = `Slack refuses this token (${error.data.error}); copy ${copyFrom[variable]} of your app`;
    return new SlackStartError(variable, what, error);
  }
  return new SlackStartError(
    'SLACK_API_URL',
    `Slack cannot be reached (${reason(error)}); check the network and this address`,
    error,
  );
}

export function portError(port: number, error: unknown): SlackStartError {
  return new SlackStartError('SLACK_PORT', `cannot listen on port ${port} (${reason(error)})`, error);
}

/** The innermost cause's code or message: `fetch failed` alone helps nobody. */
function reason(error: unknown): string {
  if (!(error instanceof Error)) return 'no reason given';
  if ('code' in error && typeof error.code === 'string' && error.cause === undefined) return error.code;
  return error.cause === undefined ? error.message : reason(error.cause);
}

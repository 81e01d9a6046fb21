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

/** Slack's codes for a token that it will never take. */
const refusals = new Set([
  'not_authed',
  'invalid_auth',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'not_allowed_token_type',
  'missing_scope',
  'no_permission',
  'user_removed_from_team',
  'team_disabled',
]);

/** What a failed first call with a token means to whoever starts the bot. */
export function tokenError(variable: keyof typeof copyFrom, error: unknown): SlackStartError {
  const code = error instanceof webApi.WebAPIPlatformError ? String(error.data.error) : null;
  if (code !== null && refusals.has(code)) return wrongToken(variable, code, error);
  const what = `Slack does not answer there (${code ?? reason(error)}); check the network and this address`;
  return new SlackStartError('SLACK_API_URL', what, error);
}

export function wrongToken(
  variable: keyof typeof copyFrom,
  code: string,
  error: unknown = null,
): SlackStartError {
  const what = `Slack refuses this token (${code}); copy ${copyFrom[variable]} of your app`;
  return new SlackStartError(variable, what, error);
}

export function portError(port: number, error: unknown): SlackStartError {
  return new SlackStartError('SLACK_PORT', `cannot listen on port ${port} (${reason(error)})`, error);
}

/** The innermost cause's code or message: `fetch failed` alone helps nobody. */
function reason(error: unknown): string {
  if (!(error instanceof Error)) return 'no reason given';
  if (error.cause !== undefined) return reason(error.cause);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}

import { config as loadEnvFile } from 'dotenv';
import { z } from 'zod';

const port = z.coerce.number().int().min(1).max(65_535);
const address = z.url({ protocol: /^https?$/ });
const filled = z.string().trim().min(1);

/** Every variable that the program reads, with what to set; `.env.example` lists the same ones. */
export const variables = z.object({
  DISCORD_TOKEN: filled.optional().describe('the bot token of the Discord application'),
  DISCORD_API_URL: address
    .default('https://discord.com/api')
    .describe('an http(s) address, without a version'),
  DISCORD_GUILD_ID: z
    .string()
    .regex(/^\d{5,20}$/)
    .optional()
    .describe('the id of one server, digits only'),
  DISCORD_SHARDS: z
    .string()
    .regex(/^\d{1,4}(,\d{1,4})*$/)
    .transform((list) => list.split(',').map(Number))
    .optional()
    .describe('the shards of this process, as in 0,1'),
  DISCORD_SHARD_COUNT: z.coerce
    .number()
    .int()
    .min(1)
    .max(10_000)
    .optional()
    .describe('how many shards there are in all'),
  SLACK_BOT_TOKEN: z.string().startsWith('xoxb-').optional().describe('the bot token, it begins with xoxb-'),
  SLACK_APP_TOKEN: z
    .string()
    .startsWith('xapp-')
    .optional()
    .describe('the app-level token, it begins with xapp-'),
  SLACK_SIGNING_SECRET: filled.optional().describe('the signing secret of the Slack app'),
  SLACK_PORT: port.optional().describe('a port number for signed requests from Slack'),
  SLACK_API_URL: address.default('https://slack.com/api/').describe('an http(s) address that ends in /api/'),
  SLACK_CLIENT_ID: filled.optional().describe('the client id of a Slack app for many workspaces'),
  SLACK_CLIENT_SECRET: filled.optional().describe('the client secret of that app'),
  SLACK_STAFF: z
    .string()
    .regex(/^[UW][A-Z0-9]+(,[UW][A-Z0-9]+)*$/)
    .transform((list) => list.split(','))
    .optional()
    .describe('member ids of teaching staff, as in U012AB3CD,U045EF6GH'),
  DATABASE_URL: filled
    .default('data/lifeguard.db')
    .describe('a file for SQLite, or postgres://… for many instances'),
  SECRET_KEY: z.string().min(16).optional().describe('at least 16 characters that nobody can guess'),
  BROWSER_PORT: port.optional().describe('a port number for the playground page'),
  BROWSER_HOST: filled
    .default('127.0.0.1')
    .describe('an address of this machine to serve the playground on, as 0.0.0.0'),
  OPS_PORT: port.default(8081).describe('a port number for /healthz, /readyz and /metrics'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe('fatal, error, warn, info, debug, trace or silent'),
});

export interface DiscordConfig {
  readonly token: string;
  readonly apiUrl: string;
  readonly guildId: string | null;
  readonly shards: readonly number[] | null;
  readonly shardCount: number | null;
}

export type SlackMode =
  | { readonly kind: 'socket'; readonly appToken: string }
  | { readonly kind: 'http'; readonly signingSecret: string; readonly port: number };

/** Slack for many workspaces, each with tokens of its own. */
export interface SlackOAuthMode {
  readonly kind: 'oauth';
  readonly clientId: string;
  readonly clientSecret: string;
  readonly stateSecret: string;
  readonly signingSecret: string;
  readonly port: number;
}

export type SlackConfig = {
  readonly apiUrl: string;
  readonly staff: readonly string[];
} & ({ readonly botToken: string; readonly mode: SlackMode } | { readonly mode: SlackOAuthMode });

export interface BrowserConfig {
  readonly port: number;
  readonly host: string;
}

export interface Config {
  readonly discord: DiscordConfig | null;
  readonly slack: SlackConfig | null;
  readonly browser: BrowserConfig | null;
  readonly databaseUrl: string;
  /** Protects what the database keeps of people and tokens. */
  readonly secretKey: string;
  readonly opsPort: number;
  readonly logLevel: string;
}

/** Names every variable that keeps the program from starting and what to set; never a value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`The configuration can't be used:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.problems = problems;
  }
}

/** The configuration of this process: its environment, and what a `.env` file adds to it. */
export function loadConfig(): Config {
  loadEnvFile({ quiet: true });
  return readConfig(process.env);
}

/**
 * Reads the configuration from environment variables; an empty variable counts as unset.
 * Throws a ConfigError that lists all bad variables at once.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = variables.safeParse(given);
  if (!parsed.success) throw new ConfigError([...badVariables(parsed.error)]);
  const values = parsed.data;
  const slack = slackConfig(values);
  const problems = [...incompleteDiscord(values), ...(typeof slack === 'string' ? [slack] : [])];
  if (problems.length > 0 || typeof slack === 'string') throw new ConfigError(problems);
  return {
    discord: discordConfig(values),
    slack,
    browser: browserConfig(values, slack),
    databaseUrl: values.DATABASE_URL,
    secretKey: secretKey(values),
    opsPort: values.OPS_PORT,
    logLevel: values.LOG_LEVEL,
  };
}

type Values = z.infer<typeof variables>;

/** Without a key of its own it is a platform's token, so that it is secret and the same after a restart. */
function secretKey({ SECRET_KEY, DISCORD_TOKEN, SLACK_BOT_TOKEN }: Values): string {
  return SECRET_KEY ?? DISCORD_TOKEN ?? SLACK_BOT_TOKEN ?? 'nothing secret without a platform';
}

function badVariables(error: z.ZodError): ReadonlySet<string> {
  const names = new Set(error.issues.map(({ path }) => String(path[0])));
  return new Set(
    Object.entries(variables.shape)
      .filter(([name]) => names.has(name))
      .map(([name, schema]) => `${name}: set ${schema.description}, or leave it out`),
  );
}

/** The playground is there to begin with, and beside a platform where it is asked for. */
function browserConfig(values: Values, slack: SlackConfig | null): BrowserConfig | null {
  const alone = values.DISCORD_TOKEN === undefined && slack === null;
  const port = values.BROWSER_PORT ?? (alone ? 8080 : null);
  return port === null ? null : { port, host: values.BROWSER_HOST };
}

function discordConfig(values: Values): DiscordConfig | null {
  if (values.DISCORD_TOKEN === undefined) return null;
  return {
    token: values.DISCORD_TOKEN,
    apiUrl: values.DISCORD_API_URL,
    guildId: values.DISCORD_GUILD_ID ?? null,
    shards: values.DISCORD_SHARDS ?? null,
    shardCount: values.DISCORD_SHARD_COUNT ?? null,
  };
}

function incompleteDiscord({
  DISCORD_SHARDS: shards,
  DISCORD_SHARD_COUNT: count,
}: Values): readonly string[] {
  if (shards === undefined) return [];
  if (count === undefined)
    return ['DISCORD_SHARD_COUNT: set it beside DISCORD_SHARDS, to the number of shards in all'];
  return shards.every((shard) => shard < count)
    ? []
    : ['DISCORD_SHARDS: set numbers below DISCORD_SHARD_COUNT; the first shard is 0'];
}

/** A sentence in place of a configuration says what is missing. */
function slackConfig(values: Values): SlackConfig | null | string {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken } = values;
  const { SLACK_SIGNING_SECRET: signingSecret, SLACK_PORT: port } = values;
  const common = { apiUrl: values.SLACK_API_URL, staff: values.SLACK_STAFF ?? [] };
  if (values.SLACK_CLIENT_ID !== undefined) {
    const mode = oauthMode(values);
    return typeof mode === 'string' ? mode : { ...common, mode };
  }
  if (botToken === undefined)
    return appToken || signingSecret
      ? 'SLACK_BOT_TOKEN: set the bot token, or leave out the other SLACK_ variables'
      : null;
  const account = { ...common, botToken };
  if (appToken !== undefined) return { ...account, mode: { kind: 'socket', appToken } };
  if (signingSecret === undefined)
    return 'SLACK_APP_TOKEN: set it for Socket Mode, or SLACK_SIGNING_SECRET and SLACK_PORT for HTTP';
  if (port === undefined) return 'SLACK_PORT: set the port for signed requests from Slack';
  return { ...account, mode: { kind: 'http', signingSecret, port } };
}

/** Many workspaces have no token of the start to derive a secret from, and no Socket Mode. */
function oauthMode(values: Values): SlackOAuthMode | string {
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret } = values;
  const { SLACK_SIGNING_SECRET: signingSecret, SLACK_PORT: port, SECRET_KEY: stateSecret } = values;
  if (values.SLACK_BOT_TOKEN ?? values.SLACK_APP_TOKEN)
    return 'SLACK_CLIENT_ID: leave out SLACK_BOT_TOKEN and SLACK_APP_TOKEN for many workspaces, or this for one';
  if (clientId === undefined || clientSecret === undefined)
    return 'SLACK_CLIENT_SECRET: set the client secret beside SLACK_CLIENT_ID';
  if (signingSecret === undefined) return 'SLACK_SIGNING_SECRET: set the signing secret of the Slack app';
  if (port === undefined) return 'SLACK_PORT: set the port for signed requests from Slack';
  if (stateSecret === undefined)
    return 'SECRET_KEY: set at least 16 characters that nobody can guess; tokens are encrypted with it';
  return { kind: 'oauth', clientId, clientSecret, stateSecret, signingSecret, port };
}

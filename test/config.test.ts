import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ConfigError, readConfig, variables } from '../src/config.ts';

const problemsOf = (environment: Record<string, string>): readonly string[] => {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    return error instanceof ConfigError ? error.problems : [`not a ConfigError: ${error}`];
  }
};

test('nothing set: no platform, and the defaults', () => {
  expect(readConfig({})).toMatchObject({
    discord: null,
    slack: null,
    browser: { port: 8080, host: '127.0.0.1' },
    databaseUrl: 'data/lifeguard.db',
    opsPort: 8081,
    logLevel: 'info',
  });
});

test('an empty variable is an unset one', () => {
  expect(readConfig({ DISCORD_TOKEN: '', OPS_PORT: '' }).discord).toBeNull();
});

test('the playground is there until a platform is, and beside one where it has a port', () => {
  const discord = { DISCORD_TOKEN: 'secret' };
  expect(readConfig({}).browser).toEqual({ port: 8080, host: '127.0.0.1' });
  expect(readConfig(discord).browser).toBeNull();
  expect(readConfig({ ...discord, BROWSER_PORT: '9000' }).browser).toEqual({ port: 9000, host: '127.0.0.1' });
  expect(problemsOf({ BROWSER_PORT: '0' })[0]).toMatch(/^BROWSER_PORT: /);
});

test('a token switches Discord on', () => {
  const { discord } = readConfig({
    DISCORD_TOKEN: 'secret',
    DISCORD_SHARDS: '0,1',
    DISCORD_SHARD_COUNT: '4',
  });
  expect(discord).toEqual({
    token: 'secret',
    apiUrl: 'https://discord.com/api',
    guildId: null,
    shards: [0, 1],
    shardCount: 4,
  });
});

test('Slack runs over Socket Mode or over signed HTTP', () => {
  expect(readConfig({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }).slack?.mode.kind).toBe(
    'socket',
  );
  const http = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'shh', SLACK_PORT: '3000' };
  expect(readConfig(http).slack?.mode).toEqual({ kind: 'http', signingSecret: 'shh', port: 3000 });
});

test('Slack for many workspaces has a client instead of a token, and a key', () => {
  const client = { SLACK_CLIENT_ID: '1.2', SLACK_CLIENT_SECRET: 'shh', SLACK_STAFF: 'U01,W02' };
  const http = { SLACK_SIGNING_SECRET: 'shh', SLACK_PORT: '3000' };
  const secret = { SECRET_KEY: 'not to be guessed' };
  expect(readConfig({ ...client, ...http, ...secret }).slack).toMatchObject({
    staff: ['U01', 'W02'],
    mode: { kind: 'oauth', clientId: '1.2', stateSecret: 'not to be guessed', port: 3000 },
  });
  expect(problemsOf({ ...client, ...http })[0]).toMatch(/^SECRET_KEY: /);
  expect(problemsOf({ ...client, ...secret })[0]).toMatch(/^SLACK_SIGNING_SECRET: /);
  expect(problemsOf({ SLACK_CLIENT_ID: '1.2', ...http, ...secret })[0]).toMatch(/^SLACK_CLIENT_SECRET: /);
  expect(problemsOf({ ...client, SLACK_BOT_TOKEN: 'xoxb-1' })[0]).toMatch(/^SLACK_CLIENT_ID: /);
  expect(problemsOf({ SLACK_STAFF: 'ana' })[0]).toMatch(/^SLACK_STAFF: /);
});

test('every bad variable is named at once, and no value is shown', () => {
  const problems = problemsOf({
    OPS_PORT: 'eighty',
    SLACK_BOT_TOKEN: 'my-secret',
    DISCORD_GUILD_ID: 'my server',
  });
  expect(problems.map((problem) => problem.split(':')[0])).toEqual([
    'DISCORD_GUILD_ID',
    'SLACK_BOT_TOKEN',
    'OPS_PORT',
  ]);
  expect(problems.join()).not.toMatch(/eighty|my-secret|my server/);
});

test('half a Slack and shards without a count say what is missing', () => {
  expect(problemsOf({ SLACK_BOT_TOKEN: 'xoxb-1' })[0]).toMatch(/^SLACK_APP_TOKEN: /);
  expect(problemsOf({ SLACK_APP_TOKEN: 'xapp-1' })[0]).toMatch(/^SLACK_BOT_TOKEN: /);
  expect(problemsOf({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'shh' })[0]).toMatch(/^SLACK_PORT: /);
  expect(problemsOf({ DISCORD_TOKEN: 'a', DISCORD_SHARDS: '0' })[0]).toMatch(/^DISCORD_SHARD_COUNT: /);
  expect(problemsOf({ DISCORD_TOKEN: 'a', DISCORD_SHARDS: '4', DISCORD_SHARD_COUNT: '4' })[0]).toMatch(
    /^DISCORD_SHARDS: /,
  );
});

test('.env.example has exactly the variables, each under a comment', () => {
  const lines = readFileSync(join(import.meta.dirname, '../.env.example'), 'utf8')
    .trim()
    .split('\n');
  const names = lines.flatMap((line) => /^([A-Z_]+)=/.exec(line)?.[1] ?? []);
  expect(names).toEqual(Object.keys(variables.shape));
  for (const [at, line] of lines.entries())
    if (!line.startsWith('#')) expect(lines[at - 1]).toMatch(/^# .+\.$/);
});

test('the secret key is the one that is set, or comes of a token', () => {
  const own = 'a key of sixteen and more';
  expect(readConfig({ DISCORD_TOKEN: 'token', SECRET_KEY: own }).secretKey).toBe(own);
  expect(
    readConfig({ DISCORD_TOKEN: 'token', SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }).secretKey,
  ).toBe('token');
  expect(problemsOf({ SECRET_KEY: 'short' })[0]).toMatch(/^SECRET_KEY: /);
});

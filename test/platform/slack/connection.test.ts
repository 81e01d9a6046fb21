import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { webApi } from '@slack/bolt';
import { expect, test } from 'vitest';
import { tokenError } from '../../../src/platform/slack/connection/start-error.ts';
import { SlackStartError } from '../../../src/platform/slack/index.ts';
import { seen } from './index.ts';
import { manifestFor, message, startSetting } from './setting.ts';

const started = async (
  way: Parameters<typeof startSetting>[0],
  setup: Parameters<typeof startSetting>[1],
) => {
  const error: unknown = await startSetting(way, setup).then(
    () => null,
    (reason) => reason,
  );
  if (!(error instanceof SlackStartError)) throw error;
  return error;
};

test('a wrong bot token ends the start with one line that names the variable, not the token', async () => {
  const error = await started('socket', { setup: { botToken: 'xoxb-not-mine' } });
  expect(error.variable).toBe('SLACK_BOT_TOKEN');
  expect(error.message).toMatch(/^SLACK_BOT_TOKEN: Slack refuses this token \(invalid_auth\); copy .*xoxb-/);
  expect(error.message).not.toContain('not-mine');
});

test('a wrong app token too', async () => {
  const error = await started('socket', { setup: { mode: { kind: 'socket', appToken: 'xapp-not-mine' } } });
  expect(error.message).toMatch(/^SLACK_APP_TOKEN: Slack refuses this token \(invalid_auth\); copy .*xapp-/);
});

test("a fault on Slack's side is not blamed on the token", () => {
  const error = tokenError(
    'SLACK_APP_TOKEN',
    new webApi.WebAPIPlatformError({ ok: false, error: 'internal_error' }),
  );
  expect(error.message).toMatch(/^SLACK_API_URL: Slack does not answer there \(internal_error\)/);
});

test('a Slack that cannot be reached is told by its address', async () => {
  const error = await started('http', { setup: { apiUrl: 'http://127.0.0.1:9/api/' } });
  expect(error.message).toMatch(/^SLACK_API_URL: Slack does not answer there \(.+\)/);
});

test('a port that is taken is told by its variable', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const { port } = other.address() as AddressInfo;
  const mode = { kind: 'http', signingSecret: 'x', port, host: '127.0.0.1' } as const;
  const error = await started('http', { setup: { mode } });
  expect(error.message).toBe(`SLACK_PORT: cannot listen on port ${port} (EADDRINUSE)`);
  other.close();
});

test('a token without a scope of the manifest is warned about at the start', async () => {
  const manifest = manifestFor('http');
  const bot = manifest.oauth_config.scopes.bot.filter((scope) => scope !== 'files:write');
  const setting = await startSetting('http', {
    manifest: { ...manifest, oauth_config: { scopes: { bot } } },
  });
  expect(setting.logged).toMatchObject([{ level: 'warn', facts: { missing: ['files:write'] } }]);
  await setting.stop();
});

test('after a refresh it is back at once and misses no question', async () => {
  const setting = await startSetting('socket');
  const { slack, bot } = setting;
  const from = slack.workspace.journal.entries.length;
  slack.sockets.refresh();
  await slack.workspace.journal.find((entry) => entry.kind === 'disconnected', from);
  const asked = slack.user('ana').mention('general', 'asked in the gap');
  await slack.workspace.journal.find((entry) => entry.kind === 'connected', from);
  expect(seen(await (await asked).answer())).toBe('2 × 2 × 4');
  expect(bot.connected()).toBe(true);
  await setting.stop();
});

test('a network that fails: it reconnects, and an event that comes again is answered once', async () => {
  const setting = await startSetting('socket');
  const { slack, tutor } = setting;
  const { journal } = slack.workspace;
  const from = journal.entries.length;
  slack.loseAcknowledgements(1);
  const first = slack.user('ana').mention('general', 'first');
  await journal.until((entry) => entry.kind === 'posted' && entry.message.thread !== null, from);
  slack.sockets.drop();
  await (await first).answer();
  expect(journal.entries.filter(({ kind }) => kind === 'delivered')).toMatchObject([
    { attempt: 0 },
    { attempt: 1 },
  ]);
  await (await slack.user('ana').mention('general', 'last')).answer();
  expect(tutor.asked).toHaveLength(2);
  await setting.stop();
});

test('forged, stale and unsigned requests are refused, whatever they ask', async () => {
  const setting = await startSetting('http');
  const { requests, workspace } = setting.slack;
  const body = new URLSearchParams({
    command: '/pool',
    text: 'x',
    team_id: workspace.team.id,
    channel_id: 'C1',
    user_id: 'U1',
    trigger_id: '1.2',
    response_url: setting.slack.apiUrl,
  }).toString();
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const signed = requests.sign(body);
  const stale = requests.sign(body, Math.floor(Date.now() / 1000) - 6 * 60);
  expect(await requests.send(body, form)).toBe(401);
  expect(await requests.send(body, { ...form, ...signed, 'x-slack-signature': 'v0=00' })).toBe(401);
  expect(await requests.send(`${body}&user_id=U2`, { ...form, ...signed })).toBe(401);
  expect(await requests.send(body, { ...form, ...stale })).toBe(401);
  expect(setting.tutor.asked).toEqual([]);
  expect(await requests.send(body, { ...form, ...signed })).toBe(200);
  await setting.stop();
});

test('an event that Slack sends again, at once, after a minute and after five, is answered once', async () => {
  const setting = await startSetting('http');
  const { slack, tutor } = setting;
  const ana = slack.user('ana');
  slack.loseAcknowledgements(3);
  const asked = await ana.mention('general', 'first');
  await asked.answer();
  await slack.advance(60_000);
  await slack.advance(300_000);
  const attempts = slack.workspace.journal.entries.filter(({ kind }) => kind === 'delivered');
  expect(attempts).toMatchObject([{ attempt: 0 }, { attempt: 1 }, { attempt: 2 }, { attempt: 3 }]);
  await (await ana.mention('general', 'last')).answer();
  expect(tutor.asked).toHaveLength(2);
  await setting.stop();
});

test('stopping takes no more questions and finishes those under way', async () => {
  const setting = await startSetting('http');
  const { slack, bot, tutor } = setting;
  const job = Promise.withResolvers<void>();
  tutor.respond = ({ command }) => ({
    kind: 'answer',
    visibility: 'public',
    work: async () => {
      await job.promise;
      return message({ title: command });
    },
  });
  const asked = await slack.user('ana').command('/pool', 'x');
  const stopped = bot.stop();
  expect(bot.connected()).toBe(false);
  job.resolve();
  await stopped;
  expect(seen(await asked.answer())).toBe('ana asked: /pool x\npool');
  await expect(slack.user('ana').command('/pool', 'x')).rejects.toThrow();
  await slack.stop();
});

test('a workspace that it is in again keeps what was kept, though the store is away at the start', async () => {
  const joined: string[] = [];
  const left = async () => undefined;
  const communities = { left, joined: async (community: string) => void joined.push(community) };
  const setting = await startSetting('http', { setup: { communities } });
  expect(joined).toEqual([setting.slack.workspace.team.id]);
  await setting.stop();
  const away = { left, joined: () => Promise.reject(new Error('away')) };
  const next = await startSetting('http', { setup: { communities: away } });
  expect(next.logged).toMatchObject([{ level: 'warn' }]);
  await next.stop();
});

test('a workspace that removes it is left, once for each thing that Slack tells', async () => {
  const told: string[] = [];
  const communities = {
    left: async (community: string) => void told.push(community),
    joined: async () => undefined,
  };
  const setting = await startSetting('http', { setup: { communities } });
  const { slack } = setting;
  slack.loseAcknowledgements(1);
  await slack.uninstall(slack.workspace);
  await setting.stop();
  expect(told).toEqual([slack.workspace.team.id, slack.workspace.team.id]);
});

import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../commands/index.ts';
import { slackManifest } from '../src/platform/slack/index.ts';
import { type DiscordServer, startDiscordServer } from './platform/discord/server.ts';
import { type SlackServer, seen, startSlackServer } from './platform/slack/index.ts';
import { endPrograms, lines, printed, startMain } from './program.ts';
import { npyBytes } from './question/files/npy-writer.ts';
import { folder, postgres } from './store/engines.ts';
import { gateTo } from './store/gate.ts';

afterEach(endPrograms);

const layer = 'AveragePooling2D(2) on 4x4x4';
const tenSeconds = 10_000;

const whileOf = async (work: () => Promise<unknown>): Promise<number> => {
  const since = performance.now();
  await work();
  return performance.now() - since;
};

describe('on Discord', () => {
  let discord: DiscordServer;
  beforeEach(async () => {
    discord = await startDiscordServer({ patience: 60_000 });
  });
  afterEach(() => discord.stop());

  const start = async (settings: Readonly<Record<string, string>> = {}) => {
    const program = await startMain({
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      ...settings,
    });
    await lines(program, 3);
    return program;
  };

  /** A question whose answer Discord will not take for half a minute. */
  const askInVain = async () => {
    const answer = { kind: 'limit', retryAfter: 30, global: false } as const;
    discord.faults.add({ route: /^PATCH .*original/, times: 1, answer });
    const asked = discord.user('ana').slash('pool', { question: layer });
    await asked.acknowledged();
    return asked;
  };

  test('SIGTERM ends it within ten seconds though an answer hangs, and the next start gives that answer', async () => {
    const settings = { DATABASE_URL: join(await folder(), 'lifeguard.db') };
    const program = await start(settings);
    const asked = await askInVain();
    const took = await whileOf(async () => {
      program.child.kill('SIGTERM');
      expect(await program.ended).toBe(0);
    });
    expect(took).toBeLessThan(tenSeconds);
    await start(settings);
    expect((await asked.answer()).text).toContain('2 × 2 × 4');
  });

  test('SIGTERM ends it within ten seconds though its database hangs as well', async () => {
    const gate = await gateTo(await postgres.database());
    const program = await start({ DATABASE_URL: gate.url });
    await askInVain();
    gate.freeze();
    const took = await whileOf(async () => {
      program.child.kill('SIGTERM');
      await program.ended;
    });
    expect(took).toBeLessThan(tenSeconds);
  });

  test('while a heavy job runs others are answered, and the job ends in a clear word', async () => {
    await start();
    const header = "{'descr': '<f4', 'fortran_order': False, 'shape': (1, 1, 1600, 1600), }";
    const map = {
      name: 'map.npy',
      bytes: Uint8Array.from(npyBytes(header, new Uint8Array(4 * 1_600 * 1_600))),
    };
    const heavy = discord.user('ana').mention('nn.LPPool2d(3, 301, stride=1)', { files: [map] });
    await heavy.typing();
    const quick = await discord.user('ben').slash('pool', { question: layer }).answer();
    expect(quick.text).toContain('2 × 2 × 4');
    expect(
      discord.journal.all.some(
        (event) => event.kind === 'created' && event.message.message_reference?.message_id === heavy.id,
      ),
    ).toBe(false);
    expect((await heavy.answer()).text).toMatch(/takes too long[\s\S]*I stop after 10 seconds/);
  });

  test('/readyz says when it is no longer connected, while /healthz stays well', async () => {
    const program = await start({ LOG_LEVEL: 'info' });
    const told = printed(program, 'reconnecting to Discord');
    await discord.stop();
    await told;
    const ready = await fetch(`http://127.0.0.1:${program.port}/readyz`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({
      status: 'not ready',
      connected: { discord: false, store: true },
    });
    expect((await fetch(`http://127.0.0.1:${program.port}/healthz`)).status).toBe(200);
  });
});

test('on Slack too SIGTERM ends it within ten seconds, and the next start gives the answer that hung', async () => {
  const manifest = slackManifest(
    commands.map(({ description }) => description),
    { kind: 'socket' },
  );
  const slack: SlackServer = await startSlackServer({ manifest });
  const settings = {
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
    DATABASE_URL: join(await folder(), 'lifeguard.db'),
  };
  const program = await startMain(settings);
  await lines(program, 3);
  slack.limit('chat.postMessage', { retryAfter: 15 });
  const asked = await slack.user('ana').mention('general', layer);
  const took = await whileOf(async () => {
    program.child.kill('SIGTERM');
    expect(await program.ended).toBe(0);
  });
  expect(took).toBeLessThan(tenSeconds);
  await startMain(settings);
  expect(seen(await asked.answer())).toContain('2 × 2 × 4');
  endPrograms();
  await slack.stop();
});

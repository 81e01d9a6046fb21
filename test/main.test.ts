import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, test } from 'vitest';
import { commands } from '../commands/index.ts';
import { slackManifest } from '../src/platform/slack/index.ts';
import { startDiscordServer } from './platform/discord/server.ts';
import { startSlackServer } from './platform/slack/index.ts';

const main = join(import.meta.dirname, '../src/main.ts');
const running = new Set<ChildProcess>();

afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
  running.clear();
});

/** The program in an empty folder, with nothing of this machine's settings. */
async function startMain(settings: Readonly<Record<string, string>> = {}) {
  const cwd = await mkdtemp(join(tmpdir(), 'lifeguard-'));
  const port = await freePort();
  const env = {
    PATH: process.env.PATH ?? '',
    OPS_PORT: String(port),
    BROWSER_PORT: String(await freePort()),
    LOG_LEVEL: 'warn',
    ...settings,
  };
  const child = spawn(process.execPath, [main], { cwd, env, stdio: ['pipe', 'pipe', 'pipe'] });
  running.add(child);
  const ended = once(child, 'exit').then(([code]) => Number(code));
  return { child, port, ended, errors: text(child.stderr) };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** The first lines that it prints. */
async function lines({ child }: { child: ChildProcess }, count: number): Promise<readonly string[]> {
  let printed = '';
  for await (const chunk of child.stdout ?? []) {
    printed += String(chunk);
    if (printed.split('\n').length > count) break;
  }
  return printed.trim().split('\n');
}

describe('without any token', () => {
  test('it says in three lines what is on, what is off and what would switch it on, and serves health checks', async () => {
    const program = await startMain();
    const [on, off, set] = await lines(program, 3);
    expect(on).toMatch(/^on: .*\/healthz/);
    const [, playground = ''] = /the playground at (\S+?),/.exec(on ?? '') ?? [];
    expect(await (await fetch(playground)).text()).toContain('<title>Lifeguard</title>');
    expect(off).toMatch(/^off: Discord, Slack/);
    expect(set).toMatch(/^set: .*DISCORD_TOKEN.*SLACK_BOT_TOKEN/);
    const answer = await fetch(`http://127.0.0.1:${program.port}/healthz`);
    expect(answer.status).toBe(200);
    program.child.kill('SIGTERM');
    expect(await program.ended).toBe(0);
    expect(await program.errors).toBe('');
  });
});

describe('a start that fails', () => {
  test('lists every bad variable by name and never a value', async () => {
    const program = await startMain({ OPS_PORT: 'many', SLACK_BOT_TOKEN: 'hunter2' });
    expect(await program.ended).toBe(1);
    const errors = await program.errors;
    expect(errors).toMatch(/OPS_PORT: set /);
    expect(errors).toMatch(/SLACK_BOT_TOKEN: set /);
    expect(errors).not.toMatch(/hunter2|many|at .*\.ts/);
  });

  test('over a wrong Discord token ends in one line', async () => {
    const discord = await startDiscordServer();
    const program = await startMain({ DISCORD_TOKEN: 'wrong-token', DISCORD_API_URL: discord.apiUrl });
    expect(await program.ended).toBe(1);
    expect((await program.errors).trim()).toMatch(/^DISCORD_TOKEN was refused by Discord: [^\n]+$/);
    await discord.stop();
  });

  test('over a wrong Slack token ends in one line', async () => {
    const manifest = slackManifest(
      commands.map(({ description }) => description),
      { kind: 'socket' },
    );
    const slack = await startSlackServer({ manifest });
    const tokens = { SLACK_BOT_TOKEN: 'xoxb-wrong', SLACK_APP_TOKEN: slack.appToken };
    const program = await startMain({ ...tokens, SLACK_API_URL: slack.apiUrl });
    expect(await program.ended).toBe(1);
    expect((await program.errors).trim()).toMatch(/^SLACK_BOT_TOKEN: [^\n]+$/);
    await slack.stop();
  });
});

test('with a token it answers on Discord, says so, and is ready', async () => {
  const discord = await startDiscordServer();
  const program = await startMain({ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl });
  expect((await lines(program, 3))[0]).toMatch(/^on: .*Discord/);
  const answer = await discord
    .user('ana')
    .slash('pool', { question: 'AveragePooling2D(2) on 4x4x4' })
    .answer();
  expect(answer.text).toContain('2 × 2 × 4');
  const ready = await fetch(`http://127.0.0.1:${program.port}/readyz`);
  expect(await ready.json()).toMatchObject({ status: 'ready', connected: { discord: true } });
  program.child.kill('SIGTERM');
  expect(await program.ended).toBe(0);
  await discord.stop();
});

import { afterEach, describe, expect, test } from 'vitest';
import { commands } from '../commands/index.ts';
import { slackManifest } from '../src/platform/slack/index.ts';
import { startDiscordServer } from './platform/discord/server.ts';
import { startSlackServer } from './platform/slack/index.ts';
import { endPrograms, lines, startMain } from './program.ts';

afterEach(endPrograms);

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

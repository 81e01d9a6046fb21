import { afterEach, beforeEach, expect, test } from 'vitest';
import { commands } from '../commands/index.ts';
import { slackManifest } from '../src/platform/slack/index.ts';
import { type DiscordServer, startDiscordServer } from './platform/discord/server.ts';
import { type SlackServer, seen, startSlackServer } from './platform/slack/index.ts';
import { endPrograms, lines, startMain } from './program.ts';

let discord: DiscordServer;
let slack: SlackServer;

beforeEach(async () => {
  const manifest = slackManifest(
    commands.map(({ description }) => description),
    { kind: 'socket' },
  );
  [discord, slack] = [await startDiscordServer(), await startSlackServer({ manifest })];
});
afterEach(async () => {
  endPrograms();
  await Promise.all([discord.stop(), slack.stop()]);
});

/** The program on both platforms, and what its `/metrics` says. */
async function onBoth() {
  const program = await startMain({
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
  });
  await lines(program, 3);
  const read = async () => {
    const response = await fetch(`http://127.0.0.1:${program.port}/metrics`);
    expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    return response.text();
  };
  /** The value of a series; null where there is none. */
  const value = async (series: string): Promise<number | null> => {
    const line = (await read()).split('\n').find((one) => one.startsWith(`${series} `));
    return line === undefined ? null : Number(line.slice(series.length + 1));
  };
  return { read, value };
}

const layer = 'AveragePooling2D(2) on 4x4x4';

test('real questions are counted by platform, kind and status, with the times that people waited', async () => {
  const { read, value } = await onBoth();
  const [ana, ben] = [discord.user('ana'), slack.user('ben')];
  await ana.slash('pool', { question: layer }).answer();
  await ana.mention(layer).answer();
  await ana.mention('who won the match last night?').answer();
  await (await ben.command('/pool', layer)).answer();
  await (await ben.mention('general', 'what is keepdims?')).answer();

  const questions = (platform: string, kind: string, status: string) =>
    `lifeguard_questions_total{platform="${platform}",kind="${kind}",status="${status}"}`;
  expect(await value(questions('discord', 'shape', 'answered'))).toBe(2);
  expect(await value(questions('discord', 'unknown', 'out-of-scope'))).toBe(1);
  expect(await value(questions('slack', 'shape', 'answered'))).toBe(1);
  expect(await value(questions('slack', 'explain', 'answered'))).toBe(1);
  expect(await value('lifeguard_acknowledgement_seconds_count{platform="discord"}')).toBe(1);
  expect(await value('lifeguard_acknowledgement_seconds_count{platform="slack"}')).toBe(1);
  expect(await value('lifeguard_acknowledgement_seconds_bucket{le="3",platform="discord"}')).toBe(1);
  expect(await value('lifeguard_answer_seconds_bucket{le="+Inf",platform="discord"}')).toBe(3);
  expect(await value('process_resident_memory_bytes')).toBeGreaterThan(1e6);
  expect(await read()).toMatch(/^nodejs_eventloop_lag_seconds /m);
});

test('what goes wrong is counted by code, refusals by number, and repeated deliveries', async () => {
  const { value } = await onBoth();
  const ben = slack.user('ben');
  const asked = await ben.mention('general', layer);
  await asked.answer();
  await asked.again();
  await (await ben.command('/lifeguard', 'pol 4x4')).answer();
  for (const at of Array.from({ length: 21 }, (_, n) => n))
    await (await ben.command('/pool', `AveragePooling2D(2) on ${at + 2}x4x4`)).answer();
  expect(await value('lifeguard_duplicates_total{platform="slack"}')).toBeGreaterThan(0);
  expect(await value('lifeguard_errors_total{platform="slack",code="unknown-command"}')).toBe(1);
  expect(await value('lifeguard_rate_limited_total{platform="slack"}')).toBeGreaterThan(0);
});

test('jobs in a worker are counted with their time and what waits for one', async () => {
  const { value } = await onBoth();
  const file = { name: 'map.csv', bytes: new TextEncoder().encode('1,2\n3,4\n') };
  const answer = await discord
    .user('ana')
    .mention('AveragePooling2D(2)', { files: [file] })
    .answer();
  expect(answer.text).toContain('2.5');
  expect(await value('lifeguard_job_seconds_count{outcome="done"}')).toBe(1);
  expect(await value('lifeguard_jobs_waiting')).toBe(0);
  expect(await value('lifeguard_jobs_running')).toBe(0);
});

test('no label holds what somebody wrote or who they are', async () => {
  const { read } = await onBoth();
  const secret = 'xyzzy';
  const ana = discord.user(`${secret}-ana`);
  await ana.mention(`${secret} AveragePooling2D(2) on 4x4x4`).answer();
  await ana.slash('pool', { question: `${secret}(7)` }).answer();
  expect(
    seen(await (await slack.user(`${secret}-ben`).command('/lifeguard', `${secret} 4`)).answer()),
  ).toContain(secret);
  const text = await read();
  expect(text).not.toContain(secret);
  for (const id of [ana.id, discord.guild.id, discord.guild.channel.id, slack.workspace.team.id])
    expect(text).not.toContain(id);
  const labels = [...text.matchAll(/^lifeguard_\w+\{(.*)\}/gm)].flatMap(([, list = '']) =>
    [...list.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => `${name}=${value}`),
  );
  expect(labels.length).toBeGreaterThan(0);
  for (const label of labels) expect(label).toMatch(/^(platform|kind|status|code|outcome|le)=[\w.+-]+$/);
});

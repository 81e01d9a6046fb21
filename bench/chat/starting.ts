import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { commands } from '../../commands/index.ts';
import { slackManifest } from '../../src/platform/slack/index.ts';
import { startDiscordServer } from '../../test/platform/discord/server.ts';
import { startSlackServer } from '../../test/platform/slack/index.ts';
import type { Figure } from './figure.ts';
import { startProgram } from './program.ts';
import { median } from './rounds.ts';

const main = join(import.meta.dirname, '../../src/main.ts');

/** How long nothing happens (ms) before memory counts as at rest. */
const rest = 2_000;

interface Starts {
  readonly times: number[];
  readonly memories: number[];
}

const empty = (): Starts => ({ times: [], memories: [] });

/** How long `npm start` takes until it is ready, and what it holds while nobody asks, on each platform. */
export async function measureStarting(rounds: number): Promise<Figure[]> {
  const discord = await startDiscordServer();
  const descriptions = commands.map(({ description }) => description);
  const slack = await startSlackServer({ manifest: slackManifest(descriptions, { kind: 'socket' }) });
  const settings = {
    'the playground': {},
    Slack: {
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.apiUrl,
    },
    Discord: { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl },
  };
  const starts = new Map(Object.keys(settings).map((name) => [name, empty()]));
  try {
    for (let round = 0; round < Math.min(rounds, 5); round++) {
      for (const [name, environment] of Object.entries(settings)) {
        const program = await startProgram(main, environment);
        await sleep(rest);
        starts.get(name)?.memories.push(await program.resident());
        starts.get(name)?.times.push(program.startedIn);
        await program.stop();
      }
    }
  } finally {
    await discord.stop();
    await slack.stop();
  }
  return [...starts].flatMap(([name, { times, memories }]): Figure[] => [
    {
      workload: `start to ready: ${name}`,
      value: median(times),
      unit: 'ms',
      goal: { most: 2_000 },
    },
    {
      workload: `memory at rest: ${name}`,
      value: median(memories),
      unit: 'MB',
      goal: { most: 200 },
    },
  ]);
}

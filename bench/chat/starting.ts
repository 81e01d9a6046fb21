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

/** Figures of one platform, each with the same of a start from scratch. */
interface Starts {
  readonly times: number[];
  readonly memories: number[];
  readonly scratch: { readonly times: number[]; readonly memories: number[] };
}

const empty = (): Starts => ({ times: [], memories: [], scratch: { times: [], memories: [] } });

/** Keeps Node from using what earlier starts have compiled. */
const fromScratch = { NODE_DISABLE_COMPILE_CACHE: '1' };
const mostRounds = 5;

/**
 * How long `npm start` takes until it is ready, and what it holds while nobody asks, on each platform; beside it, in
 * turns, a start that has nothing compiled from an earlier one.
 */
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
  const platforms = Object.entries(settings).map(([name, environment]) => ({
    name,
    environment,
    starts: empty(),
  }));
  try {
    for (const { environment } of platforms) await once(environment, empty());
    for (let round = 0; round < Math.min(rounds, mostRounds); round++) {
      for (const { environment, starts } of platforms) {
        await once(environment, starts);
        await once({ ...environment, ...fromScratch }, starts.scratch);
      }
    }
  } finally {
    await discord.stop();
    await slack.stop();
  }
  return platforms.flatMap(({ name, starts: { times, memories, scratch } }): Figure[] => [
    {
      workload: `start to ready: ${name}`,
      value: median(times),
      unit: 'ms',
      goal: { most: 2_000 },
      peer: { name: 'from scratch', value: median(scratch.times) },
    },
    {
      workload: `memory at rest: ${name}`,
      value: median(memories),
      unit: 'MB',
      goal: { most: 200 },
      peer: { name: 'from scratch', value: median(scratch.memories) },
    },
  ]);
}

/** Starts the program, lets it rest, notes both figures, and stops it. */
async function once(
  environment: Readonly<Record<string, string>>,
  { times, memories }: Pick<Starts, 'times' | 'memories'>,
): Promise<void> {
  const program = await startProgram(main, environment);
  await sleep(rest);
  memories.push(await program.resident());
  times.push(program.startedIn);
  await program.stop();
}

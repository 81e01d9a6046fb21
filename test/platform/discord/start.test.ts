import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { DiscordStartError } from '../../../src/platform/discord/index.ts';
import {
  answering,
  commands,
  description,
  held,
  joinLifeguard,
  type Lifeguard,
  startLifeguard,
} from './lifeguard.ts';
import { type DiscordServer, startDiscordServer } from './server.ts';

const running: { stop: () => Promise<unknown> }[] = [];

afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.stop();
});

async function server(options = {}): Promise<DiscordServer> {
  const discord = await startDiscordServer(options);
  running.push(discord);
  return discord;
}

async function join(discord: DiscordServer, setup = {}, desk = {}): Promise<Lifeguard> {
  const lifeguard = await joinLifeguard(discord, desk, setup);
  running.push({ stop: lifeguard.bot.stop });
  return lifeguard;
}

async function startFailure(attempt: Promise<unknown>): Promise<DiscordStartError> {
  const error = await attempt.catch((reason: unknown) => reason);
  if (error instanceof DiscordStartError) return error;
  throw new Error('did start, or failed otherwise', { cause: error });
}

const entries = ['Answer this', 'Answer this for me only'];
const registered = ['pool', 'ask', 'faq', ...entries];

const registrations = ({ journal }: DiscordServer) =>
  journal.all.filter(({ kind }) => kind === 'commands registered');

describe('login', () => {
  it('is connected until it stops', async () => {
    const { bot } = await join(await server());
    expect(bot.connected()).toBe(true);
    await bot.stop();
    expect(bot.connected()).toBe(false);
  });

  it.each([
    ['that REST refuses', {}, { token: 'wrong' }],
    ['that the gateway refuses', { gatewayToken: 'another' }, {}],
    ['that cannot be one', {}, { token: 'two\nlines' }],
  ])('ends in one line for a token %s', async (_, options, setup) => {
    const discord = await server(options);
    const error = await startFailure(joinLifeguard(discord, {}, setup));
    expect(error.message).toBe(
      'DISCORD_TOKEN was refused by Discord: copy the token anew from the Bot page of your application',
    );
  });

  it('says where nobody answers', async () => {
    const discord = await server();
    const apiUrl = `http://127.0.0.1:${await closedPort()}/api`;
    const error = await startFailure(joinLifeguard(discord, {}, { apiUrl }));
    expect(error.message).toBe('DISCORD_API_URL leads nowhere now: Discord cannot be reached (ECONNREFUSED)');
  });

  it('runs the shards that it is given', async () => {
    const discord = await server();
    const { bot } = await join(discord, { shards: [1], shardCount: 2 });
    expect(bot.connected()).toBe(true);
    expect(discord.gateway.sessions().map(({ shard }) => shard)).toEqual([[1, 2]]);
    expect(registrations(discord)).toEqual([]);
  });
});

describe('registration', () => {
  it('happens once for one definition', async () => {
    const discord = await server();
    await join(discord);
    await join(discord);
    expect(registrations(discord)).toEqual([
      { kind: 'commands registered', guild: null, names: [...registered] },
    ]);
  });

  it('happens again for a changed one', async () => {
    const discord = await server();
    await join(discord);
    await join(discord, { commands: [...commands, description({ name: 'help' })] });
    expect(registrations(discord)).toHaveLength(2);
    expect(discord.commands().map(({ name }) => name)).toEqual(['pool', 'ask', 'faq', 'help', ...entries]);
  });

  it('reaches one server at once', async () => {
    const discord = await server();
    await join(discord, { guildId: discord.guild.id });
    await join(discord, { guildId: discord.guild.id });
    expect(registrations(discord)).toEqual([
      { kind: 'commands registered', guild: discord.guild.id, names: [...registered] },
    ]);
  });

  it('that fails leaves mentions working', async () => {
    const discord = await server();
    const { log } = await join(
      discord,
      { guildId: '1'.repeat(18) },
      { prepare: () => answering({ title: 'here' }) },
    );
    expect(log).toMatchObject([{ level: 'error', message: 'the Discord commands could not be registered' }]);
    expect((await discord.user('ana').mention('are you there').answer()).text).toBe('## here');
  });
});

it('acknowledges what is asked while it still starts', async () => {
  const discord = await server();
  await (await join(discord)).bot.stop();
  const since = discord.journal.all.length;
  const identified = discord.journal.until(
    'the next start',
    (event) => (event.kind === 'identified' ? true : undefined),
    since,
  );
  const starting = join(discord, {}, { prepare: () => answering({ title: 'good morning' }) });
  await identified;
  const asked = discord.user('ana').slash('pool', { question: 'early' });
  expect(await asked.acknowledged()).toMatchObject({ kind: 'deferred' });
  expect((await asked.answer()).text).toBe('## good morning');
  await starting;
});

it('a stop takes no more questions and waits for those under way', async () => {
  const discord = await server();
  const slow = held({ title: 'done in time' });
  const { bot, asked } = await join(discord, {}, { prepare: () => slow.task });
  const ana = discord.user('ana');
  const first = ana.slash('pool', { question: 'first' });
  await first.acknowledged();
  const stopping = bot.stop();
  ana.mention('too late');
  slow.release();
  await stopping;
  expect((await first.answer()).text).toBe('## done in time');
  expect(asked).toHaveLength(1);
});

it('finishes what is under way before it logs out', async () => {
  const lifeguard = await startLifeguard();
  running.push({ stop: lifeguard.discord.stop });
  const asked = lifeguard.discord.user('ana').slash('pool', { question: 'last' });
  await asked.acknowledged();
  await lifeguard.bot.stop();
  expect((await asked.answer()).text).toContain('last');
});

/** A port that was free a moment ago and where nobody listens. */
async function closedPort(): Promise<number> {
  const listener = createServer().listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const address = listener.address();
  listener.close();
  await once(listener, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

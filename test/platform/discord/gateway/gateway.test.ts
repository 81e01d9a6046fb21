import { once } from 'node:events';
import { Client, Events, GatewayIntentBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bareClient, intents, login } from '../bare-client.ts';
import { type DiscordServer, startDiscordServer } from '../server.ts';

let discord: DiscordServer;
let client: Client<true>;

beforeEach(async () => {
  discord = await startDiscordServer();
  client = await login(bareClient(discord), discord);
});

afterEach(async () => {
  await client.destroy();
  await discord.stop();
});

describe('the gateway', () => {
  it('refuses a wrong token', async () => {
    await expect(bareClient(discord).login('wrong')).rejects.toThrow('An invalid token was provided.');
  });

  it('refuses a privileged intent that was not granted', async () => {
    const nosy = new Client({
      intents: [...intents, GatewayIntentBits.MessageContent],
      rest: { api: discord.apiUrl },
    });
    nosy.on(Events.ShardError, () => undefined);
    await expect(nosy.login(discord.token)).rejects.toThrow('Used disallowed intents');
  });

  it('blanks what a bot may not read and shows what mentions it', async () => {
    const heard: string[] = [];
    const second = new Promise<void>((resolve) => {
      client.on(Events.MessageCreate, ({ content }) => {
        if (heard.push(content) === 3) resolve();
      });
    });
    const ana = discord.user('ana');
    ana.say('not for bots');
    ana.mention('for the bot');
    ana.dm('between us');
    await second;
    expect(heard).toEqual(['', `<@${discord.bot.id}> for the bot`, 'between us']);
  });

  it('sends what was missed when the client resumes', async () => {
    const heard = new Promise<string>((resolve) => {
      client.on(Events.MessageCreate, ({ content }) => resolve(content));
    });
    discord.gateway.drop();
    discord.user('ana').dm('said while nobody listened');
    expect(await heard).toBe('said while nobody listened');
    expect(discord.journal.all.filter(({ kind }) => kind === 'resumed')).toHaveLength(1);
  });

  it('shows two shards each its own part', async () => {
    const home = discord.guild.state;
    const shardOf = Number((BigInt(home.id) >> 22n) % 2n);
    const shard = (index: number) =>
      login(new Client({ intents, shards: [index], shardCount: 2, rest: { api: discord.apiUrl } }), discord);
    const [first, second] = await Promise.all([shard(0), shard(1)]);
    const guilds = [first, second].map((each) => each.guilds.cache.has(home.id));
    expect(guilds).toEqual([shardOf === 0, shardOf === 1]);
    await Promise.all([first.destroy(), second.destroy()]);
  });

  it('shows an edit, a deletion, and members that are asked for', async () => {
    const ana = discord.user('ana');
    const said = ana.mention('first');
    const edited = once(client, Events.MessageUpdate);
    const deleted = once(client, Events.MessageDelete);
    ana.edit(said, `<@${discord.bot.id}> second`);
    expect((await edited)[1]).toMatchObject({ id: said.id, content: `<@${discord.bot.id}> second` });
    ana.remove(said);
    expect((await deleted)[0]).toMatchObject({ id: said.id });
    const members = await client.guilds.cache.first()?.members.fetch({ user: [ana.id] });
    expect(members?.map(({ user }) => user.username)).toEqual(['ana']);
  });
});

import { type Client, PermissionFlagsBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bareClient, login, refusal } from '../bare-client.ts';
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

const channel = async () => {
  const found = await client.channels.fetch(discord.guild.channel.id);
  if (found?.isSendable()) return found;
  throw new Error('no channel');
};

describe('messages', () => {
  it('serve what was attached, with its description', async () => {
    const sent = await (await channel()).send({
      files: [{ attachment: Buffer.from('1,2\n'), name: 'values.csv', description: 'two values' }],
    });
    const attached = sent.attachments.first();
    expect(attached).toMatchObject({ name: 'values.csv', description: 'two values', size: 4 });
    expect(Buffer.from(await discord.download(attached?.url ?? '')).toString()).toBe('1,2\n');
  });

  it('are refused where the bot sees or may do nothing, and above 10 MiB', async () => {
    const there = await channel();
    const big = { files: [{ attachment: Buffer.alloc(10 * 1024 * 1024 + 1), name: 'big.bin' }] };
    expect(await refusal(there.send(big))).toMatchObject({ code: 40005 });
    expect(await refusal(there.send({ content: '' }))).toMatchObject({ code: 50006 });
    discord.guild.channel.deny(PermissionFlagsBits.SendMessages);
    expect(await refusal(there.send('hello'))).toMatchObject({ code: 50013 });
    discord.guild.channel.deny(PermissionFlagsBits.ViewChannel);
    expect(await refusal(there.send('hello'))).toMatchObject({ code: 50001 });
    expect(await refusal(client.channels.fetch('1'.repeat(18)))).toMatchObject({ code: 10003 });
  });

  it('are reacted to, edited, deleted, threaded, and gone for good', async () => {
    const sent = await (await channel()).send('hello');
    await sent.react('👍');
    await sent.edit('hello again');
    const thread = await sent.startThread({ name: 'questions' });
    expect(thread.id).toBe(sent.id);
    await sent.delete();
    expect(await refusal(sent.fetch(true))).toMatchObject({ code: 10008 });
  });

  it('ping whom Discord would ping', async () => {
    const ana = discord.user('ana');
    const said = ana.mention('hello');
    const there = await channel();
    await there.send({ content: `@everyone <@${ana.id}>`, reply: { messageReference: said.id } });
    await there.send({ content: `@everyone <@${ana.id}>`, allowedMentions: { parse: [] } });
    expect((await said.next(0)).pings).toEqual([ana.id, 'everyone']);
    expect((await said.next(1)).pings).toEqual([]);
  });

  it('wait out a 429 and try again after a 500', async () => {
    const route = /^POST \/channels\/\d+\/messages$/;
    discord.faults.add({ route, times: 1, answer: { kind: 'limit', retryAfter: 0.05, global: false } });
    discord.faults.add({ route, times: 1, answer: { kind: 'status', status: 500 } });
    expect((await (await channel()).send('in the end')).content).toBe('in the end');
  });
});

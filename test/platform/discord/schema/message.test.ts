import { type Client, MessageFlags } from 'discord.js';
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

describe('limits of a message', () => {
  const text = (content: string) => ({ type: 10 as const, content });

  it.each([
    ['content of 2,000', { content: 'x'.repeat(2000) }, null],
    ['content of 2,001', { content: 'x'.repeat(2001) }, ['content']],
    ['embeds of 6,000 together', { embeds: twice(3000) }, null],
    ['embeds of 6,001 together', { embeds: [...twice(3000), { title: 'x' }] }, ['embeds']],
    ['components v2 with content', { ...v2([text('a')]), content: 'b' }, ['content']],
    ['40 components', v2(Array.from({ length: 40 }, () => text('a'))), null],
    ['41 components', v2(Array.from({ length: 41 }, () => text('a'))), ['components']],
    ['4,000 characters of components', v2([text('a'.repeat(3999)), text('a')]), null],
    ['4,001 characters of components', v2([text('a'.repeat(3999)), text('aa')]), ['components']],
    ['five rows', { components: rows(5, 5) }, null],
    ['six rows', { components: rows(6, 1) }, ['components']],
    ['six buttons in a row', { components: rows(1, 6) }, ['components', '0', 'components']],
    ['a custom id twice', { components: [row(['same']), row(['same'])] }, ['components']],
    [
      'a custom id of 101',
      { components: [row(['x'.repeat(101)])] },
      ['components', '0', 'components', '0', 'custom_id'],
    ],
    [
      'mentions parsed and listed',
      { content: 'a', allowed_mentions: { parse: ['users'], users: ['1'.repeat(18)] } },
      ['allowed_mentions'],
    ],
  ])('%s', async (_, body, path) => {
    const sent = client.rest.post(`/channels/${discord.guild.channel.id}/messages`, { body });
    if (path === null) return expect(await sent).toHaveProperty('id');
    const error = await refusal(sent);
    expect(error.code).toBe(50035);
    expect(error.rawError).toHaveProperty(['errors', ...path, '_errors', '0', 'code']);
  });
});

function twice(length: number) {
  return [{ description: 'x'.repeat(length) }, { description: 'x'.repeat(length) }];
}
function v2(components: readonly object[]) {
  return { flags: MessageFlags.IsComponentsV2, components };
}
function row(ids: readonly string[]) {
  return { type: 1, components: ids.map((custom_id) => ({ type: 2, style: 2, label: 'press', custom_id })) };
}
function rows(count: number, buttons: number) {
  return Array.from({ length: count }, (_, r) => row(Array.from({ length: buttons }, (_, b) => `${r}-${b}`)));
}

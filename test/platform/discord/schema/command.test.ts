import type { APIApplicationCommand, Client } from 'discord.js';
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

/** Registers one bare command, so that people can pick it. */
const register = (name: string) =>
  client.application.commands.set([{ name, description: 'a command of this test' }]);

describe('commands', () => {
  it.each([
    ['an upper-case name', { name: 'Pool', description: 'x' }],
    ['a description of 101', { name: 'pool', description: 'x'.repeat(101) }],
    ['26 options', { name: 'pool', description: 'x', options: numbered(26) }],
    [
      'a required option after an optional one',
      { name: 'pool', description: 'x', options: [...numbered(1), { ...numbered(2)[1], required: true }] },
    ],
    [
      'more than 8,000 characters',
      {
        name: 'pool',
        description: 'x',
        options: numbered(5).map((option) => ({
          ...option,
          choices: Array.from({ length: 25 }, (_, n) => ({
            name: `${n}`.padEnd(50, 'n'),
            value: `${n}`.padEnd(50, 'v'),
          })),
        })),
      },
    ],
  ])('are refused with %s', async (_, body) => {
    const route = `/applications/${discord.bot.id}/commands` as const;
    expect(await refusal(client.rest.put(route, { body: [body] }))).toMatchObject({ code: 50035 });
  });

  it('come back with ids and defaults', async () => {
    await register('pool');
    const [kept] = (await client.rest.get(
      `/applications/${discord.bot.id}/commands`,
    )) as APIApplicationCommand[];
    expect(kept).toMatchObject({ name: 'pool', type: 1, contexts: null, nsfw: false });
  });
});

function numbered(count: number) {
  return Array.from({ length: count }, (_, n) => ({ type: 3, name: `option${n}`, description: 'x' }));
}

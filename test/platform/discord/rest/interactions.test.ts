import { once } from 'node:events';
import {
  ApplicationCommandType,
  type ChatInputCommandInteraction,
  type Client,
  Events,
  Locale,
  MessageFlags,
} from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bareClient, login, refusal } from '../bare-client.ts';
import type { Asked } from '../driver/asked.ts';
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

/** Has ana call `/pool`, and gives what `act` makes of the interaction. */
async function pooled<T>(
  act: (interaction: ChatInputCommandInteraction) => Promise<T>,
): Promise<{ asked: Asked; result: T }> {
  await client.application.commands.set([{ name: 'pool', description: 'a command of this test' }]);
  const heard = new Promise<ChatInputCommandInteraction>((resolve) => {
    client.once(Events.InteractionCreate, (interaction) => {
      if (interaction.isChatInputCommand()) resolve(interaction);
    });
  });
  const asked = discord.user('ana').slash('pool');
  return { asked, result: await act(await heard) };
}

describe('interactions', () => {
  it('carry who, where and what', async () => {
    const { result } = await pooled(async ({ commandName, guildId, channelId, locale, user }) => ({
      commandName,
      guildId,
      channelId,
      locale,
      user: user.username,
    }));
    expect(result).toEqual({
      commandName: 'pool',
      guildId: discord.guild.id,
      channelId: discord.guild.channel.id,
      locale: Locale.EnglishUS,
      user: 'ana',
    });
  });

  it('are unknown after three seconds', async () => {
    const { result } = await pooled((interaction) => {
      discord.clock.advance(3_001);
      return refusal(interaction.deferReply());
    });
    expect(result).toMatchObject({ code: 10062, status: 404 });
  });

  it('are acknowledged once, and their token ends after fifteen minutes', async () => {
    const { result } = await pooled(async (interaction) => {
      const { id, token, applicationId } = interaction;
      await interaction.deferReply();
      const again = { body: { type: 5 }, auth: false };
      const twice = await refusal(client.rest.post(`/interactions/${id}/${token}/callback`, again));
      discord.clock.advance(15 * 60_000 + 1);
      const late = await refusal(interaction.editReply('late'));
      const elsewhere = { body: { content: 'x' }, auth: false };
      const unknown = await refusal(client.rest.post(`/webhooks/1${applicationId}/${token}`, elsewhere));
      return [twice.code, late.code, unknown.code];
    });
    expect(result).toEqual([40060, 50027, 10015]);
  });

  it('take the first follow-up of a deferred answer as that answer, as visible as it was deferred', async () => {
    const { asked } = await pooled(async (interaction) => {
      await interaction.deferReply();
      await interaction.followUp({ content: 'meant privately', flags: MessageFlags.Ephemeral });
      await interaction.followUp({ content: 'private', flags: MessageFlags.Ephemeral });
    });
    expect(await asked.answer()).toMatchObject({ text: 'meant privately', isPrivate: false });
    expect(await asked.followUp()).toMatchObject({ text: 'private', isPrivate: true });
  });

  it('of a message menu carry the message', async () => {
    await client.application.commands.set([{ name: 'Answer this', type: ApplicationCommandType.Message }]);
    const ana = discord.user('ana');
    const asked = discord.user('ben').messageMenu('Answer this', ana.say('what is GAP?'));
    const [interaction] = await once(client, Events.InteractionCreate);
    expect(interaction.isMessageContextMenuCommand()).toBe(true);
    expect(interaction.targetMessage).toMatchObject({ content: 'what is GAP?', author: { username: 'ana' } });
    await interaction.reply({ content: 'an answer', flags: MessageFlags.Ephemeral });
    expect(await asked.answer()).toMatchObject({ text: 'an answer', isPrivate: true });
  });

  it('outside a server that the bot is in follow up five times at most', async () => {
    await client.application.commands.set([{ name: 'pool', description: 'a command of this test' }]);
    const abroad = discord.createGuild({ hasBot: false });
    discord.user('ana').slash('pool', {}, { in: abroad.channel });
    const [interaction] = await once(client, Events.InteractionCreate);
    await interaction.reply('first');
    for (const n of [1, 2, 3, 4, 5]) await interaction.followUp(`${n}`);
    expect(await refusal(interaction.followUp('6'))).toMatchObject({ code: 40094 });
  });
});

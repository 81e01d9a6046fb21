import { ComponentType, type Message, type MessageContextMenuCommandInteraction } from 'discord.js';
import { invocationOf } from './asked.ts';
import { modal } from './form.ts';
import type { House } from './house.ts';
import { askedBy, fileAt } from './intake.ts';
import { menusOf } from './menus.ts';
import { nothingToRead, unknownButton } from './notes.ts';
import { questionBehind } from './question-behind.ts';
import { answerIn, reply, say } from './respond.ts';

/** An entry of a message's menu: its command runs on that message's text and files. */
export async function onMenu(interaction: MessageContextMenuCommandInteraction, house: House): Promise<void> {
  const menu = menusOf(house.commands).find(({ name }) => name === interaction.commandName);
  if (!menu) return await say(interaction, unknownButton, house);
  const { targetMessage } = interaction;
  const text = textIn(targetMessage);
  const files = [...targetMessage.attachments.values()].map(fileAt);
  if (text === '' && files.length === 0) return await say(interaction, nothingToRead, house);
  const asked = askedBy(interaction, {
    command: menu.command,
    values: { [menu.option]: text },
    files,
    way: 'menu',
    destination: { kind: 'menu', message: targetMessage.id },
  });
  const earlier = menu.isAnswer ? await questionBehind(targetMessage, house) : null;
  const task = house.dispatcher.prepare({ ...invocationOf(asked, house.origins), earlier });
  if (task.kind === 'form') return void (await interaction.showModal(modal(task.form)));
  const isPrivate = menu.isPrivate || task.visibility === 'private';
  await answerIn(interaction, task, isPrivate ? { ...asked, destination: reply('private') } : asked, house);
}

/** What a message says: as it was typed, or in the components that the bot itself answers with. */
function textIn({ content, components }: Message): string {
  const texts = components.flatMap((component) => {
    switch (component.type) {
      case ComponentType.TextDisplay:
        return [component.content];
      case ComponentType.Container:
        return component.components.flatMap((one) =>
          one.type === ComponentType.TextDisplay ? [one.content] : [],
        );
      default:
        return [];
    }
  });
  return [content, ...texts]
    .filter((part) => part !== '')
    .join('\n\n')
    .trim();
}

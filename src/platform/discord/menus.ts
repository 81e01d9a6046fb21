import { ApplicationCommandType, type RESTPostAPIContextMenuApplicationCommandsJSONBody } from 'discord.js';
import { type CommandDescription, type MessageMenu, messageMenus } from '../../command/index.ts';
import { offer, type Reach } from './commands.ts';

/** An entry of a message's menu on Discord, where one of two names says that only its caller sees the answer. */
export interface DiscordMenu extends Omit<MessageMenu, 'name'> {
  readonly name: string;
  readonly isPrivate: boolean;
  readonly staffOnly: boolean;
}

/** The entries whose commands there are; an answer can be had by everybody or by the caller alone. */
export function menusOf(commands: readonly CommandDescription[]): readonly DiscordMenu[] {
  return messageMenus.flatMap((menu) => {
    const [root, subcommand] = menu.command.split(' ');
    const found = commands.find(({ name }) => name === root);
    const command =
      subcommand === undefined ? found : found?.subcommands.find(({ name }) => name === subcommand);
    if (!command) return [];
    const { staffOnly } = command;
    const entry = { ...menu, isPrivate: false, staffOnly };
    if (menu.name !== 'Answer this') return [entry];
    return [entry, { ...entry, name: 'Answer this for me only', isPrivate: true }];
  });
}

/** An entry as Discord wants it registered. */
export function menuJson(
  { name, staffOnly }: DiscordMenu,
  reach: Reach,
): RESTPostAPIContextMenuApplicationCommandsJSONBody {
  return { type: ApplicationCommandType.Message, name, ...(reach === 'guild' ? {} : offer(staffOnly)) };
}

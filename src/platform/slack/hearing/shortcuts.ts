import { type CommandDescription, type MessageMenu, messageMenus } from '../../../command/index.ts';

/** An entry of a message's menu on Slack. */
export interface Shortcut {
  readonly name: string;
  readonly callback: string;
  readonly command: string;
  readonly option: string;
  readonly isAnswer: boolean;
  /** What it sets besides the message's text. */
  readonly values: Readonly<Record<string, string | boolean>>;
}

/**
 * The menus whose command there is. Slack's menus ask nothing, so that one whose answer may be private stands there
 * twice.
 */
export function shortcutsFor(commands: readonly CommandDescription[]): readonly Shortcut[] {
  return messageMenus.flatMap((menu) => {
    const command = find(menu, commands);
    if (!command) return [];
    const hasPrivate = command.options.some(({ name }) => name === 'private');
    const shortcut = (name: string, values: Shortcut['values']): Shortcut => ({
      name,
      callback: `menu:${name.toLowerCase().replaceAll(' ', '-')}`,
      command: menu.command,
      option: menu.option,
      isAnswer: menu.isAnswer,
      values,
    });
    const alone = menu.name === 'Answer this' && hasPrivate;
    return [
      shortcut(menu.name, {}),
      ...(alone ? [shortcut('Answer this privately', { private: true })] : []),
    ];
  });
}

function find({ command }: MessageMenu, commands: readonly CommandDescription[]): CommandDescription | null {
  const [name, subcommand] = command.split(' ');
  const found = commands.find((candidate) => candidate.name === name) ?? null;
  return subcommand === undefined
    ? found
    : (found?.subcommands.find((candidate) => candidate.name === subcommand) ?? null);
}

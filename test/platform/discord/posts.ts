import type { Page } from '../../../src/platform/discord/index.ts';
import { render } from '../../../src/platform/discord/index.ts';
import { discordLimits } from '../../../src/platform/limits.ts';
import type { Block, Message, Table } from '../../../src/reply/index.ts';
import { message } from './lifeguard.ts';
import { messageBody } from './schema/message.ts';
import type { DiscordServer } from './server.ts';

const drawing = { svg: '<svg/>', width: 1, height: 1 };
export const picture = (alt: string): Block => ({ kind: 'picture', alt, draw: () => drawing });
export const text = (content: string): Block => ({ kind: 'text', content });

let ids = 0;
/** The posts for a message whose pictures could all be drawn. */
export const rendered = (parts: Partial<Message>): readonly Page[] => {
  const pictures = (parts.blocks ?? []).filter(({ kind }) => kind === 'picture').map(() => new Uint8Array(8));
  return render(message(parts), { pictures, button: () => `id-${ids++}` });
};

/** What Discord would say of the posts; nothing when it takes them all. */
export const refusals = (pages: readonly Page[]) =>
  pages.flatMap(({ components, files }) => {
    const parsed = messageBody.safeParse({ flags: 1 << 15, components });
    const problems = parsed.success ? [] : parsed.error.issues.map(({ message }) => message);
    const bytes = components.map((each) => Buffer.byteLength('content' in each ? each.content : '') + 12);
    if (bytes.reduce((sum, size) => sum + size, 0) > discordLimits.componentBytes)
      problems.push('too many bytes');
    if (files.length > discordLimits.files) problems.push('too many files');
    return problems;
  });

/** All texts of the first post. */
export const texts = ([page]: readonly Page[]) =>
  page?.components.flatMap((each) => ('content' in each ? [each.content] : [])).join('\n');

export const table = (header: readonly string[], rows: readonly (readonly string[])[]): Table => ({
  header,
  rows,
  align: header.map(() => 'left'),
});

/** The ids of all messages of the bot that are there, in the server's first channel. */
export const byBot = ({ guild, bot }: DiscordServer): readonly string[] =>
  [...guild.channel.state.messages.values()].flatMap(({ id, author }) => (author.id === bot.id ? [id] : []));

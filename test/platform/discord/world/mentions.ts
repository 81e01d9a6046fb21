import { type APIMessage, type APIUser, PermissionFlagsBits } from 'discord.js';
import type { MessageBody } from '../schema/message.ts';
import { displayedText } from '../schema/message.ts';
import type { Channel, World } from './world.ts';

const userMention = /<@!?(\d{17,20})>/g;
const roleMention = /<@&(\d{17,20})>/g;

/** The people whom a text names, in order, each once; code blocks are not looked into, as Discord does not either. */
export function mentionedUsers(world: World, text: string): APIUser[] {
  const ids = new Set([...text.matchAll(userMention)].map((match) => match[1] ?? ''));
  return [...ids].flatMap((id) => {
    const user = id === world.bot.id ? world.bot : world.people.get(id)?.user;
    return user ? [user] : [];
  });
}

/**
 * Whom a post by the bot would notify: what its text names, as far as `allowed_mentions` lets it. Without
 * `allowed_mentions` everything is parsed and the author of the message replied to is pinged too. A role is pinged where
 * anybody may, or where the bot may mention everybody.
 */
export function pingsOf(
  world: World,
  { permissions }: Channel,
  body: MessageBody,
  repliedTo: APIMessage | null,
): string[] {
  const text = `${body.content ?? ''}\n${displayedText(body.components ?? [])}`;
  const allowed = body.allowed_mentions ?? { parse: ['users', 'roles', 'everyone'], replied_user: true };
  const parse = allowed.parse ?? [];
  const mayPingAll = (permissions & PermissionFlagsBits.MentionEveryone) !== 0n;
  const mayPing = (id: string) =>
    world.roles.some((role) => role.id === id && (role.mentionable || mayPingAll));
  const pings = new Set<string>();
  for (const { id } of mentionedUsers(world, text))
    if (parse.includes('users') || allowed.users?.includes(id)) pings.add(id);
  for (const [, id = ''] of text.matchAll(roleMention))
    if ((parse.includes('roles') || allowed.roles?.includes(id)) && mayPing(id)) pings.add(id);
  if (parse.includes('everyone') && /@(?:everyone|here)\b/.test(text)) pings.add('everyone');
  if (repliedTo && allowed.replied_user) pings.add(repliedTo.author.id);
  return [...pings];
}

import { type APIAttachment, type APIMessage, MessageType } from 'discord.js';
import { mentionedUsers } from '../world/mentions.ts';
import { blankMessage, keepUpload, post } from '../world/messages.ts';
import type { Channel, Person, World } from '../world/world.ts';
import { type Shown, show } from './shown.ts';

/** A message that a person posted. */
export interface Said {
  readonly id: string;
  readonly message: APIMessage;
  /** The bot's reply to it. */
  readonly answer: () => Promise<Shown>;
  /** The nth message by the bot in this channel after it, from 0, replying to it or not. */
  readonly next: (index?: number) => Promise<Shown>;
  readonly typing: () => Promise<void>;
}

/** A file as a person attaches it; `url` and `size` are what Discord would say of it, unless a test says otherwise. */
export interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly url?: string;
  readonly size?: number;
}

export function attach(world: World, channel: Channel, { name, bytes, ...said }: Upload): APIAttachment {
  const kept = keepUpload(world, channel, { name, contentType: 'application/octet-stream', bytes }, null);
  return { ...kept, ...said };
}

export interface Words {
  readonly text: string;
  readonly replyTo?: string;
  /** Whether the reply pings the author of the message replied to. */
  readonly pingReplied?: boolean;
  readonly mentionEveryone?: boolean;
  readonly mentionRoles?: readonly string[];
  readonly webhook?: boolean;
  readonly files?: readonly Upload[];
}

export function say(world: World, person: Person, channel: Channel, words: Words): Said {
  const since = world.journal.all.length;
  const mentions = mentionedUsers(world, words.text);
  const replied = words.replyTo === undefined ? undefined : channel.messages.get(words.replyTo);
  if (replied && words.pingReplied && !mentions.some(({ id }) => id === replied.author.id))
    mentions.push(replied.author);
  const message: APIMessage = {
    ...blankMessage(world, channel),
    author: person.user,
    content: words.text,
    attachments: (words.files ?? []).map((file) => attach(world, channel, file)),
    mentions,
    mention_everyone: words.mentionEveryone ?? false,
    mention_roles: [...(words.mentionRoles ?? [])],
    ...(words.webhook ? { webhook_id: world.id() } : {}),
    ...(replied
      ? {
          type: MessageType.Reply,
          message_reference: { message_id: replied.id, channel_id: channel.id },
          referenced_message: replied,
        }
      : {}),
  };
  post(world, channel, message, []);
  return {
    id: message.id,
    message,
    answer: () =>
      world.journal.until(
        `a reply to "${words.text.slice(0, 60)}"`,
        (happening) =>
          happening.kind === 'created' && happening.message.message_reference?.message_id === message.id
            ? show(happening.message, happening.pings)
            : undefined,
        since,
      ),
    next: (index = 0) => {
      let left = index;
      return world.journal.until(
        `message ${index} after "${words.text.slice(0, 60)}"`,
        (happening) => {
          if (happening.kind !== 'created' || happening.message.author.id !== world.bot.id) return undefined;
          if (happening.message.channel_id !== channel.id) return undefined;
          left -= 1;
          return left < 0 ? show(happening.message, happening.pings) : undefined;
        },
        since,
      );
    },
    typing: () =>
      world.journal
        .until(
          'typing',
          (happening) => (happening.kind === 'typing' && happening.channel === channel.id ? null : undefined),
          since,
        )
        .then(() => undefined),
  };
}

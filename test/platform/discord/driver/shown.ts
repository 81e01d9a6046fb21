import { type APIMessage, ButtonStyle, ComponentType } from 'discord.js';
import { flatten, type TopLevel } from '../schema/component.ts';
import { isEphemeral } from '../world/messages.ts';

export interface Button {
  readonly label: string;
  readonly customId: string;
  readonly message: APIMessage;
}

interface Picture {
  readonly url: string;
  readonly alt: string;
}

/** A message of the bot as a person sees it. */
export interface Shown {
  readonly id: string;
  readonly channel: string;
  /** Everything to read, from the top down (content, embeds, text components), in Discord's Markdown. */
  readonly markdown: string;
  /** The same without the backslashes that escape and the signs of no width. */
  readonly text: string;
  readonly buttons: readonly Button[];
  readonly button: (label: string) => Button;
  readonly pictures: readonly Picture[];
  readonly files: readonly { readonly name: string; readonly url: string }[];
  /** Whether only the person who asked sees it. */
  readonly isPrivate: boolean;
  readonly replyTo: string | null;
  readonly pings: readonly string[];
  readonly api: APIMessage;
}

export function show(message: APIMessage, pings: readonly string[]): Shown {
  const components = flatten((message.components ?? []) as TopLevel[]);
  const buttons = components.flatMap((component): Button[] =>
    component.type === ComponentType.Button && component.style !== ButtonStyle.Link
      ? [{ label: component.label ?? '', customId: component.custom_id ?? '', message }]
      : [],
  );
  const texts = components.flatMap((component) =>
    component.type === ComponentType.TextDisplay ? [component.content] : [],
  );
  const pictures = components.flatMap((component) =>
    component.type === ComponentType.MediaGallery
      ? component.items.map(({ media, description }) => ({ url: media.url, alt: description ?? '' }))
      : [],
  );
  const embeds = message.embeds.flatMap((embed) => [
    embed.title,
    embed.description,
    ...(embed.fields ?? []).flatMap(({ name, value }) => [name, value]),
    embed.footer?.text,
  ]);
  const markdown = [message.content, ...embeds, ...texts].filter((part) => part).join('\n');
  return {
    id: message.id,
    channel: message.channel_id,
    markdown,
    text: unescaped(markdown),
    buttons,
    button: (label) => {
      const found = buttons.find((each) => each.label === label);
      if (found) return found;
      throw new Error(`no button "${label}", only ${buttons.map((each) => each.label).join(', ') || 'none'}`);
    },
    pictures,
    files: message.attachments.map(({ filename, url }) => ({ name: filename, url })),
    isPrivate: isEphemeral(message),
    replyTo: message.message_reference?.message_id ?? null,
    pings,
    api: message,
  };
}

/** Code keeps its backslashes. */
const unescaped = (markdown: string): string =>
  markdown
    .replace(
      /(```[\s\S]*?```|``[\s\S]*?``|(?<!\\)`[^`]*`)|\\([^0-9A-Za-z\s])/g,
      (_, code, sign) => code ?? sign,
    )
    .replaceAll('\u200b', '');

import { MessageFlags } from 'discord.js';
import type { Page } from './components.ts';

/** A page as discord.js posts it: nobody is pinged, whatever the text says. */
export function posted({ components, files }: Page) {
  return {
    components,
    files: files.map(({ name, description, bytes }) => ({
      attachment: Buffer.from(bytes),
      name,
      ...(description === null ? {} : { description }),
    })),
    flags: MessageFlags.IsComponentsV2 as const,
    allowedMentions: { parse: [], repliedUser: false },
  };
}

/** The same, seen by one person alone; only an interaction can be answered so. */
export const whispered = (page: Page) => ({
  ...posted(page),
  flags: [MessageFlags.IsComponentsV2, MessageFlags.Ephemeral] as const,
});

/** The same, in place of what a message showed, its files included. */
export const edited = (page: Page) => ({ ...posted(page), attachments: [] });

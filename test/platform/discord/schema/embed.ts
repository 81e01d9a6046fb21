import { z } from 'zod';

export const embed = z.object({
  title: z.string().max(256).exactOptional(),
  description: z.string().max(4096).exactOptional(),
  url: z.string().exactOptional(),
  color: z.int().min(0).max(0xffffff).exactOptional(),
  timestamp: z.string().exactOptional(),
  footer: z.object({ text: z.string().max(2048) }).exactOptional(),
  author: z.object({ name: z.string().max(256), url: z.string().exactOptional() }).exactOptional(),
  image: z.object({ url: z.string() }).exactOptional(),
  thumbnail: z.object({ url: z.string() }).exactOptional(),
  fields: z
    .array(
      z.object({
        name: z.string().min(1).max(256),
        value: z.string().min(1).max(1024),
        inline: z.boolean().exactOptional(),
      }),
    )
    .max(25)
    .exactOptional(),
});

/** What counts towards the 6,000 characters that all embeds of a message share. */
export function embedSize(value: z.output<typeof embed>): number {
  const fields = value.fields?.map(({ name, value: text }) => name + text) ?? [];
  return [value.title, value.description, value.footer?.text, value.author?.name, ...fields].join('').length;
}

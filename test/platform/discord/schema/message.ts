import { ComponentType, MessageFlags } from 'discord.js';
import { z } from 'zod';
import { broken } from '../rest/form-error.ts';
import { flatten, type TopLevel, topLevel } from './component.ts';
import { embed, embedSize } from './embed.ts';

const snowflake = z.string().regex(/^\d{17,20}$/);

const allowedMentions = z
  .object({
    parse: z.array(z.enum(['users', 'roles', 'everyone'])).exactOptional(),
    users: z.array(snowflake).max(100).exactOptional(),
    roles: z.array(snowflake).max(100).exactOptional(),
    replied_user: z.boolean().exactOptional(),
  })
  .superRefine((value, context) => {
    for (const kind of ['users', 'roles'] as const)
      if (value.parse?.includes(kind) && value[kind]?.length)
        context.addIssue(
          broken(
            'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
            `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
          ),
        );
  });

const attachment = z.object({
  id: z.union([z.string(), z.int()]).transform(String),
  filename: z.string().max(1024).exactOptional(),
  description: z.string().max(1024).nullable().exactOptional(),
});

/** The body of a message as bots post and edit it, with every limit that Discord refuses. */
export const messageBody = z
  .object({
    content: z.string().max(2000).nullable().exactOptional(),
    tts: z.boolean().exactOptional(),
    nonce: z
      .union([z.string().max(25), z.int()])
      .transform(String)
      .exactOptional(),
    enforce_nonce: z.boolean().exactOptional(),
    embeds: z.array(embed).max(10).nullable().exactOptional(),
    flags: z.int().exactOptional(),
    components: z.array(topLevel).nullable().exactOptional(),
    allowed_mentions: allowedMentions.nullable().exactOptional(),
    attachments: z.array(attachment).max(10).nullable().exactOptional(),
    sticker_ids: z.array(snowflake).max(3).exactOptional(),
    poll: z.object({}).exactOptional(),
    message_reference: z
      .object({
        message_id: snowflake,
        channel_id: snowflake.exactOptional(),
        fail_if_not_exists: z.boolean().exactOptional(),
      })
      .exactOptional(),
  })
  .superRefine((body, context) => {
    if ((body.embeds ?? []).reduce((sum, each) => sum + embedSize(each), 0) > 6000)
      context.addIssue(
        broken('MAX_EMBED_SIZE_EXCEEDED', 'Embed size exceeds maximum size of 6000', ['embeds']),
      );
    if (isV2(body.flags)) checkV2(body, context);
    else checkClassic(body.components ?? [], context);
    checkCustomIds(body.components ?? [], context);
  });

export type MessageBody = z.output<typeof messageBody>;
type Context = Parameters<Parameters<typeof messageBody.superRefine>[0]>[1];

export const isV2 = (flags: number | undefined): boolean =>
  ((flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;

function checkV2(
  body: { content?: string | null; embeds?: unknown[] | null; poll?: object; components?: TopLevel[] | null },
  context: Context,
): void {
  for (const field of ['content', 'embeds', 'poll'] as const)
    if (body[field] && (!Array.isArray(body[field]) || body[field].length > 0))
      context.addIssue(
        broken(
          'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
          `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
          [field],
        ),
      );
  const all = flatten(body.components ?? []);
  if (all.length > 40)
    context.addIssue(
      broken('COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED', 'Must be 40 or fewer components.', ['components']),
    );
  if (displayedText(body.components ?? []).length > 4000)
    context.addIssue(
      broken(
        'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
        'Components displayable text size exceeds maximum size of 4000',
        ['components'],
      ),
    );
}

function checkClassic(components: readonly TopLevel[], context: Context): void {
  if (components.length > 5)
    context.addIssue(broken('BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 5 in length.', ['components']));
  components.forEach(({ type }, index) => {
    if (type !== ComponentType.ActionRow)
      context.addIssue(
        broken('UNION_TYPE_CHOICES', 'Value of field "type" must be one of (1,).', [
          'components',
          index,
          'type',
        ]),
      );
  });
}

function checkCustomIds(components: readonly TopLevel[], context: Context): void {
  const seen = new Set<string>();
  for (const component of flatten(components)) {
    const id = 'custom_id' in component ? component.custom_id : undefined;
    if (id === undefined) continue;
    if (seen.has(id))
      context.addIssue(
        broken('COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated', ['components']),
      );
    seen.add(id);
  }
}

/** What a reader sees of the components as words; the strict reading counts the labels of buttons too. */
export function displayedText(components: readonly TopLevel[]): string {
  return flatten(components)
    .map((component) => {
      if (component.type === ComponentType.TextDisplay) return component.content;
      return component.type === ComponentType.Button ? (component.label ?? '') : '';
    })
    .join('');
}

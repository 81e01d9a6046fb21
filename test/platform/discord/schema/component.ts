import { ButtonStyle, ComponentType } from 'discord.js';
import { z } from 'zod';
import { broken } from '../rest/form-error.ts';

const customId = z.string().min(1).max(100);
const media = z.object({ url: z.string().max(2048) });
const emoji = z.object({ id: z.string().nullable().exactOptional(), name: z.string().exactOptional() });

const button = z
  .object({
    type: z.literal(ComponentType.Button),
    style: z.enum(ButtonStyle),
    label: z.string().max(80).exactOptional(),
    emoji: emoji.exactOptional(),
    custom_id: customId.exactOptional(),
    url: z.string().max(512).exactOptional(),
    sku_id: z.string().exactOptional(),
    disabled: z.boolean().exactOptional(),
  })
  .superRefine((value, context) => {
    const link = value.style === ButtonStyle.Link;
    const premium = value.style === ButtonStyle.Premium;
    if (link && value.url === undefined)
      context.addIssue(broken('BUTTON_COMPONENT_URL_REQUIRED', 'A url is required', ['url']));
    if (!link && value.url !== undefined)
      context.addIssue(
        broken(
          'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
          'A custom id and url cannot both be specified',
        ),
      );
    if (!link && !premium && value.custom_id === undefined)
      context.addIssue(
        broken('BUTTON_COMPONENT_CUSTOM_ID_REQUIRED', 'A custom id is required', ['custom_id']),
      );
    if (!premium && !value.label && !value.emoji)
      context.addIssue(
        broken('BUTTON_COMPONENT_INVALID_LABEL', 'A label or an emoji is required', ['label']),
      );
  });

const option = z.object({
  label: z.string().min(1).max(100),
  value: z.string().min(1).max(100),
  description: z.string().max(100).exactOptional(),
  default: z.boolean().exactOptional(),
});

const select = z.object({
  type: z.literal(ComponentType.StringSelect),
  custom_id: customId,
  options: z.array(option).min(1).max(25),
  placeholder: z.string().max(150).exactOptional(),
  min_values: z.int().min(0).max(25).exactOptional(),
  max_values: z.int().min(1).max(25).exactOptional(),
  disabled: z.boolean().exactOptional(),
});

const actionRow = z
  .object({
    type: z.literal(ComponentType.ActionRow),
    components: z
      .array(z.discriminatedUnion('type', [button, select]))
      .min(1)
      .max(5),
  })
  .superRefine(({ components }, context) => {
    if (components.length > 1 && components.some(({ type }) => type === ComponentType.StringSelect))
      context.addIssue(broken('COMPONENT_LAYOUT_WIDTH_EXCEEDED', 'The row is too wide', ['components']));
  });

const textDisplay = z.object({
  type: z.literal(ComponentType.TextDisplay),
  content: z.string().min(1).max(4000),
});

const thumbnail = z.object({
  type: z.literal(ComponentType.Thumbnail),
  media,
  description: z.string().max(1024).nullable().exactOptional(),
  spoiler: z.boolean().exactOptional(),
});

const section = z.object({
  type: z.literal(ComponentType.Section),
  components: z.array(textDisplay).min(1).max(3),
  accessory: z.discriminatedUnion('type', [button, thumbnail]),
});

const gallery = z.object({
  type: z.literal(ComponentType.MediaGallery),
  items: z
    .array(
      z.object({
        media,
        description: z.string().max(1024).nullable().exactOptional(),
        spoiler: z.boolean().exactOptional(),
      }),
    )
    .min(1)
    .max(10),
});

const file = z.object({
  type: z.literal(ComponentType.File),
  file: media,
  spoiler: z.boolean().exactOptional(),
});

const separator = z.object({
  type: z.literal(ComponentType.Separator),
  divider: z.boolean().exactOptional(),
  spacing: z.union([z.literal(1), z.literal(2)]).exactOptional(),
});

const container = z.object({
  type: z.literal(ComponentType.Container),
  accent_color: z.int().min(0).max(0xffffff).nullable().exactOptional(),
  spoiler: z.boolean().exactOptional(),
  components: z
    .array(z.discriminatedUnion('type', [actionRow, textDisplay, section, gallery, file, separator]))
    .min(1),
});

/** One component at the top of a message; which of them a message may hold depends on its flags. */
export const topLevel = z.discriminatedUnion('type', [
  actionRow,
  textDisplay,
  section,
  gallery,
  file,
  separator,
  container,
]);

export type TopLevel = z.output<typeof topLevel>;
export type Nested =
  | TopLevel
  | z.output<typeof button>
  | z.output<typeof select>
  | z.output<typeof thumbnail>;

/** All components, those inside others included, each after what holds it. */
export function flatten(components: readonly Nested[]): Nested[] {
  return components.flatMap((component): Nested[] => {
    switch (component.type) {
      case ComponentType.ActionRow:
      case ComponentType.Container:
        return [component, ...flatten(component.components)];
      case ComponentType.Section:
        return [component, ...flatten(component.components), component.accessory];
      default:
        return [component];
    }
  });
}

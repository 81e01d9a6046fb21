import {
  type APIAttachment,
  type APIMessage,
  type APIMessageTopLevelComponent,
  ComponentType,
  MessageFlags,
} from 'discord.js';
import { refuse } from '../rest/api-error.ts';
import type { FormFile } from '../rest/body.ts';
import { formError } from '../rest/form-error.ts';
import { flatten, type TopLevel } from '../schema/component.ts';
import { isV2, type MessageBody } from '../schema/message.ts';
import { keepUpload } from './messages.ts';
import type { Channel, World } from './world.ts';

const perFile = 10 * 1024 * 1024;
const perRequest = 25 * 1024 * 1024;

/** What a body may set; whether a message is ephemeral is settled before it is filled. */
const settable =
  MessageFlags.IsComponentsV2 | MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications;

/** Fills a message from a posted body: text, embeds, components and files; an edit keeps what it leaves out. */
export function compose(
  world: World,
  channel: Channel,
  message: APIMessage,
  body: MessageBody,
  files: ReadonlyMap<string, FormFile>,
): APIMessage {
  checkSizes(files);
  checkProcessedSize(body.components ?? []);
  const wasV2 = isV2(message.flags);
  const flags = (message.flags ?? 0) | ((body.flags ?? 0) & settable);
  if (wasV2 && (body.content || body.embeds?.length))
    throw formError([
      {
        path: ['content'],
        leaf: {
          code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
          message: 'The flag IS_COMPONENTS_V2 cannot be removed',
        },
      },
    ]);
  const attachments = attach(world, channel, message, body, files);
  const components =
    body.components === undefined ? message.components : withIds(body.components ?? [], attachments);
  const filled: APIMessage = {
    ...message,
    flags: flags & ~MessageFlags.Loading,
    content: body.content === undefined ? message.content : (body.content ?? ''),
    embeds: body.embeds === undefined ? message.embeds : (body.embeds ?? []),
    attachments,
    ...(components ? { components } : {}),
  };
  if (isEmpty(filled)) refuse('emptyMessage');
  return filled;
}

const isEmpty = (message: APIMessage): boolean =>
  message.content === '' &&
  message.embeds.length === 0 &&
  message.attachments.length === 0 &&
  (message.components ?? []).length === 0;

function checkSizes(files: ReadonlyMap<string, FormFile>): void {
  const sizes = [...files.values()].map(({ bytes }) => bytes.length);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (sizes.some((size) => size > perFile) || total > perRequest) refuse('tooLarge');
}

/** Discord fails above this size, counted in UTF-8 (discord/discord-api-docs issue 8554). */
function checkProcessedSize(components: readonly TopLevel[]): void {
  const sizes = flatten(components).map((component) =>
    component.type === ComponentType.TextDisplay ? Buffer.byteLength(component.content) + 12 : 0,
  );
  if (sizes.reduce((sum, size) => sum + size, 0) > 10_170) refuse('serverError');
}

/** `attachments` names what stays (by id) and describes what comes (by the n of `files[n]`); left out, all stays. */
function attach(
  world: World,
  channel: Channel,
  message: APIMessage,
  body: MessageBody,
  files: ReadonlyMap<string, FormFile>,
): APIAttachment[] {
  const listed = body.attachments ?? null;
  const kept = listed
    ? message.attachments.filter(({ id }) => listed.some((each) => each.id === id))
    : message.attachments;
  const added = [...files].map(([index, file]) =>
    keepUpload(world, channel, file, listed?.find(({ id }) => id === index)?.description ?? null),
  );
  return [...kept, ...added];
}

/** Numbers the components as Discord does and puts the served address where `attachment://name` stood. */
function withIds(
  components: readonly TopLevel[],
  attachments: readonly APIAttachment[],
): APIMessageTopLevelComponent[] {
  const media = (url: string) => {
    if (!url.startsWith('attachment://')) return { url };
    const found = attachments.find(({ filename }) => filename === url.slice('attachment://'.length));
    if (found) return { url: found.url, proxy_url: found.url, attachment_id: found.id };
    throw formError([
      {
        path: ['components'],
        leaf: {
          code: 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
          message: `The referenced attachment ${url} was not found`,
        },
      },
    ]);
  };
  const made = structuredClone([...components]);
  flatten(made).forEach((component, index) => {
    Object.assign(component, { id: index + 1 });
    if (component.type === ComponentType.File) component.file = media(component.file.url);
    if (component.type === ComponentType.MediaGallery)
      for (const item of component.items) item.media = media(item.media.url);
  });
  // The schema has checked the shape; only its type of a button is coarser than the API's.
  return made as APIMessageTopLevelComponent[];
}

import {
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIMessageTopLevelComponent,
  ComponentType,
} from 'discord.js';
import type { Message } from '../../../reply/index.ts';
import { type Page, render } from '../../discord/index.ts';
import { discordLimits } from '../../limits.ts';
import type { Face, FaceMessage, Part, Size } from './face.ts';
import { readMarkdown } from './markdown.ts';

/** Where the page finds the picture with this number, as Discord counts the files of a message. */
type PictureAddress = (index: number) => string;

/** A reply as Discord shows it. `pictures`: drawn as PNG, in their order; null where one could not be. */
export function discordFace(
  message: Message,
  pictures: readonly (Uint8Array | null)[],
  address: PictureAddress,
): Face {
  let id = 0;
  const pages = render(message, { pictures, button: () => `button-${++id}` });
  const shown = pictures.flatMap((bytes, index) => (bytes ? [{ bytes, href: address(index) }] : []));
  const hrefOf = (bytes: Uint8Array) => shown.find((picture) => picture.bytes === bytes)?.href ?? null;
  return { platform: 'Discord', messages: pages.map((page) => faceMessage(page, hrefOf)) };
}

function faceMessage(page: Page, hrefOf: (bytes: Uint8Array) => string | null): FaceMessage {
  const { components, files } = page;
  const named = new Map(files.map((file) => [`attachment://${file.name}`, file]));
  const part = (component: APIMessageTopLevelComponent | APIComponentInContainer): readonly Part[] => {
    switch (component.type) {
      case ComponentType.TextDisplay:
        return readMarkdown(component.content);
      case ComponentType.Container: {
        const colour = `#${(component.accent_color ?? 0).toString(16).padStart(6, '0')}`;
        return [{ kind: 'box', colour, parts: component.components.flatMap(part) }];
      }
      case ComponentType.MediaGallery:
        return component.items.map(({ media, description }) => {
          const file = named.get(media.url);
          return { kind: 'picture', href: (file && hrefOf(file.bytes)) ?? '', alt: description ?? '' };
        });
      case ComponentType.File: {
        const file = named.get(component.file.url);
        return file ? [{ kind: 'file', name: file.name, bytes: file.bytes.length }] : [];
      }
      case ComponentType.ActionRow:
        return [{ kind: 'buttons', labels: component.components.flatMap(labelOf) }];
      default:
        return [{ kind: 'code', text: JSON.stringify(component, null, 2) }];
    }
  };
  const attachments = files.map(({ name, description, bytes }) => ({
    name,
    description,
    size: bytes.length,
  }));
  return {
    parts: components.flatMap(part),
    sizes: sizesOf(page),
    payload: JSON.stringify({ components, files: attachments }, null, 2),
  };
}

const labelOf = (component: APIComponentInMessageActionRow): readonly string[] =>
  'label' in component && component.label !== undefined ? [component.label] : [];

function sizesOf({ components, files }: Page): readonly Size[] {
  const nested = (component: APIMessageTopLevelComponent | APIComponentInContainer): number =>
    1 + ('components' in component ? component.components.length : 0);
  const texts = components.flatMap((component): string[] => textsOf(component));
  const { componentText, componentBytes, componentOverhead, requestBytes } = discordLimits;
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  const bytes = texts.map((text) => Buffer.byteLength(text) + componentOverhead);
  return [
    { of: 'components', used: sum(components.map(nested)), most: discordLimits.components },
    { of: 'characters of text', used: sum(texts.map(({ length }) => length)), most: componentText },
    { of: 'bytes of text', used: sum(bytes), most: componentBytes },
    { of: 'files', used: files.length, most: discordLimits.files },
    { of: 'bytes of files', used: sum(files.map((file) => file.bytes.length)), most: requestBytes },
  ];
}

function textsOf(component: APIMessageTopLevelComponent | APIComponentInContainer): string[] {
  if ('content' in component) return [component.content];
  if (!('components' in component)) return [];
  return component.components.flatMap((inner): string[] => {
    if ('content' in inner) return [inner.content];
    return 'label' in inner && inner.label !== undefined ? [inner.label] : [];
  });
}

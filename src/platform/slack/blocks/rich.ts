import type { types } from '@slack/bolt';
import { type Inline, plain } from '../../../reply/index.ts';
import { cutText, gather } from './cut.ts';
import { safeLink } from './mrkdwn.ts';
import { weight } from './weight.ts';

export type RichElement = types.RichTextText | types.RichTextLink;
type Style = NonNullable<types.RichTextText['style']>;

/**
 * Inline text as rich text elements. They hold plain strings that Slack never parses, so what people wrote can
 * neither ping nor format.
 */
export function richElements(inline: Inline, style: Style = {}): readonly RichElement[] {
  if (typeof inline === 'string') return textElements(inline, style);
  if (!('mark' in inline)) return inline.flatMap((part) => richElements(part, style));
  switch (inline.mark) {
    case 'code':
      return textElements(inline.text, { ...style, code: true });
    case 'strong':
      return richElements(inline.content, { ...style, bold: true });
    case 'emphasis':
      return richElements(inline.content, { ...style, italic: true });
    case 'link': {
      const text = plain(inline.content);
      return safeLink(inline.href) && text !== ''
        ? [{ type: 'link', url: inline.href, text, ...styled(style) }]
        : richElements(inline.content, style);
    }
  }
}

/** Elements in runs that each fit one block. */
export function richRuns(inline: Inline): readonly RichElement[][] {
  return gather(richElements(inline).flatMap(cutElement), elementSize);
}

export function elementSize(element: RichElement): number {
  return Math.max(element.text?.length ?? 0, weight(element) / 2);
}

function cutElement(element: RichElement): readonly RichElement[] {
  return element.type === 'link' ? [element] : cutText(element.text).map((text) => ({ ...element, text }));
}

function textElements(text: string, style: Style): readonly RichElement[] {
  return text === '' ? [] : [{ type: 'text', text, ...styled(style) }];
}

const styled = (style: Style): { style?: Style } => (Object.keys(style).length === 0 ? {} : { style });

/** Text with light marks. The strings are plain: a renderer escapes them for its platform. */
export type Inline = string | Marked | readonly Inline[];

export type Marked =
  | { readonly mark: 'code'; readonly text: string }
  | { readonly mark: 'strong' | 'emphasis'; readonly content: Inline }
  | { readonly mark: 'link'; readonly content: Inline; readonly href: string };

export const code = (text: string): Marked => ({ mark: 'code', text });
export const strong = (content: Inline): Marked => ({ mark: 'strong', content });
export const emphasis = (content: Inline): Marked => ({ mark: 'emphasis', content });
export const link = (content: Inline, href: string): Marked => ({ mark: 'link', content, href });

/** The words alone, as a screen reader or a plain-text fallback has them. */
export function plain(inline: Inline): string {
  if (typeof inline === 'string') return inline;
  if (!('mark' in inline)) return inline.map(plain).join('');
  return inline.mark === 'code' ? inline.text : plain(inline.content);
}

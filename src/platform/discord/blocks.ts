import type { Block, Inline } from '../../reply/index.ts';
import { discordLimits } from '../limits.ts';
import { codeBlock } from './escape.ts';
import { cutMarkdown, markdown } from './markdown.ts';
import type { Attached, Piece } from './piece.ts';
import { tablePieces } from './table.ts';

/** Bytes of one piece of text, two of which fit a message: what is longer is cut between words. */
export const longestText = 1_800;

/** Bytes of code that is shown; what is longer is attached. */
const longestCode = 3_600;

/** The pictures of a message in their order, drawn; null where one could not be. */
export type Pictures = readonly (Uint8Array | null)[];

export function blockPieces(blocks: readonly Block[], pictures: Pictures): readonly Piece[] {
  const left = [...pictures];
  return blocks.flatMap((block, at) =>
    block.kind === 'picture' ? picture(block.alt, left.shift() ?? null, at + 1) : pieces(block, at + 1),
  );
}

function pieces(block: Exclude<Block, { kind: 'picture' }>, number: number): readonly Piece[] {
  switch (block.kind) {
    case 'text':
      return textPieces(block.content);
    case 'heading':
      return [{ kind: 'text', text: `### ${markdown(oneLine(block.text))}`, tight: true }];
    case 'steps':
      return steps(block.items, block.ordered);
    case 'table':
      return tablePieces(block.table, block.caption, number);
    case 'code':
      return code(block, number);
    case 'notice':
      return cutMarkdown(block.content, longestText).map((text) => ({
        kind: 'notice',
        text,
        tone: block.tone,
      }));
  }
}

/** A paragraph, or several where it is too long for one piece. */
export function textPieces(content: Inline, prefix = ''): readonly Piece[] {
  return cutMarkdown(content, longestText).map((text) => ({
    kind: 'text',
    text: text.replace(/^/gm, prefix),
    tight: prefix !== '',
  }));
}

export const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ');

/** A list; lines of an item after its first stand under the first one's text. */
function steps(items: readonly Inline[], ordered: boolean): readonly Piece[] {
  return items.flatMap((item, at) => {
    const mark = ordered ? `${at + 1}. ` : '- ';
    const indent = ' '.repeat(mark.length);
    return cutMarkdown(item, longestText).map((text, part) => ({
      kind: 'text' as const,
      text: (part === 0 ? mark : indent) + text.replace(/\n+/g, `\n${indent}`),
      tight: at < items.length - 1,
    }));
  });
}

function code(
  { code: content, language, file: called }: Extract<Block, { kind: 'code' }>,
  number: number,
): readonly Piece[] {
  const block = codeBlock(content, language);
  if (Buffer.byteLength(block) <= longestCode) return [{ kind: 'text', text: block, tight: true }];
  const name = called ?? `code-${number}.${language === 'python' ? 'py' : 'txt'}`;
  const file = { name, description: null, bytes: Buffer.from(content) };
  const lines = content.split('\n').length;
  const note = called ? `${lines} lines, in ${name}.` : `The code has ${lines} lines; it is in ${name}.`;
  return [
    { kind: 'text', text: markdown(note), tight: true },
    { kind: 'file', file },
  ];
}

/** The picture with its words for those who do not see it; the words alone where there is no picture. */
function picture(alt: string, bytes: Uint8Array | null, number: number): readonly Piece[] {
  if (bytes === null) return textPieces(`Picture (it could not be shown): ${alt}`, '-# ');
  const limit = discordLimits.fileDescription;
  const file: Attached = { name: `picture-${number}.png`, description: shortened(alt, limit), bytes };
  const rest = alt.length > limit ? textPieces(`Picture: ${alt}`, '-# ') : [];
  return [{ kind: 'picture', file }, ...rest];
}

/** At most `limit` characters, with a sign where something is left out. */
export function shortened(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1).trimEnd()}…`;
}

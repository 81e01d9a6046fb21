import {
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { Attached, Piece, Tone } from './piece.ts';

const accents: Record<Tone, number> = { info: 0x5865f2, warning: 0xe0a82e, error: 0xd83c3e };

/** One message in Discord's components (v2), with the files that they show. */
export interface Page {
  readonly components: readonly APIMessageTopLevelComponent[];
  readonly files: readonly Attached[];
}

export function page(pieces: readonly Piece[]): Page {
  return {
    components: joinTexts(pieces).map(component),
    files: pieces.flatMap((piece) => ('file' in piece ? [piece.file] : [])),
  };
}

/** Neighbouring texts share a component, as paragraphs of one text. */
function joinTexts(pieces: readonly Piece[]): readonly Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last?.kind === 'text' && piece.kind === 'text') {
      const text = `${last.text}${last.tight || piece.tight ? '\n' : '\n\n'}${piece.text}`;
      joined[joined.length - 1] = { kind: 'text', text, tight: piece.tight };
    } else joined.push(piece);
  }
  return joined;
}

function component(piece: Piece): APIMessageTopLevelComponent {
  switch (piece.kind) {
    case 'text':
      return text(piece.text);
    case 'notice':
      return {
        type: ComponentType.Container,
        accent_color: accents[piece.tone],
        components: [text(piece.text)],
      };
    case 'picture': {
      const { name, description } = piece.file;
      return {
        type: ComponentType.MediaGallery,
        items: [{ media: { url: `attachment://${name}` }, description }],
      };
    }
    case 'file':
      return { type: ComponentType.File, file: { url: `attachment://${piece.file.name}` } };
    case 'buttons':
      return {
        type: ComponentType.ActionRow,
        components: piece.buttons.map(({ id, label }) => ({
          type: ComponentType.Button,
          style: ButtonStyle.Secondary,
          custom_id: id,
          label,
        })),
      };
  }
}

const text = (content: string) =>
  ({ type: ComponentType.TextDisplay, content }) as const satisfies APIComponentInContainer;

import { discordLimits } from '../limits.ts';

/** A file to send along. */
export interface Attached {
  readonly name: string;
  readonly description: string | null;
  readonly bytes: Uint8Array;
}

interface Button {
  readonly id: string;
  readonly label: string;
}

export type Tone = 'info' | 'warning' | 'error';

/** A part of an answer that stays in one message. */
export type Piece =
  /** `tight`: a line end parts it from its neighbours instead of an empty line. */
  | { readonly kind: 'text'; readonly text: string; readonly tight: boolean }
  | { readonly kind: 'notice'; readonly text: string; readonly tone: Tone }
  | { readonly kind: 'picture'; readonly file: Attached }
  | { readonly kind: 'file'; readonly file: Attached }
  | { readonly kind: 'buttons'; readonly buttons: readonly Button[] };

/** What a piece takes up of each thing that Discord limits in a message. */
export interface Weight {
  readonly components: number;
  readonly characters: number;
  readonly bytes: number;
  readonly files: number;
  readonly fileBytes: number;
}

const nothing: Weight = { components: 0, characters: 0, bytes: 0, files: 0, fileBytes: 0 };

/** The room in one message. */
export const messageRoom: Weight = {
  components: discordLimits.components,
  characters: discordLimits.componentText,
  bytes: discordLimits.componentBytes,
  files: discordLimits.files,
  fileBytes: discordLimits.requestBytes,
};

export function weigh(piece: Piece): Weight {
  switch (piece.kind) {
    case 'text':
      return { ...textWeight(`\n\n${piece.text}`), components: 1 };
    case 'notice':
      return { ...textWeight(piece.text), components: 2 };
    case 'picture':
    case 'file':
      return { ...nothing, components: 1, files: 1, fileBytes: piece.file.bytes.length };
    case 'buttons': {
      const labels = piece.buttons.map(({ label }) => label).join('');
      return { ...textWeight(labels), components: 1 + piece.buttons.length };
    }
  }
}

export function add(one: Weight, other: Weight): Weight {
  return {
    components: one.components + other.components,
    characters: one.characters + other.characters,
    bytes: one.bytes + other.bytes,
    files: one.files + other.files,
    fileBytes: one.fileBytes + other.fileBytes,
  };
}

export const together = (pieces: readonly Piece[]): Weight => pieces.map(weigh).reduce(add, nothing);

export const fits = (weight: Weight, room: Weight): boolean =>
  weight.components <= room.components &&
  weight.characters <= room.characters &&
  weight.bytes <= room.bytes &&
  weight.files <= room.files &&
  weight.fileBytes <= room.fileBytes;

const textWeight = (text: string): Weight => ({
  ...nothing,
  characters: text.length,
  bytes: Buffer.byteLength(text) + discordLimits.componentOverhead,
});

import type { Block, Form, Inline, Source } from '../../reply/index.ts';

/** What the page and the server tell each other, as JSON. The page's modules check themselves against these types. */

export interface ShownPicture {
  readonly kind: 'picture';
  readonly alt: string;
  /** Null where the picture could not be drawn: then its words stand alone. */
  readonly drawn: { readonly href: string; readonly width: number; readonly height: number } | null;
}

export type ShownBlock = Exclude<Block, { kind: 'picture' }> | ShownPicture;

/** A button under an answer; what it does stays with the server, under the id. */
export interface ShownButton {
  readonly id: string;
  readonly label: string;
}

export interface ShownAnswer {
  readonly kind: 'answer';
  readonly id: string;
  readonly title: Inline;
  readonly understood: Inline | null;
  readonly blocks: readonly ShownBlock[];
  readonly assumptions: readonly Inline[];
  readonly buttons: readonly ShownButton[];
  readonly sources: readonly Source[];
  readonly isPrivate: boolean;
}

/** What comes of asking, pressing a button or sending a form. */
export type Outcome = ShownAnswer | Form | { readonly kind: 'deleted' };

/** What somebody asks: words as typed, a command with typed options, or a press of a button. */
export type Asked =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'command';
      readonly command: string;
      readonly values: Readonly<Record<string, string | number | boolean>>;
    }
  | { readonly kind: 'press'; readonly button: string };

export interface Asking {
  readonly asked: Asked;
  readonly staff: boolean;
  /** The question before this one in the chat. */
  readonly earlier: string | null;
  /** The answer in whose place the new one comes: the question was edited, or a button under it pressed. */
  readonly replaces: string | null;
}

export interface ShownOption {
  readonly name: string;
  readonly summary: string;
  readonly type: 'string' | 'integer' | 'number' | 'boolean';
  readonly required: boolean;
  readonly choices: readonly string[] | null;
  readonly autocomplete: boolean;
  readonly maxLength: number | null;
}

/** A command that runs; a subcommand has its whole name, as in `faq show`. */
export interface ShownCommand {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly ShownOption[];
  readonly staffOnly: boolean;
}

/** What the page needs to know before anybody asks. */
export interface Welcome {
  readonly commands: readonly ShownCommand[];
  /** Questions for an empty chat, each with what it shows. */
  readonly questions: readonly { readonly text: string; readonly shows: string }[];
  readonly limits: {
    readonly characters: number;
    readonly files: number;
    readonly fileBytes: number;
    readonly requestBytes: number;
  };
}

export interface Choice {
  readonly name: string;
  readonly value: string;
}

import type { Inline } from './inline.ts';

/** Who sees an answer: the channel, or the asker alone. */
export type Visibility = 'public' | 'private';

/** A picture, drawn only when somebody looks; `svg` is a whole document of `width` × `height` user units. */
export interface Drawing {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

export interface Table {
  readonly header: readonly Inline[];
  readonly rows: readonly (readonly Inline[])[];
  /** Per column; numbers read best on the right. */
  readonly align: readonly ('left' | 'right')[];
}

export type Block =
  | { readonly kind: 'text'; readonly content: Inline }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'steps'; readonly ordered: boolean; readonly items: readonly Inline[] }
  | { readonly kind: 'table'; readonly caption: string | null; readonly table: Table }
  | {
      readonly kind: 'code';
      readonly language: 'python' | 'text';
      readonly code: string;
      /** The name that it has as a file, where it is too long to be shown. */
      readonly file?: string;
    }
  | { readonly kind: 'picture'; readonly alt: string; readonly draw: () => Drawing }
  | { readonly kind: 'notice'; readonly tone: 'info' | 'warning' | 'error'; readonly content: Inline };

/** Asks again with these options: buttons change one thing and keep the rest. */
export interface AskAction {
  readonly kind: 'ask';
  readonly label: string;
  readonly command: string;
  readonly options: Readonly<Record<string, string | number | boolean>>;
  /** The message, as its platform names it, that the answer goes to: as a reply that everybody sees. */
  readonly to?: string;
}

/** Something the reader can do next; `label` is what the button says. */
export type Action =
  | AskAction
  /** `again` brings the answer back. */
  | { readonly kind: 'delete'; readonly label: string; readonly again?: AskAction }
  /** Calls a person to an answer that does not help; `about` is the question's message, as its platform names it. */
  | { readonly kind: 'call'; readonly label: string; readonly about?: string };

export interface Source {
  readonly label: string;
  readonly href: string;
}

/** An answer as every platform can show it; renderers turn it into an embed, blocks, HTML or text. */
export interface Message {
  readonly kind: 'message';
  readonly title: Inline;
  /** "I read: …": what was understood; null where nothing had to be. */
  readonly understood: Inline | null;
  readonly blocks: readonly Block[];
  readonly assumptions: readonly Inline[];
  readonly actions: readonly Action[];
  readonly sources: readonly Source[];
  readonly visibility: Visibility;
}

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly multiline: boolean;
  readonly required: boolean;
  readonly value: string;
  readonly maxLength: number;
}

/** A form to fill in; what is filled in comes back as the options of `command`. */
export interface Form {
  readonly kind: 'form';
  readonly title: string;
  readonly command: string;
  readonly fields: readonly Field[];
  readonly submit: string;
}

export type Reply = Message | Form;

/** Lengths in UTF-16 units. A title fits a choice of Discord's lists, an answer the text fields of both platforms. */
export const limits = {
  title: 100,
  body: 3_000,
  group: 50,
  aliases: 20,
  alias: 100,
  triggers: 20,
  trigger: 200,
  liveParts: 8,
} as const;

/** What staff write: everything of an entry that a revision keeps. */
export interface Content {
  readonly title: string;
  /** Markdown; `{{pool AveragePooling2D(2) on 4x4x4}}` is computed when shown. */
  readonly body: string;
  readonly group: string | null;
  /** Other names of the entry; unique in the community together with all titles. */
  readonly aliases: readonly string[];
  /** Questions as students ask them, which this entry answers. */
  readonly triggers: readonly string[];
}

export const changes = ['created', 'edited', 'restored', 'removed', 'recovered', 'imported'] as const;
export type Change = (typeof changes)[number];

export interface Stamp {
  readonly by: string;
  readonly at: Date;
}

/** An answer that staff keep. `revision` counts its changes from 1; an edit says which one it was based on. */
export interface Entry {
  readonly id: string;
  readonly content: Content;
  readonly revision: number;
  readonly created: Stamp;
  readonly changed: Stamp;
  readonly removed: boolean;
}

/** One change in an entry's history, with the content after it. */
export interface Revision extends Stamp {
  readonly revision: number;
  readonly change: Change;
  readonly content: Content;
  readonly why: string | null;
}

export interface Usage {
  readonly uses: number;
  readonly lastUsed: Date | null;
  readonly helpful: number;
  readonly unhelpful: number;
}

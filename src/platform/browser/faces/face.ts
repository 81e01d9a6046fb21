/** Words of one look, as a platform draws them. */
export interface Run {
  readonly text: string;
  readonly marks: readonly ('strong' | 'emphasis' | 'code' | 'strike')[];
  readonly href: string | null;
}

/** A part of a message as a platform draws it, read back from what it is sent. */
export type Part =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly runs: readonly Run[] }
  | { readonly kind: 'paragraph'; readonly small: boolean; readonly runs: readonly Run[] }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly (readonly Part[])[];
    }
  | { readonly kind: 'quote'; readonly parts: readonly Part[] }
  | { readonly kind: 'code'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly rows: readonly (readonly (readonly Run[])[])[];
      readonly align: readonly ('left' | 'right')[];
    }
  | { readonly kind: 'picture'; readonly href: string; readonly alt: string }
  | { readonly kind: 'file'; readonly name: string; readonly bytes: number }
  | { readonly kind: 'box'; readonly colour: string; readonly parts: readonly Part[] }
  | { readonly kind: 'buttons'; readonly labels: readonly string[] };

/** How much of one thing a message takes, beside what its platform takes at most; null where nothing limits it. */
export interface Size {
  readonly of: string;
  readonly used: number;
  readonly most: number | null;
}

export interface FaceMessage {
  readonly parts: readonly Part[];
  readonly sizes: readonly Size[];
  /** The payload itself, as it is sent. */
  readonly payload: string;
}

/** One reply as one platform shows it, in as many messages as that platform makes of it. */
export interface Face {
  readonly platform: 'Discord' | 'Slack' | 'Text';
  readonly messages: readonly FaceMessage[];
}

export const plainRun = (text: string): Run => ({ text, marks: [], href: null });

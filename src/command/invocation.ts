/** Where an invocation came from; nothing inside the house branches on it but wording of how to call a command. */
export type Platform = 'discord' | 'slack' | 'browser' | 'terminal';

/** What a person typed after a command's name, or the typed options their platform gave. */
export type Input =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'options'; readonly values: Readonly<Record<string, unknown>> };

/** A student's message at the edge of the house: who, where, what. */
export interface Invocation {
  readonly platform: Platform;
  /** The server or workspace; null in a direct message or the terminal. */
  readonly community: string | null;
  readonly channel: string;
  readonly user: string;
  /** Whether the platform says that the person may edit for the community. */
  readonly staff: boolean;
  readonly command: string;
  readonly input: Input;
}

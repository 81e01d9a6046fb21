/** Where an invocation came from; nothing inside the house branches on it but wording of how to call a command. */
export type Platform = 'discord' | 'slack' | 'browser' | 'terminal';

/** What a person typed after a command's name, or the typed options their platform gave. */
export type Input =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'options'; readonly values: Readonly<Record<string, unknown>> };

/** A file beside the question; its bytes are fetched only when the work begins. */
export interface AttachedFile {
  readonly name: string;
  /** In bytes, as the platform says. */
  readonly size: number;
  /** Rejects when the platform does not give it. */
  readonly fetch: () => Promise<Uint8Array>;
}

/** A student's message at the edge of the house: who, where, what. */
export interface Invocation {
  readonly platform: Platform;
  /** The server or workspace, or the terminal itself; null in a direct message. */
  readonly community: string | null;
  readonly channel: string;
  /** The channel that a thread belongs to, where `channel` is a thread with an id of its own. */
  readonly parent?: string;
  readonly user: string;
  /** Whether the platform says that the person may edit for the community. */
  readonly staff: boolean;
  /** Roles on Discord, user groups on Slack. */
  readonly roles: readonly string[];
  /** Called by name, by mentioning the bot, in a direct message, or from a message's menu. */
  readonly way: 'command' | 'mention' | 'direct' | 'menu';
  /** The message whose menu was used, as its platform names it. */
  readonly about?: string;
  readonly command: string;
  readonly input: Input;
  readonly files: readonly AttachedFile[];
  /** The question that this one goes on from ("and with padding same?"); null for a fresh one. */
  readonly earlier: string | null;
}

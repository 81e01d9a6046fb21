/** Where somebody is and who they are. */
export interface Whereabouts {
  readonly team: string | null;
  readonly channel: string;
  /** The thread that is already there; null outside one. */
  readonly thread: string | null;
  readonly user: string;
}

/** Slack's ids tell the kind of a conversation by their first letter. */
export const isDirect = (channel: string): boolean => channel.startsWith('D');

/** What is kept of servers and workspaces, by their ids. */
export interface Communities {
  /** Lifeguard was removed: tokens and conversations are deleted at once, entries after 30 days. */
  readonly left: (community: string) => Promise<void>;
  /** Lifeguard is back. */
  readonly joined: (community: string) => Promise<void>;
}

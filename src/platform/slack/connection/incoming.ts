import type { Receiver } from '@slack/bolt';

/** How events come in: a socket that Bolt opens, or requests that Slack sends. */
export interface Connection {
  readonly receiver: Receiver;
  /** Settles when events can come in; throws a `SlackStartError`. */
  readonly open: () => Promise<void>;
  readonly isOpen: () => boolean;
  /** Takes no more events. */
  readonly close: () => Promise<void>;
  /** Where requests are taken; null for a socket. */
  readonly port: () => number | null;
}

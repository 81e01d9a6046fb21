import type { Delivery, Transport } from './delivery.ts';
import type { Entry, OpenView, Posted, Workspace } from './workspace.ts';

/** What somebody did, once the app has acknowledged it. */
export interface Asked {
  /** What the acknowledgement said. */
  readonly ack: unknown;
  /** The next message that answers it, or the `nth`. */
  readonly answer: (nth?: number) => Promise<Posted>;
  /** The message that it changed or deleted. */
  readonly changed: () => Promise<Posted>;
  /** The form that it opened. */
  readonly view: () => Promise<OpenView>;
  /** The message that it was, for mentions and direct messages. */
  readonly ts: string;
  /** Has Slack deliver the same events once more, as it does when an acknowledgement is lost. */
  readonly again: () => Promise<void>;
}

interface Asking {
  readonly workspace: Workspace;
  readonly transport: Transport;
  readonly user: string;
  readonly deliveries: readonly Delivery[];
  /** Whether a message of the bot's answers this. */
  readonly belongs: (message: Posted) => boolean;
  readonly ts?: string;
  readonly responseUrl?: string;
}

/** Delivers, and settles once all of it is acknowledged. */
export async function ask(asking: Asking): Promise<Asked> {
  const { workspace, transport, user, deliveries, belongs, ts = '', responseUrl = '' } = asking;
  const { journal, bot } = workspace;
  const from = journal.entries.length;
  const [ack] = await Promise.all(deliveries.map(transport.deliver));
  return {
    ack,
    ts,
    again: async () => {
      await Promise.all(deliveries.map(transport.deliver));
    },
    answer: async (nth = 0) => {
      let left = nth;
      const isNext = (entry: Entry): entry is Entry & { kind: 'posted' } =>
        entry.kind === 'posted' &&
        entry.message.user === bot.userId &&
        belongs(entry.message) &&
        left-- === 0;
      return (await journal.find(isNext, from)).message;
    },
    changed: async () => {
      const isIt = (entry: Entry): entry is Entry & { kind: 'changed' | 'deleted' } =>
        (entry.kind === 'changed' || entry.kind === 'deleted') && entry.responseUrl === responseUrl;
      return (await journal.find(isIt, from)).message;
    },
    view: async () => {
      const isView = (entry: Entry): entry is Entry & { kind: 'view' } =>
        entry.kind === 'view' && entry.view.user === user;
      return (await journal.find(isView, from)).view;
    },
  };
}

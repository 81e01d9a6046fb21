import type { Json, Posted, Workspace } from './workspace.ts';

interface NewMessage {
  readonly channel: string;
  readonly thread?: string | null;
  readonly user: string;
  readonly ephemeralTo?: string | null;
  readonly responseUrl?: string | null;
  readonly text: string;
  readonly blocks?: readonly Json[];
  readonly files?: readonly string[];
  readonly unfurls?: boolean;
}

/** Puts a message into a conversation. */
export function post(workspace: Workspace, made: NewMessage): Posted {
  const thread = made.thread ?? null;
  const message: Posted = {
    channel: made.channel,
    ts: workspace.newTs(),
    thread,
    user: made.user,
    ephemeralTo: made.ephemeralTo ?? null,
    isHidden: Boolean(made.ephemeralTo) && thread !== null && !hasReplies(workspace, made.channel, thread),
    responseUrl: made.responseUrl ?? null,
    files: made.files ?? [],
    unfurls: made.unfurls ?? true,
    text: made.text,
    blocks: made.blocks ?? [],
    isDeleted: false,
  };
  workspace.messages.push(message);
  workspace.journal.add({ kind: 'posted', message });
  return message;
}

/** A message that is there for everybody; ephemeral ones cannot be found, changed or answered in a thread. */
export function findMessage({ messages }: Workspace, channel: string, ts: string): Posted | null {
  const found = messages.find((one) => one.channel === channel && one.ts === ts && one.ephemeralTo === null);
  return found && !found.isDeleted ? found : null;
}

function hasReplies({ messages }: Workspace, channel: string, thread: string): boolean {
  return messages.some(
    (one) => one.channel === channel && one.thread === thread && one.ephemeralTo === null && !one.isDeleted,
  );
}

import type { Manifest } from './app.ts';
import { findMessage, post } from './posting.ts';
import { escaped } from './typing.ts';
import type { Json, Person, Posted, Workspace } from './workspace.ts';

/** A file that somebody attaches. `says`: the size that Slack tells, where it is another one. */
export interface Attachment {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly says?: number;
  /** An address elsewhere, as links to files in other services have. */
  readonly url?: string;
}

/** How a message is written. */
export interface Writing {
  readonly thread?: string;
  readonly files?: readonly Attachment[];
  /** Whether the mention tells of a file without describing it. */
  readonly hidesFiles?: boolean;
}

interface Written {
  readonly ts: string;
  readonly events: readonly Json[];
}

/** Somebody's messages, and what Slack tells an app of them as it has subscribed. */
export interface Writer {
  readonly write: (channel: string, kind: 'channel' | 'im', text: string, how: Writing) => Written;
  readonly edit: (channel: string, kind: 'channel' | 'im', ts: string, text: string) => readonly Json[];
  readonly remove: (channel: string, kind: 'channel' | 'im', ts: string) => readonly Json[];
}

export function createWriter(
  who: Person,
  workspace: Workspace,
  manifest: Manifest,
  base: () => string,
): Writer {
  const { team, bot } = workspace;
  const subscribed = (name: string) => manifest.settings.event_subscriptions.bot_events.includes(name);
  const general = (kind: 'channel' | 'im', event: Json): readonly Json[] =>
    subscribed(kind === 'im' ? 'message.im' : 'message.channels')
      ? [{ type: 'message', channel_type: kind, ...event }]
      : [];
  const shown = ({ user, text, ts, thread }: Posted): Json => ({
    type: 'message',
    user,
    text,
    ts,
    team: team.id,
    ...(thread === null ? {} : { thread_ts: thread }),
  });
  const stored = ({ name, bytes, says, url }: Attachment): Json => {
    const id = workspace.newId('F');
    const size = says ?? bytes.length;
    workspace.files.set(id, {
      id,
      name,
      length: size,
      alt: null,
      bytes: Buffer.from(bytes),
      title: name,
      isComplete: true,
      looksLeft: 0,
      shares: [],
    });
    const address = url ?? `${base()}/files-pri/${id}/${name}`;
    return { id, name, size, mode: 'hosted', url_private: address, url_private_download: address };
  };

  return {
    write: (channel, kind, text, { thread, files, hidesFiles }) => {
      const typed = escaped(text);
      const message = post(workspace, { channel, thread: thread ?? null, user: who.id, text: typed });
      const { ts } = message;
      const attached = files === undefined ? {} : { files: files.map(stored) };
      const same = { ...shown(message), event_ts: ts, channel };
      const subtype = files === undefined ? {} : { subtype: 'file_share' };
      const isMention = kind === 'channel' && typed.includes(`<@${bot.userId}>`);
      const mention = { ...same, type: 'app_mention', ...(hidesFiles ? { upload: true } : attached) };
      return {
        ts,
        events: [
          ...general(kind, { ...same, ...subtype, ...attached, client_msg_id: workspace.newId('M') }),
          ...(isMention && subscribed('app_mention') ? [mention] : []),
        ],
      };
    },
    edit: (channel, kind, ts, text) => {
      const message = findMessage(workspace, channel, ts);
      if (!message) throw new Error('nothing to edit');
      const previous_message = shown(message);
      message.text = escaped(text);
      const at = workspace.newTs();
      const now = { ...shown(message), edited: { user: who.id, ts: at } };
      const rest = { hidden: true, channel, ts: at, event_ts: at, previous_message };
      return general(kind, { subtype: 'message_changed', message: now, ...rest });
    },
    remove: (channel, kind, ts) => {
      const message = findMessage(workspace, channel, ts);
      if (!message) throw new Error('nothing to delete');
      const previous_message = shown(message);
      const hasReplies = workspace.messages.some(
        (one) => one.channel === channel && one.thread === ts && !one.isDeleted && one.ephemeralTo === null,
      );
      message.isDeleted = true;
      const at = workspace.newTs();
      const rest = { hidden: true, channel, ts: at, event_ts: at, previous_message };
      if (!hasReplies) return general(kind, { subtype: 'message_deleted', deleted_ts: ts, ...rest });
      const text = 'This message was deleted.';
      const tombstone = { type: 'message', subtype: 'tombstone', user: 'USLACKBOT', text, ts, thread_ts: ts };
      return general(kind, { subtype: 'message_changed', message: tombstone, ...rest });
    },
  };
}

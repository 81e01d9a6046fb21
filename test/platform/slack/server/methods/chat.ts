import { findMessage, post } from '../posting.ts';
import { Refusal } from '../refusal.ts';
import { type Channel, directChannel, type Json, type Posted, type Workspace } from '../workspace.ts';
import { messageContent } from './content.ts';
import { isFalse, type Method, openChannel, optionalText, text } from './method.ts';

const postMessage: Method = {
  token: 'bot',
  scope: 'chat:write',
  run: (args, { workspace }) => {
    const channel = target(workspace, text(args, 'channel'));
    const { warnings, ...content } = messageContent(args, workspace);
    const thread = threadOf(workspace, channel, optionalText(args, 'thread_ts'));
    const unfurls = !(isFalse(args, 'unfurl_links') && isFalse(args, 'unfurl_media'));
    const user = workspace.bot.userId;
    const message = post(workspace, { channel: channel.id, thread, user, ...content, unfurls });
    return {
      channel: channel.id,
      ts: message.ts,
      message: { type: 'message', bot_id: workspace.bot.botId, user, ts: message.ts, ...content },
      ...(warnings.length > 0 ? { warning: warnings.join(','), response_metadata: { warnings } } : {}),
    };
  },
};

const postEphemeral: Method = {
  token: 'bot',
  scope: 'chat:write',
  run: (args, { workspace }) => {
    const channel = openChannel(workspace, text(args, 'channel'));
    const ephemeralTo = text(args, 'user');
    if (!channel.members.has(ephemeralTo)) throw new Refusal('user_not_in_channel');
    const { warnings, ...content } = messageContent(args, workspace, { isEphemeral: true });
    const message = post(workspace, {
      channel: channel.id,
      thread: optionalText(args, 'thread_ts'),
      user: workspace.bot.userId,
      ephemeralTo,
      ...content,
      unfurls: false,
    });
    return { message_ts: message.ts };
  },
};

const update: Method = {
  token: 'bot',
  scope: 'chat:write',
  run: (args, { workspace }) => {
    const message = own(workspace, args, 'cant_update_message');
    const { warnings, ...content } = messageContent(args, workspace);
    if (content.text.length > 4_000) throw new Refusal('msg_too_long');
    Object.assign(message, content);
    workspace.journal.add({ kind: 'changed', message, responseUrl: null });
    return { channel: message.channel, ts: message.ts, text: message.text };
  },
};

const remove: Method = {
  token: 'bot',
  scope: 'chat:write',
  run: (args, { workspace }) => {
    const message = own(workspace, args, 'cant_delete_message');
    message.isDeleted = true;
    workspace.journal.add({ kind: 'deleted', message, responseUrl: null });
    return { channel: message.channel, ts: message.ts };
  },
};

const getPermalink: Method = {
  token: 'bot',
  scope: null,
  run: (args, { workspace }) => {
    const { id } = openChannel(workspace, text(args, 'channel'));
    const message = findMessage(workspace, id, text(args, 'message_ts'));
    if (!message) throw new Refusal('message_not_found');
    return { channel: id, permalink: permalinkOf(workspace, message) };
  },
};

export const chatMethods = {
  'chat.getPermalink': getPermalink,
  'chat.postMessage': postMessage,
  'chat.postEphemeral': postEphemeral,
  'chat.update': update,
  'chat.delete': remove,
};

/** Where a browser finds a message. */
export function permalinkOf({ team }: Workspace, { channel, ts, thread }: Posted): string {
  const within = thread === null ? '' : `?thread_ts=${thread}&cid=${channel}`;
  return `https://${team.domain}.slack.com/archives/${channel}/p${ts.replace('.', '')}${within}`;
}

/** A person's id stands for their direct messages with the bot. */
function target(workspace: Workspace, id: string): Channel {
  return workspace.people.has(id) ? directChannel(workspace, id) : openChannel(workspace, id);
}

/** A thread is named by the message that began it, never by one of its replies. */
function threadOf(workspace: Workspace, { id }: Channel, ts: string | null): string | null {
  if (ts === null) return null;
  const parent = findMessage(workspace, id, ts);
  if (!parent || (parent.thread !== null && parent.thread !== ts)) throw new Refusal('invalid_thread_ts');
  return ts;
}

function own(workspace: Workspace, args: Json, refusal: string) {
  const channel = openChannel(workspace, text(args, 'channel'));
  const message = findMessage(workspace, channel.id, text(args, 'ts'));
  if (!message) throw new Refusal('message_not_found');
  if (message.user !== workspace.bot.userId) throw new Refusal(refusal);
  return message;
}

import { Refusal } from '../refusal.ts';
import { type Channel, directChannel, type Posted } from '../workspace.ts';
import { type Method, openChannel, text } from './method.ts';

const info: Method = {
  token: 'bot',
  scope: 'channels:read',
  run: (args, { workspace }) => {
    const channel = workspace.channels.get(text(args, 'channel'));
    if (!channel) throw new Refusal('channel_not_found');
    return { channel: described(channel, workspace.bot.userId) };
  },
};

const open: Method = {
  token: 'bot',
  scope: 'im:write',
  run: (args, { workspace }) => {
    const user = text(args, 'users');
    if (!workspace.people.has(user)) throw new Refusal('user_not_found');
    return { channel: { id: directChannel(workspace, user).id } };
  },
};

const members: Method = {
  token: 'bot',
  scope: 'channels:read',
  run: (args, { workspace }) => ({
    members: [...openChannel(workspace, text(args, 'channel')).members],
    response_metadata: { next_cursor: '' },
  }),
};

const history: Method = {
  token: 'bot',
  scope: 'channels:history',
  run: (args, { workspace }) => {
    const { id } = openChannel(workspace, text(args, 'channel'));
    const isThere = (one: Posted) => one.channel === id && one.thread === null;
    return { messages: visible(workspace.messages.filter(isThere)).reverse(), has_more: false };
  },
};

const replies: Method = {
  token: 'bot',
  scope: 'channels:history',
  run: (args, { workspace }) => {
    const { id } = openChannel(workspace, text(args, 'channel'));
    const ts = text(args, 'ts');
    const found = workspace.messages.filter(
      (one) => one.channel === id && (one.ts === ts || one.thread === ts),
    );
    if (found.length === 0) throw new Refusal('thread_not_found');
    return { messages: visible(found), has_more: false };
  },
};

export const conversationMethods = {
  'conversations.info': info,
  'conversations.open': open,
  'conversations.members': members,
  'conversations.history': history,
  'conversations.replies': replies,
};

const described = ({ id, name, kind, isArchived, members: inside }: Channel, bot: string) => ({
  id,
  name,
  is_channel: kind === 'channel',
  is_im: kind === 'im',
  is_archived: isArchived,
  is_member: inside.has(bot),
});

const visible = (messages: readonly Posted[]) =>
  messages
    .filter(({ ephemeralTo, isDeleted }) => ephemeralTo === null && !isDeleted)
    .map(({ ts, thread, user, text: words, blocks }) => ({
      type: 'message',
      ts,
      user,
      text: words,
      blocks,
      ...(thread === null ? {} : { thread_ts: thread }),
    }));

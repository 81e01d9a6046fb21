import type { Manifest } from './app.ts';
import { type Asked, ask } from './asked.ts';
import type { Delivery, Transport } from './delivery.ts';
import { eventDelivery } from './event.ts';
import { isRecord } from './faults.ts';
import { checkedView } from './methods/views.ts';
import { findMessage } from './posting.ts';
import type { ResponseUrls } from './response-urls.ts';
import type { Triggers } from './triggers.ts';
import { escaped, filledIn, findButton } from './typing.ts';
import {
  channelNamed,
  directChannel,
  type Json,
  type OpenView,
  type Person,
  type Posted,
  type Workspace,
} from './workspace.ts';
import { createWriter, type Writing } from './writing.ts';

/** Somebody in the workspace, at a Slack client. */
export interface User extends Person {
  readonly command: (name: string, text?: string, options?: { channel?: string }) => Promise<Asked>;
  readonly mention: (channel: string, text: string, how?: Writing) => Promise<Asked>;
  /** Says something that is not for the bot. */
  readonly say: (channel: string, text: string, how?: Writing) => Promise<Asked>;
  readonly dm: (text: string, how?: Writing) => Promise<Asked>;
  /** Edits a message of theirs: in a channel by its name, in their direct messages by `null`. */
  readonly edit: (channel: string | null, ts: string, text: string) => Promise<Asked>;
  readonly remove: (channel: string | null, ts: string) => Promise<Asked>;
  /** Chooses an entry of a message's menu. */
  readonly choose: (channel: string | null, ts: string, entry: string) => Promise<Asked>;
  readonly openHome: () => Promise<Asked>;
  /** Presses the button with this label. */
  readonly press: (message: Posted, label: string) => Promise<Asked>;
  readonly submit: (view: OpenView, values: Readonly<Record<string, string>>) => Promise<Asked>;
}

export interface Surroundings {
  readonly workspace: Workspace;
  readonly manifest: Manifest;
  readonly transport: Transport;
  readonly triggers: Triggers;
  readonly responseUrls: ResponseUrls;
  readonly base: () => string;
}

export function createUser(who: Person, slack: Surroundings): User {
  const { workspace, manifest, transport, triggers, responseUrls } = slack;
  const { journal, team, bot } = workspace;
  const user = { id: who.id, username: who.name, name: who.name, team_id: team.id };
  const common = { token: 'legacy', api_app_id: bot.appId };

  const asked = (
    deliveries: readonly Delivery[],
    belongs: (message: Posted) => boolean,
    rest: { ts?: string; responseUrl?: string } = {},
  ) => ask({ workspace, transport, user: who.id, deliveries, belongs, ...rest });

  const event = (payload: Json) => eventDelivery(workspace, payload);

  const writer = createWriter(who, workspace, manifest, slack.base);

  /** What the bot says there, in answer to a message that stands in `thread`. */
  const inReply = (channel: string, kind: 'channel' | 'im', root: string) => (answer: Posted) =>
    (answer.channel === channel &&
      (kind === 'im' || answer.thread === root || answer.ephemeralTo === who.id)) ||
    answer.channel === directChannel(workspace, who.id).id;

  const write = (channel: string, kind: 'channel' | 'im', text: string, how: Writing) => {
    const { ts, events } = writer.write(channel, kind, text, how);
    return asked(events.map(event), inReply(channel, kind, how.thread ?? ts), { ts });
  };

  const placed = (name: string | null) => {
    const where = name === null ? directChannel(workspace, who.id) : channelNamed(workspace, name);
    return { id: where.id, kind: where.kind };
  };

  const interactive = (payload: Json): Delivery => ({
    id: workspace.newId('I'),
    type: 'interactive',
    payload: { ...common, team: { id: team.id, domain: team.domain }, user, ...payload },
  });

  return {
    ...who,
    command: async (name, text = '', { channel = 'general' } = {}) => {
      if (!manifest.features.slash_commands.some(({ command }) => command === name))
        throw new Error(`${name} is not a valid command.`);
      const where =
        channel === 'directmessage' ? directChannel(workspace, who.id) : channelNamed(workspace, channel);
      where.members.add(who.id);
      const response_url = responseUrls.issue(where.id, who.id, null);
      const payload = {
        ...common,
        command: name,
        text: escaped(text),
        response_url,
        trigger_id: triggers.issue(who.id),
        user_id: who.id,
        user_name: who.name,
        team_id: team.id,
        team_domain: team.domain,
        channel_id: where.id,
        channel_name: where.name,
        is_enterprise_install: 'false',
      };
      const delivery: Delivery = { id: workspace.newId('S'), type: 'slash_commands', payload };
      const direct = directChannel(workspace, who.id).id;
      const belongs = (message: Posted) => message.responseUrl === response_url || message.channel === direct;
      return asked([delivery], belongs, { responseUrl: response_url });
    },
    mention: async (channel, text, how = {}) => {
      const where = channelNamed(workspace, channel);
      where.members.add(who.id);
      return write(where.id, 'channel', mentioning(text, bot.userId), how);
    },
    say: async (channel, text, how = {}) => write(channelNamed(workspace, channel).id, 'channel', text, how),
    dm: async (text, how = {}) => write(directChannel(workspace, who.id).id, 'im', text, how),
    edit: async (name, ts, text) => {
      const { id, kind } = placed(name);
      const said = kind === 'im' ? text : mentioning(text, bot.userId);
      return asked(writer.edit(id, kind, ts, said).map(event), inReply(id, kind, ts), { ts });
    },
    remove: async (name, ts) => {
      const { id, kind } = placed(name);
      return asked(writer.remove(id, kind, ts).map(event), inReply(id, kind, ts), { ts });
    },
    choose: async (name, ts, entry) => {
      const shortcut = manifest.features.shortcuts?.find((one) => one.name === entry);
      const { id, kind } = placed(name);
      const message = findMessage(workspace, id, ts);
      if (!shortcut || !message) throw new Error(`no entry "${entry}" on this message`);
      channelNamed(workspace, name ?? 'general').members.add(who.id);
      const response_url = responseUrls.issue(id, who.id, null);
      const delivery = interactive({
        type: 'message_action',
        callback_id: shortcut.callback_id,
        trigger_id: triggers.issue(who.id),
        response_url,
        message_ts: ts,
        channel: { id, name: name ?? 'directmessage' },
        message: {
          type: 'message',
          user: message.user,
          ts,
          text: message.text,
          ...(message.thread === null ? {} : { thread_ts: message.thread }),
        },
      });
      const inThread = inReply(id, kind, message.thread ?? ts);
      const belongs = (answer: Posted) => answer.responseUrl === response_url || inThread(answer);
      return asked([delivery], belongs, { responseUrl: response_url, ts });
    },
    openHome: async () => {
      const channel = directChannel(workspace, who.id).id;
      const opened = {
        type: 'app_home_opened',
        user: who.id,
        channel,
        tab: 'home',
        event_ts: workspace.newTs(),
      };
      return asked([event(opened)], () => false);
    },
    press: async (message, label) => {
      const { block, button } = findButton(message, label);
      const isEphemeral = message.ephemeralTo !== null;
      if (isEphemeral && message.ephemeralTo !== who.id) throw new Error('nobody else sees this message');
      const response_url = responseUrls.issue(message.channel, who.id, message);
      const inThread = message.thread === null ? {} : { thread_ts: message.thread };
      const { ts, text, blocks } = message;
      const delivery = interactive({
        type: 'block_actions',
        channel: { id: message.channel, name: 'general' },
        container: {
          type: 'message',
          message_ts: ts,
          channel_id: message.channel,
          is_ephemeral: isEphemeral,
          ...inThread,
        },
        ...(isEphemeral
          ? {}
          : { message: { type: 'message', user: message.user, ts, text, blocks, ...inThread } }),
        actions: [{ ...button, block_id: block.block_id ?? 'b1', action_ts: workspace.newTs() }],
        trigger_id: triggers.issue(who.id),
        response_url,
        state: { values: {} },
      });
      const direct = directChannel(workspace, who.id).id;
      const belongs = (answer: Posted) => answer.responseUrl === response_url || answer.channel === direct;
      return asked([delivery], belongs, { responseUrl: response_url });
    },
    submit: async (view, values) => {
      const state = { values: filledIn(view.view, values) };
      const delivery = interactive({
        type: 'view_submission',
        view: { id: view.id, team_id: team.id, app_installed_team_id: team.id, ...view.view, state },
        trigger_id: triggers.issue(who.id),
        response_urls: [],
      });
      const { ack, ...rest } = await asked([delivery], () => true);
      if (isRecord(ack) && ack.response_action === 'update') {
        view.view = checkedView(ack.view);
        journal.add({ kind: 'view', view });
      }
      return { ack, ...rest };
    },
  };
}

const mentioning = (text: string, bot: string) =>
  (text.includes('@lifeguard') ? text : `@lifeguard ${text}`).replaceAll('@lifeguard', `\u0000${bot}\u0001`);

import type { Manifest } from './app.ts';
import { type Asked, ask } from './asked.ts';
import type { Delivery, Transport } from './delivery.ts';
import { isRecord } from './faults.ts';
import { checkedView } from './methods/views.ts';
import { post } from './posting.ts';
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

/** Somebody in the workspace, at a Slack client. */
export interface User extends Person {
  readonly command: (name: string, text?: string, options?: { channel?: string }) => Promise<Asked>;
  readonly mention: (channel: string, text: string, options?: { thread?: string }) => Promise<Asked>;
  readonly dm: (text: string, options?: { thread?: string }) => Promise<Asked>;
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

  const event = (payload: Json): Delivery => {
    const id = workspace.newId('Ev');
    const authorizations = [{ team_id: team.id, user_id: bot.userId, is_bot: true, enterprise_id: null }];
    const wrapper = { type: 'event_callback', event_id: id, event_time: Math.floor(workspace.now() / 1000) };
    return {
      id,
      type: 'events_api',
      payload: { ...common, ...wrapper, team_id: team.id, authorizations, event: payload },
    };
  };

  const subscribed = (name: string) => manifest.settings.event_subscriptions.bot_events.includes(name);

  /** Somebody writes; Slack tells the app as it has subscribed. */
  const write = (channel: string, kind: 'channel' | 'im', text: string, thread: string | undefined) => {
    const typed = escaped(text);
    const message = post(workspace, { channel, thread: thread ?? null, user: who.id, text: typed });
    const { ts } = message;
    const inThread = thread === undefined ? {} : { thread_ts: thread };
    const same = { user: who.id, text: typed, ts, event_ts: ts, channel, team: team.id, ...inThread };
    const isMention = kind === 'channel' && typed.includes(`<@${bot.userId}>`);
    const general = { type: 'message', channel_type: kind, client_msg_id: workspace.newId('M'), ...same };
    const deliveries = [
      ...(subscribed(kind === 'im' ? 'message.im' : 'message.channels') ? [event(general)] : []),
      ...(isMention && subscribed('app_mention') ? [event({ type: 'app_mention', ...same })] : []),
    ];
    const root = thread ?? ts;
    const belongs = (answer: Posted) =>
      (answer.channel === channel &&
        (kind === 'im' || answer.thread === root || answer.ephemeralTo === who.id)) ||
      answer.channel === directChannel(workspace, who.id).id;
    return asked(deliveries, belongs, { ts });
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
    mention: async (channel, text, { thread } = {}) => {
      const where = channelNamed(workspace, channel);
      where.members.add(who.id);
      const said = text.includes('@lifeguard') ? text : `@lifeguard ${text}`;
      return write(where.id, 'channel', said.replaceAll('@lifeguard', `\u0000${bot.userId}\u0001`), thread);
    },
    dm: async (text, { thread } = {}) => write(directChannel(workspace, who.id).id, 'im', text, thread),
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

import { Refusal } from '../refusal.ts';
import type { Triggers } from '../triggers.ts';
import type { Channel, Json, Workspace } from '../workspace.ts';

/** The app's credentials, and what it was given for them. */
export interface OAuth {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly rotates: boolean;
  /** Codes of installations that nobody has exchanged yet. */
  readonly codes: Map<string, { readonly team?: string; readonly user?: string }>;
  /** Refresh tokens, each good once, and for which workspace. */
  readonly refreshes: Map<string, string>;
  readonly newToken: () => string;
  readonly newRefresh: (team: string) => string;
}

/** What a Web API method works on. */
export interface Slack {
  readonly workspace: Workspace;
  readonly triggers: Triggers;
  readonly scopes: readonly string[];
  readonly base: () => string;
  /** The address of a new Socket Mode connection. */
  readonly newSocket: () => string;
  readonly oauth: OAuth;
  /** The bot's tokens that are good in this workspace. */
  readonly tokens: Set<string>;
  /** The same app in another workspace. */
  readonly site: (team: string) => Slack;
  /** How many looks at `files.info` a new file needs until it is ready. */
  readonly looksUntilReady: () => number;
}

export interface Method {
  /** The kind of token it takes. */
  readonly token: 'bot' | 'app' | 'none';
  readonly scope: string | null;
  readonly run: (args: Json, slack: Slack) => Json;
}

export function text(args: Json, name: string): string {
  const value = args[name];
  if (typeof value !== 'string' || value === '') throw new Refusal('invalid_arguments', missing(name));
  return value;
}

export function optionalText(args: Json, name: string): string | null {
  const value = args[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

/** Form fields come as text, JSON bodies with their types. */
export const isFalse = (args: Json, name: string) => args[name] === false || args[name] === 'false';

/** An argument that is JSON: text in a form, itself in a JSON body. */
export function parsed(args: Json, name: string, refusal: string): unknown {
  const value = args[name];
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    throw new Refusal(refusal);
  }
}

/** A conversation that the bot is in. Refuses as Slack does. */
export function openChannel(workspace: Workspace, id: string): Channel {
  const channel = workspace.channels.get(id);
  if (!channel) throw new Refusal('channel_not_found');
  if (channel.isArchived) throw new Refusal('is_archived');
  if (!channel.members.has(workspace.bot.userId))
    throw new Refusal(channel.kind === 'im' ? 'channel_not_found' : 'not_in_channel');
  return channel;
}

const missing = (name: string) => ({
  response_metadata: { messages: [`[ERROR] missing required field: ${name}`] },
});

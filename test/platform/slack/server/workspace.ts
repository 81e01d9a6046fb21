import { randomBytes } from 'node:crypto';
import { createJournal, type Journal } from './journal.ts';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly isBot: boolean;
  isAdmin: boolean;
}

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly kind: 'channel' | 'im';
  readonly members: Set<string>;
  isArchived: boolean;
}

/** A message as the server keeps it. Ephemeral ones are kept too, for the person who sees them. */
export interface Posted {
  readonly channel: string;
  readonly ts: string;
  readonly thread: string | null;
  readonly user: string;
  readonly ephemeralTo: string | null;
  /** An ephemeral message in a thread that nobody opened yet: Slack accepts it and shows it to nobody. */
  readonly isHidden: boolean;
  readonly responseUrl: string | null;
  readonly files: readonly string[];
  readonly unfurls: boolean;
  text: string;
  blocks: readonly Json[];
  isDeleted: boolean;
}

export type Json = Readonly<Record<string, unknown>>;

export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly length: number;
  readonly alt: string | null;
  bytes: Buffer | null;
  title: string;
  isComplete: boolean;
  /** How many more looks Slack needs until it knows what the file is. */
  looksLeft: number;
  readonly shares: string[];
}

export interface OpenView {
  readonly id: string;
  readonly user: string;
  view: Json;
}

/** All that happens, in order; tests wait for entries. */
export type Entry =
  | { readonly kind: 'call'; readonly method: string; readonly args: Json; readonly error: string | null }
  | { readonly kind: 'posted'; readonly message: Posted }
  | { readonly kind: 'changed'; readonly message: Posted; readonly responseUrl: string | null }
  | { readonly kind: 'deleted'; readonly message: Posted; readonly responseUrl: string | null }
  | { readonly kind: 'view'; readonly view: OpenView }
  | { readonly kind: 'downloaded'; readonly file: string }
  | { readonly kind: 'connected' }
  | { readonly kind: 'disconnected' }
  | { readonly kind: 'delivered'; readonly id: string; readonly attempt: number }
  | { readonly kind: 'acknowledged'; readonly id: string; readonly payload: unknown }
  | { readonly kind: 'refused'; readonly id: string; readonly status: number };

/** A Slack workspace with one app in it. */
export interface Workspace {
  readonly team: { readonly id: string; readonly domain: string };
  readonly bot: { readonly userId: string; readonly botId: string; readonly appId: string };
  readonly people: Map<string, Person>;
  readonly channels: Map<string, Channel>;
  readonly messages: Posted[];
  readonly files: Map<string, StoredFile>;
  readonly views: Map<string, OpenView>;
  /** User groups: who is in which. */
  readonly groups: Map<string, readonly string[]>;
  readonly journal: Journal<Entry>;
  /** Milliseconds; stands still but for `advance`. */
  readonly now: () => number;
  readonly advance: (milliseconds: number) => void;
  readonly newId: (prefix: string) => string;
  readonly newTs: () => string;
}

export function createWorkspace(team = { id: 'T0TEAM0001', domain: 'course' }): Workspace {
  let now = Date.now();
  let sequence = 0;
  let id = 0;
  const bot = { userId: 'U0BOT00001', botId: 'B0BOT00001', appId: 'A0APP00001' };
  const people = new Map([[bot.userId, { id: bot.userId, name: 'lifeguard', isBot: true, isAdmin: false }]]);
  return {
    team,
    bot,
    people,
    channels: new Map(),
    messages: [],
    files: new Map(),
    views: new Map(),
    groups: new Map(),
    journal: createJournal(),
    now: () => now,
    advance: (milliseconds) => {
      now += milliseconds;
    },
    newId: (prefix) => `${prefix}0${String(++id).padStart(8, '0')}`,
    newTs: () => `${Math.floor(now / 1000)}.${String(++sequence).padStart(6, '0')}`,
  };
}

export function person(workspace: Workspace, name: string): Person {
  const known = [...workspace.people.values()].find((one) => one.name === name);
  if (known) return known;
  const made = { id: workspace.newId('U'), name, isBot: false, isAdmin: false };
  workspace.people.set(made.id, made);
  return made;
}

/** A channel by its name; new ones have the bot in them. */
export function channelNamed(workspace: Workspace, name: string): Channel {
  const known = [...workspace.channels.values()].find((one) => one.kind === 'channel' && one.name === name);
  return known ?? addChannel(workspace, name, 'channel', [workspace.bot.userId]);
}

/** The direct messages between somebody and the bot. */
export function directChannel(workspace: Workspace, user: string): Channel {
  const known = [...workspace.channels.values()].find((one) => one.kind === 'im' && one.members.has(user));
  return known ?? addChannel(workspace, 'directmessage', 'im', [workspace.bot.userId, user]);
}

export const secret = () => randomBytes(12).toString('hex');

function addChannel(
  { channels, newId }: Workspace,
  name: string,
  kind: Channel['kind'],
  members: readonly string[],
): Channel {
  const id = newId(kind === 'im' ? 'D' : 'C');
  const channel = { id, name, kind, members: new Set(members), isArchived: false };
  channels.set(id, channel);
  return channel;
}

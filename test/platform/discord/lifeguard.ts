import type { CommandDescription, Dispatcher, Invocation, Task } from '../../../src/command/index.ts';
import { type Discord, type DiscordSetup, startDiscord } from '../../../src/platform/discord/index.ts';
import { memoryState } from '../../../src/platform/memory.ts';
import type { PlatformState } from '../../../src/platform/state.ts';
import type { Message, Visibility } from '../../../src/reply/index.ts';
import { type DiscordServer, startDiscordServer } from './server.ts';

/** A message with what a test says of it and nothing else. */
export const message = (parts: Partial<Message> = {}): Message => ({
  kind: 'message',
  title: '',
  understood: null,
  blocks: [],
  assumptions: [],
  actions: [],
  sources: [],
  visibility: 'public',
  ...parts,
});

export const answering = (parts: Partial<Message>, visibility: Visibility = 'public'): Task => ({
  kind: 'answer',
  visibility,
  work: () => message({ visibility, ...parts }),
});

/** Work that goes on until a test lets it end. */
export function held(parts: Partial<Message>, visibility: Visibility = 'public') {
  const { promise, resolve, reject } = Promise.withResolvers<Message>();
  // A test may let it fail before anybody waits for it.
  promise.catch(() => undefined);
  const task: Task = { kind: 'answer', visibility, work: () => promise };
  return { task, release: () => resolve(message({ visibility, ...parts })), fail: reject };
}

export const description = (
  parts: Partial<CommandDescription> & { readonly name: string },
): CommandDescription => ({
  summary: `The command ${parts.name}`,
  options: [],
  subcommands: [],
  examples: [],
  staffOnly: false,
  ...parts,
});

const option = {
  type: 'string',
  summary: 'An option',
  required: false,
  choices: null,
  autocomplete: false,
  maxLength: null,
} as const;

export const commands: readonly CommandDescription[] = [
  description({
    name: 'pool',
    file: 'An array',
    options: [
      { ...option, name: 'question' },
      { ...option, name: 'layer', autocomplete: true },
      { ...option, name: 'pool_size', type: 'integer' },
      { ...option, name: 'private', type: 'boolean' },
    ],
  }),
  description({
    name: 'ask',
    file: 'An array',
    options: [{ ...option, name: 'question', required: true, maxLength: 16_000 }],
  }),
  description({
    name: 'faq',
    subcommands: [description({ name: 'show', options: [{ ...option, name: 'entry', autocomplete: true }] })],
  }),
];

/** Says back what it was asked, or does what a test wants done. */
export interface Desk {
  prepare?: (invocation: Invocation) => Task;
  complete?: Dispatcher['complete'];
  call?: Dispatcher['call'];
}

const nobody: Dispatcher['call'] = async () => ({
  kind: 'refused',
  message: message({ title: 'nobody to call', visibility: 'private' }),
});

const echo = ({ input }: Invocation): Task =>
  answering({ title: input.kind === 'text' ? input.text || '(nothing)' : JSON.stringify(input.values) });

interface Logged {
  readonly level: 'info' | 'warn' | 'error';
  readonly facts: Readonly<Record<string, unknown>>;
  readonly message: string;
}

/** Lifeguard's Discord room, logged in to a test server, with a dispatcher that a test writes. */
export interface Lifeguard {
  readonly discord: DiscordServer;
  readonly bot: Discord;
  readonly asked: readonly Invocation[];
  readonly log: readonly Logged[];
  readonly state: PlatformState;
  readonly stop: () => Promise<void>;
}

export async function startLifeguard(desk: Desk = {}, setup: Partial<DiscordSetup> = {}): Promise<Lifeguard> {
  const discord = await startDiscordServer();
  try {
    return await joinLifeguard(discord, desk, setup);
  } catch (error) {
    await discord.stop();
    throw error;
  }
}

/** One more instance, on a server that runs already. */
export async function joinLifeguard(
  discord: DiscordServer,
  desk: Desk = {},
  setup: Partial<DiscordSetup> = {},
): Promise<Lifeguard> {
  const asked: Invocation[] = [];
  const log: Logged[] = [];
  const state = setup.state ?? memoryState();
  const write = (level: Logged['level']) => (facts: object, text: string) => {
    log.push({ level, facts: { ...facts }, message: text });
  };
  const dispatcher: Dispatcher = {
    prepare: (invocation) => {
      asked.push(invocation);
      return (desk.prepare ?? echo)(invocation);
    },
    heard: () => {},
    turn: async () => {},
    complete: desk.complete ?? (async () => []),
    call: desk.call ?? nobody,
  };
  const bot = await startDiscord({
    token: discord.token,
    apiUrl: discord.apiUrl,
    guildId: null,
    shards: null,
    shardCount: null,
    commands,
    dispatcher,
    state,
    communities: { left: async () => {}, joined: async () => {} },
    rasterize: async ({ svg }) => Buffer.from(svg),
    log: { info: write('info'), warn: write('warn'), error: write('error') },
    ...setup,
  });
  const stop = async () => {
    await bot.stop();
    await discord.stop();
  };
  return { discord, bot, asked, log, state, stop };
}

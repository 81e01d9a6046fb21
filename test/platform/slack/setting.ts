import type { CommandDescription, Dispatcher, Invocation, Task } from '../../../src/command/index.ts';
import type { Log } from '../../../src/platform/log.ts';
import { memoryState } from '../../../src/platform/memory.ts';
import { type Slack, type SlackSetup, slackManifest, startSlack } from '../../../src/platform/slack/index.ts';
import type { Message } from '../../../src/reply/index.ts';
import { type Manifest, type SlackServer, startSlackServer } from './index.ts';

/** The commands of a small tutor, enough for every way in. */
export const commands: readonly CommandDescription[] = [
  describe('ask', 'Ask anything about pooling', false),
  describe('pool', 'The output of a pooling layer', true),
  describe('help', 'What I can do', false),
];

function describe(name: string, summary: string, required: boolean): CommandDescription {
  const option = { type: 'string', choices: null, autocomplete: false, maxLength: null } as const;
  return {
    name,
    summary,
    options: [
      { ...option, name: 'question', summary: 'your question', required },
      { ...option, name: 'data_format', summary: 'where the channels are', required: false },
    ],
    subcommands: [],
    examples: [{ text: 'AveragePooling2D(2) on 4x4x4' }],
    staffOnly: false,
  };
}

/** An answer with what a test cares about. */
export function message(parts: Partial<Message> = {}): Message {
  return {
    kind: 'message',
    title: '2 × 2 × 4',
    understood: null,
    blocks: [],
    assumptions: [],
    actions: [],
    sources: [],
    visibility: 'public',
    ...parts,
  };
}

/** A task that answers at once. */
export function answering(parts: Partial<Message> = {}): Task {
  const made = message(parts);
  return { kind: 'answer', visibility: made.visibility, work: () => made };
}

/** A dispatcher that does what a test says and remembers what it was asked. */
interface Tutor extends Omit<Dispatcher, 'call'> {
  readonly asked: Invocation[];
  respond: (invocation: Invocation) => Task;
  call: Dispatcher['call'];
}

function createTutor(): Tutor {
  const asked: Invocation[] = [];
  const tutor: Tutor = {
    asked,
    respond: () => answering(),
    prepare: (invocation) => {
      asked.push(invocation);
      return tutor.respond(invocation);
    },
    heard: () => {},
    turn: async () => {},
    complete: async () => [],
    call: async () => ({
      kind: 'refused',
      message: message({ title: 'nobody to call', visibility: 'private' }),
    }),
  };
  return tutor;
}

interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly facts: object;
  readonly text: string;
}

/** Lifeguard on a Slack of its own. */
export interface Setting {
  readonly slack: SlackServer;
  readonly bot: Slack;
  readonly tutor: Tutor;
  readonly logged: readonly LogLine[];
  readonly stop: () => Promise<void>;
}

export type Way = 'socket' | 'http';
export const ways: readonly Way[] = ['socket', 'http'];

/** A PNG of one pixel stands for every picture. */
export const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

export function manifestFor(way: Way): Manifest {
  const url = 'http://127.0.0.1/slack/events';
  return slackManifest(commands, way === 'http' ? { kind: 'http', url } : { kind: 'socket' });
}

type OneWorkspace = Extract<SlackSetup, { readonly botToken: string }>;

/** The bot with what a test sees of it. */
type Running = Pick<Setting, 'bot' | 'tutor' | 'logged'>;

/** Everything that the bot is handed but how it gets into Slack. */
export function createHouse() {
  const tutor = createTutor();
  const logged: LogLine[] = [];
  const line = (level: LogLine['level']) => (facts: object, text: string) =>
    void logged.push({ level, facts, text });
  const log: Log = { info: line('info'), warn: line('warn'), error: line('error') };
  const house = {
    commands,
    dispatcher: tutor,
    staff: [],
    state: memoryState(),
    communities: { left: async () => undefined, joined: async () => undefined },
    rasterize: async () => pixel,
    log,
  };
  return { tutor, logged, house };
}

/** Starts a bot on a Slack that is there; a second one on the same state is another instance, or the next start. */
export async function startBot(
  slack: SlackServer,
  way: Way,
  setup: Partial<OneWorkspace> = {},
  respond?: Tutor['respond'],
): Promise<Running> {
  const { tutor, logged, house } = createHouse();
  if (respond) tutor.respond = respond;
  const { appToken, signingSecret } = slack;
  const bot = await startSlack({
    mode:
      way === 'socket'
        ? { kind: 'socket', appToken }
        : { kind: 'http', signingSecret, port: 0, host: '127.0.0.1' },
    botToken: slack.botToken,
    apiUrl: slack.apiUrl,
    ...house,
    ...setup,
  });
  if (way === 'http') await slack.subscribe(`http://127.0.0.1:${bot.port}/slack/events`);
  return { bot, tutor, logged };
}

export async function startSetting(
  way: Way,
  { manifest = manifestFor(way), setup = {} }: { manifest?: Manifest; setup?: Partial<OneWorkspace> } = {},
): Promise<Setting> {
  const slack = await startSlackServer({ manifest });
  const running = await startBot(slack, way, setup);
  return {
    ...running,
    slack,
    stop: async () => {
      await running.bot.stop();
      await slack.stop();
    },
  };
}

/** The manifest with more scopes and events, as an operator adds them. */
export function withMore(
  manifest: Manifest,
  scopes: readonly string[],
  events: readonly string[] = [],
): Manifest {
  const { oauth_config, settings } = manifest;
  const { event_subscriptions } = settings;
  return {
    ...manifest,
    oauth_config: { scopes: { bot: [...oauth_config.scopes.bot, ...scopes] } },
    settings: {
      ...settings,
      event_subscriptions: {
        ...event_subscriptions,
        bot_events: [...event_subscriptions.bot_events, ...events],
      },
    },
  };
}

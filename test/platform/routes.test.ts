import { PassThrough } from 'node:stream';
import { PermissionFlagsBits } from 'discord.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import {
  createDispatcher,
  type Dispatcher,
  type Invocation,
  type Platform,
} from '../../src/command/index.ts';
import { rasterize } from '../../src/picture/index.ts';
import { startBrowser } from '../../src/platform/browser/index.ts';
import { startDiscord } from '../../src/platform/discord/index.ts';
import { memoryKeeper } from '../../src/platform/keeper.ts';
import { memoryState } from '../../src/platform/memory.ts';
import { slackManifest, startSlack } from '../../src/platform/slack/index.ts';
import { startTerminal } from '../../src/platform/terminal/index.ts';
import { type Message, plain } from '../../src/reply/index.ts';
import { servicesFor } from '../command/services.ts';
import { type DiscordServer, startDiscordServer } from './discord/server.ts';
import { type SlackServer, seen, startSlackServer } from './slack/index.ts';

const quiet = { info: () => {}, warn: () => {}, error: () => {} };
const descriptions = commands.map(({ description }) => description);

/** What the real commands replied, by the platform that asked. */
const replies = new Map<Platform, Message>();
const services = await servicesFor(commands);
const real = createDispatcher({
  commands,
  services,
  log: quiet,
  questionsPerMinute: 1_000,
});
const dispatcher: Dispatcher = {
  ...real,
  prepare: (invocation) => {
    const task = real.prepare(invocation);
    if (task.kind === 'form') return task;
    return { ...task, work: () => remember(invocation, task.work()) };
  },
};

async function remember({ platform }: Invocation, working: Message | Promise<Message>): Promise<Message> {
  const reply = await working;
  replies.set(platform, reply);
  return reply;
}

/** A reply without its drawing functions, which are new each time; the alt text tells what they draw. */
const facts = (reply: Message | undefined): unknown => JSON.parse(JSON.stringify(reply ?? null));

/** A tab of the playground. */
const tab = 'b'.repeat(32);

/** The words of the answer that the page is given. */
const texts = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return typeof value === 'string' ? value : '';
  return Object.values(value).map(texts).join(' ');
};

let discord: DiscordServer;
let slack: SlackServer;
let stops: readonly (() => Promise<void>)[];
let typeInTerminal: (text: string) => Promise<string>;
let askOnPage: (asked: unknown) => Promise<string>;

/** Saves the entries that the examples are about in each community, and learns which id stands for which title. */
async function seed(...communities: readonly string[]): Promise<void> {
  for (const community of communities) {
    await keep(community, 'Flatten or GAP?', 'One number for each channel: {{compare 4x4x4}}');
    await keep(community, 'Outdated note', 'From the year before.');
  }
}

async function keep(community: string, title: string, body: string): Promise<void> {
  const teacher = { user: 'teacher', staff: true, roles: [] };
  const draft = { title, body, group: '', aliases: [], triggers: [] };
  const saved = await services.faq.add(community, teacher, draft);
  if (saved.kind !== 'saved') throw new Error(`not saved: ${saved.kind}`);
}

beforeAll(async () => {
  discord = await startDiscordServer();
  slack = await startSlackServer({ manifest: slackManifest(descriptions, { kind: 'socket' }) });
  await seed(discord.guild.id, slack.workspace.team.id, 'playground', 'terminal');
  const house = { commands: descriptions, dispatcher, rasterize, log: quiet };
  const onDiscord = await startDiscord({
    ...house,
    token: discord.token,
    apiUrl: discord.apiUrl,
    guildId: null,
    shards: null,
    shardCount: null,
    state: memoryState(),
    communities: { left: async () => {}, joined: async () => {} },
  });
  const onSlack = await startSlack({
    ...house,
    mode: { kind: 'socket', appToken: slack.appToken },
    botToken: slack.botToken,
    apiUrl: slack.apiUrl,
    staff: [slack.user('ana').id],
    state: memoryState(),
    communities: { left: async () => {}, joined: async () => {} },
  });
  const [input, output] = [new PassThrough(), new PassThrough({ encoding: 'utf8' })];
  const terminal = startTerminal({ input, output, dispatcher, commands: descriptions });
  typeInTerminal = async (text) => {
    output.read();
    input.write(`${text}\n`);
    let shown = '';
    for await (const chunk of output.iterator({ destroyOnReturn: false })) {
      shown += chunk;
      if (shown.endsWith('\n> ')) break;
    }
    return shown;
  };
  const page = await startBrowser({ ...house, port: 0, keeper: memoryKeeper() });
  askOnPage = async (asked) => {
    const body = new FormData();
    body.append('asking', JSON.stringify({ asked, staff: true, earlier: null, replaces: null }));
    const address = `http://127.0.0.1:${page.port}`;
    const answered = await fetch(`${address}/answers`, {
      method: 'POST',
      headers: { origin: address, 'x-tab': tab },
      body,
    });
    return texts(await answered.json());
  };
  const inTerminal = async () => terminal.stop();
  stops = [onDiscord.stop, onSlack.stop, discord.stop, slack.stop, page.stop, inTerminal];
});

afterAll(async () => {
  for (const stop of stops) await stop();
});

async function askEverywhere(
  name: string,
  text: string,
  options: Readonly<Record<string, string | number | boolean>>,
) {
  replies.clear();
  const shownOnDiscord = await discord
    .user('ana', { permissions: PermissionFlagsBits.ManageGuild })
    .slash(name, options)
    .answer();
  const asked = await slack.user('ana').command('/lifeguard', `${name} ${text}`);
  const shownOnSlack = await asked.answer();
  const shownInTerminal = await typeInTerminal(`/${name} ${text}`);
  const shownOnPage = await askOnPage({ kind: 'command', command: name, values: options });
  return {
    discord: shownOnDiscord.text,
    slack: seen(shownOnSlack),
    terminal: shownInTerminal,
    browser: shownOnPage,
  };
}

const examples = commands.flatMap((command) =>
  command.kind === 'leaf'
    ? command.examples.map((example) => ({ ...example, name: command.description.name }))
    : command.subcommands.flatMap(({ description, examples: own }) =>
        own.map((example) => ({ ...example, name: `${command.description.name} ${description.name}` })),
      ),
);

describe('every example of every command', () => {
  test.each(examples)('/$name $text gives the same reply on each route', async ({ name, text, options }) => {
    const shown = await askEverywhere(name, text, options);
    const [first, ...others] = [...replies.values()].map(facts);
    expect(replies.size).toBe(4);
    for (const other of others) expect(withoutCalls(other)).toEqual(withoutCalls(first));
    const title = plain(replies.get('terminal')?.title ?? '');
    for (const text of Object.values(shown)) expect(words(text)).toContain(words(title));
  });
});

/**
 * Help shows how to call a command on the platform where it was asked, and an entry's id and its author's are each
 * community's own; all else is the same.
 */
const withoutCalls = (reply: unknown): unknown =>
  JSON.parse(
    JSON.stringify(reply)
      .replaceAll('/lifeguard ', '/')
      .replace(/("question":"|\nid: |\\nid: )[\w-]{12}/g, '$1an entry')
      .replaceAll(slack.user('ana').id, 'ana')
      .replaceAll(discord.user('ana').id, 'ana')
      .replaceAll('"text":"terminal"', '"text":"ana"')
      .replaceAll(tab, 'ana'),
  );

/** Letters and digits: what a platform's escapes and marks leave alone. */
const words = (text: string): string =>
  text
    .replaceAll('/lifeguard ', '/')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Asked as a plain question: by mention on Discord and Slack, typed in the terminal and on the page. */
async function mentionEverywhere(question: string) {
  replies.clear();
  const onDiscord = await discord.user('ben').mention(question).answer();
  const said = await slack.user('ben').mention('help-with-week-3', question);
  const onSlack = await said.answer();
  const inTerminal = await typeInTerminal(question);
  const onPage = await askOnPage({ kind: 'text', text: question });
  const [first, ...others] = [...replies.values()].map(facts);
  expect(replies.size).toBe(4);
  for (const other of others) expect(other).toEqual(first);
  return { shown: [onDiscord.text, seen(onSlack), inTerminal, onPage], reply: replies.get('terminal') };
}

describe('the questions that this began with', () => {
  test('the difference between global and local average pooling, whole', async () => {
    const { shown } = await mentionEverywhere(
      'what is the difference between GlobalAveragePooling2D and AveragePooling2D?',
    );
    for (const text of shown) {
      const flat = words(text);
      for (const part of [
        'pool_size',
        'strides',
        'padding',
        'keepdims True',
        'DenseNet',
        'channels_first',
        'Dense 10',
      ])
        expect(flat).toContain(words(part));
      for (const shape of [
        'None 2 2 4',
        'None 1 1 4',
        '4 2 2',
        '4 1 1',
        '170 parameters',
        '50 parameters',
        '8 5',
      ])
        expect(flat).toContain(shape);
    }
  });

  test.each([
    ['average pooling with pool size 2x2 and stride 2 on 4 (height) x 4 (width) x 4 (channels)', '2 × 2 × 4'],
    ['GlobalAveragePooling2D on 4x4x4', '4'],
    ['GlobalAveragePooling2D(keepdims=True) on 4x4x4', '1 × 1 × 4'],
    ['GlobalAveragePooling2D on (8, 4, 4, 4)', '(8, 4)'],
    ['GlobalAveragePooling2D on (None, 7, 7, 1024)', '(None, 1024)'],
    ['GlobalAveragePooling2D with channels_first on (None, 1024, 7, 7)', '(None, 1024)'],
    ["AveragePooling2D(pool_size=(2, 2), strides=2, padding='same') on (8, 5, 5, 3)", '(8, 3, 3, 3)'],
    ['nn.AvgPool2d(2) on [8, 3, 5, 5]', '(8, 3, 2, 2)'],
    ['nn.AdaptiveAvgPool2d(1) on [8, 3, 5, 5]', '(8, 3, 1, 1)'],
    ['MaxPooling2D() on 28x28x64', '14 × 14 × 64'],
    ['average pool 2x2 of [[1,2],[3,4]]', '2.5'],
  ])('%s → %s', async (question, title) => {
    const { shown, reply } = await mentionEverywhere(question);
    expect(plain(reply?.title ?? '')).toBe(title);
    for (const text of shown) expect(words(text)).toContain(words(title));
  });
});

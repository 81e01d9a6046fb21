import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createDispatcher, defineCommand, type Invocation } from '../../src/command/index.ts';
import { type Message, plain } from '../../src/reply/index.ts';
import { servicesFor } from './services.ts';

const says = (title: string): Message => ({
  kind: 'message',
  title,
  understood: null,
  blocks: [],
  assumptions: [],
  actions: [],
  sources: [],
  visibility: 'public',
});

const greet = defineCommand({
  name: 'greet',
  summary: 'Says a name',
  options: z.object({
    question: z.string().max(20).optional().describe('Who'),
    times: z.number().int().max(3).optional().describe('How often'),
  }),
  examples: [{ text: 'Ana', options: { question: 'Ana' } }],
  permission: 'everyone',
  prepare: ({ question = 'you', times = 1 }) => ({
    kind: 'answer',
    visibility: 'public',
    work: () => says(Array.from({ length: times }, () => question).join(' ')),
  }),
});

const notes = defineCommand({
  name: 'notes',
  summary: 'Keeps notes',
  subcommands: [
    defineCommand({
      name: 'show',
      summary: 'Shows a note',
      options: z.object({ question: z.string().optional().describe('Which') }),
      examples: [{ text: 'first', options: { question: 'first' } }],
      permission: 'everyone',
      prepare: ({ question }) => ({
        kind: 'answer',
        visibility: 'public',
        work: () => says(`note ${question}`),
      }),
    }),
    defineCommand({
      name: 'wipe',
      summary: 'Removes all notes',
      options: z.object({}),
      examples: [{ text: '', options: {} }],
      permission: 'staff',
      prepare: () => {
        throw new Error('the disk is on fire');
      },
    }),
  ],
});

const logged: object[] = [];
const dispatcher = createDispatcher({
  commands: [greet, notes],
  services: await servicesFor([greet, notes]),
  log: { error: (facts) => logged.push(facts) },
});

const from = (given: Partial<Invocation>): Invocation => ({
  platform: 'terminal',
  community: null,
  channel: 'here',
  user: 'ana',
  staff: false,
  roles: [],
  way: 'command',
  files: [],
  earlier: null,
  command: 'greet',
  input: { kind: 'text', text: '' },
  ...given,
});

async function answer(
  given: Partial<Invocation>,
): Promise<{ visibility: string; title: string; text: string }> {
  const task = dispatcher.prepare(from(given));
  if (task.kind === 'form') throw new TypeError('no form was expected');
  const { title, blocks } = await task.work();
  const text = blocks.map((block) => (block.kind === 'text' ? plain(block.content) : '')).join('\n');
  return { visibility: task.visibility, title: plain(title), text };
}

describe('a command', () => {
  test('runs the same by typed text and by typed options', async () => {
    const typed = await answer({ input: { kind: 'text', text: 'Ana times=2' } });
    const options = await answer({ input: { kind: 'options', values: { question: 'Ana', times: 2 } } });
    expect(typed).toEqual(options);
    expect(typed).toEqual({ visibility: 'public', title: 'Ana Ana', text: '' });
  });

  test('refuses a bad value privately, by the name of its option, with usage and an example', async () => {
    const refused = await answer({ input: { kind: 'text', text: 'Ana times=many' } });
    expect(refused.visibility).toBe('private');
    expect(refused.title).toBe('I could not read times = "many"');
    expect(refused.text).toContain('times: How often');
    expect(refused.text).toContain('/greet Ana');
  });

  test('refuses an option that it does not have', async () => {
    const refused = await answer({ input: { kind: 'options', values: { color: 'red' } } });
    expect(refused.title).toBe('There is no option "color" here');
  });
});

describe('subcommands', () => {
  test('are the first word of typed text, or part of the command name', async () => {
    const typed = await answer({ command: 'notes', input: { kind: 'text', text: 'show first one' } });
    const named = await answer({
      command: 'notes show',
      input: { kind: 'options', values: { question: 'first one' } },
    });
    expect(typed).toEqual(named);
    expect(typed.title).toBe('note first one');
  });

  test('that do not exist are answered with those that do', async () => {
    const refused = await answer({ command: 'notes', input: { kind: 'text', text: 'burn' } });
    expect(refused.title).toBe('/notes has no "burn"');
    expect(refused.text).toContain('show, wipe');
  });
});

test('an unknown command names the nearest one', async () => {
  const refused = await answer({ command: 'gret' });
  expect(refused.visibility).toBe('private');
  expect(refused.text).toContain('/greet');
});

test('a command for staff is refused to others, privately', async () => {
  const refused = await answer({ command: 'notes wipe' });
  expect(refused).toMatchObject({ visibility: 'private', title: '/notes wipe is for teaching staff' });
});

test('a fault shows an id and nothing of the inside; the log has the rest under the same id', async () => {
  const { visibility, text } = await answer({ command: 'notes wipe', staff: true });
  const [fault] = /[0-9a-f]{8}/.exec(text) ?? [];
  expect(visibility).toBe('private');
  expect(text).not.toContain('fire');
  expect(logged.at(-1)).toMatchObject({
    fault,
    command: 'notes wipe',
    err: new Error('the disk is on fire'),
  });
});

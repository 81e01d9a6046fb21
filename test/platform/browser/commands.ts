import { z } from 'zod';
import { type Command, defineCommand, type Invocation } from '../../../src/command/index.ts';
import type { Block, Inline, Message } from '../../../src/reply/index.ts';

export const message = (title: Inline, blocks: readonly Block[] = []): Message => ({
  kind: 'message',
  title,
  understood: null,
  blocks,
  assumptions: [],
  actions: [],
  sources: [],
  visibility: 'public',
});

/** Opens a form where the text is missing, and says what was filled in. */
const note: Command = defineCommand({
  name: 'note',
  summary: 'Keep a note',
  options: z.object({
    title: z.string().max(40).optional().describe('Its title'),
    text: z.string().max(2_000).optional().describe('What it says'),
  }),
  examples: [],
  permission: 'everyone',
  prepare: ({ title, text }) =>
    text === undefined
      ? {
          kind: 'form',
          form: {
            kind: 'form',
            title: 'A note',
            command: 'note',
            submit: 'Save',
            fields: [
              {
                name: 'title',
                label: 'Title',
                multiline: false,
                required: true,
                value: 'Draft',
                maxLength: 40,
              },
              { name: 'text', label: 'Text', multiline: true, required: true, value: '', maxLength: 2_000 },
            ],
          },
        }
      : {
          kind: 'answer',
          visibility: 'public',
          work: () => message(`Saved: ${title}`, [{ kind: 'text', content: text }]),
        },
});

/** An answer with a button that opens the form. */
const board: Command = defineCommand({
  name: 'board',
  summary: 'Show the notes',
  options: z.object({}),
  examples: [],
  permission: 'everyone',
  prepare: () => ({
    kind: 'answer',
    visibility: 'public',
    work: () => ({
      ...message('No notes yet'),
      actions: [{ kind: 'ask', label: 'add a note', command: 'note', options: {} }],
    }),
  }),
});

/** For moderators only. */
const settle: Command = defineCommand({
  name: 'settle',
  summary: 'Settle something for the course',
  options: z.object({}),
  examples: [],
  permission: 'staff',
  prepare: () => ({ kind: 'answer', visibility: 'private', work: () => message('Settled') }),
});

/** Says which files came along, from their bytes. */
const files: Command = defineCommand({
  name: 'files',
  summary: 'Count the bytes of files',
  options: z.object({}),
  examples: [],
  permission: 'everyone',
  prepare: (_, invocation: Invocation) => ({
    kind: 'answer',
    visibility: 'public',
    work: async () => {
      const sizes = invocation.files.map(async ({ name, fetch }) => `${name}: ${(await fetch()).length}`);
      return message((await Promise.all(sizes)).join(', ') || 'no file');
    },
  }),
});

/** Says everything that was typed back, in every kind of block. */
const echo: Command = defineCommand({
  name: 'echo',
  summary: 'Say it back',
  options: z.object({ question: z.string().optional().describe('What to say') }),
  examples: [],
  permission: 'everyone',
  prepare: ({ question = '' }) => ({
    kind: 'answer',
    visibility: 'public',
    work: () => everything(question),
  }),
});

/** A message that holds the text in every place that a text can have. */
export const everything = (text: string): Message => ({
  ...message(text, [
    { kind: 'text', content: [text, { mark: 'strong', content: text }, { mark: 'code', text }] },
    { kind: 'text', content: { mark: 'link', content: text, href: text } },
    { kind: 'heading', text },
    { kind: 'steps', ordered: true, items: [text, text] },
    {
      kind: 'table',
      caption: text,
      table: { header: [text, text], rows: [[text, text]], align: ['left', 'right'] },
    },
    { kind: 'code', language: 'python', code: text },
    { kind: 'code', language: 'text', code: text },
    { kind: 'notice', tone: 'warning', content: text },
    { kind: 'notice', tone: 'error', content: text },
    { kind: 'picture', alt: text, draw: () => ({ svg: red, width: 20, height: 10 }) },
  ]),
  understood: text,
  assumptions: [text],
  actions: [{ kind: 'delete', label: text }],
  sources: [{ label: text, href: text }],
});

export const red =
  '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><rect width="20" height="10" fill="red"/></svg>';

export const testCommands: readonly Command[] = [note, board, settle, files, echo];

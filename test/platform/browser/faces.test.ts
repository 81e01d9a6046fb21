import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { createDispatcher } from '../../../src/command/index.ts';
import { rasterize } from '../../../src/picture/index.ts';
import type { Face, Part, Run } from '../../../src/platform/browser/faces/face.ts';
import { facesOf } from '../../../src/platform/browser/faces/faces.ts';
import { readMarkdown } from '../../../src/platform/browser/faces/markdown.ts';
import { readMrkdwn } from '../../../src/platform/browser/faces/mrkdwn.ts';
import { toInvocation } from '../../../src/platform/browser/intake.ts';
import { markdown } from '../../../src/platform/discord/markdown.ts';
import { mrkdwn } from '../../../src/platform/slack/blocks/mrkdwn.ts';
import { type Inline, type Message, plain } from '../../../src/reply/index.ts';
import { servicesFor } from '../../command/services.ts';
import { everything, message, red } from './commands.ts';
import { quiet } from './playground.ts';

const drawings = [{ svg: red, width: 20, height: 10 }];

const faces = (shown: Message): Promise<readonly Face[]> =>
  facesOf('an-id', { tab: 'a-tab', message: shown, drawings }, { rasterize, log: quiet });

const wordsOf = (parts: readonly Part[]): string => parts.map(partWords).join('\n');
const runWords = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');

function partWords(part: Part): string {
  switch (part.kind) {
    case 'heading':
    case 'paragraph':
      return runWords(part.runs);
    case 'list':
      return part.items.map(wordsOf).join('\n');
    case 'quote':
    case 'box':
      return wordsOf(part.parts);
    case 'code':
      return part.text;
    case 'table':
      return part.rows.flat().map(runWords).join('\n');
    case 'picture':
      return part.alt;
    case 'file':
      return part.name;
    case 'buttons':
      return part.labels.join('\n');
  }
}

/** Platforms add signs that nobody sees, look-alikes of backticks, and blanks. */
const seen = (text: string): string => text.replace(/[\u200b`\u02cb\s]/g, '');

describe('the three faces of one reply', () => {
  test('show the same words, drawn from what is sent', async () => {
    const services = await servicesFor(commands);
    const dispatcher = createDispatcher({ commands, services, log: quiet });
    const values = { question: 'AveragePooling2D(2) on 4x4x4', show: 'more' };
    const task = dispatcher.prepare(toInvocation({ tab: 'a-tab', staff: false }, 'pool', values));
    if (task.kind === 'form') throw new TypeError('an answer was expected');
    const reply = await task.work();
    for (const { messages } of await faces(reply)) {
      const words = seen(messages.map(({ parts }) => wordsOf(parts)).join('\n'));
      expect(words).toContain(seen(plain(reply.title)));
      for (const block of reply.blocks)
        if (block.kind === 'steps')
          for (const item of block.items) expect(words).toContain(seen(plain(item)));
      for (const { text } of [{ text: plain(reply.understood ?? '') }]) expect(words).toContain(seen(text));
    }
  });

  test('tell the size of each message against its platform’s limits', async () => {
    const [discord, slack, text] = await faces(everything('a word'));
    const size = (face: Face | undefined, of: string) =>
      face?.messages[0]?.sizes.find((one) => one.of === of) ?? null;
    const sent: unknown = JSON.parse(discord?.messages[0]?.payload ?? '');
    expect(sent).toMatchObject({ files: [{ name: 'picture-10.png', description: 'a word' }] });
    expect(size(discord, 'files')).toMatchObject({ used: 1, most: 10 });
    expect(size(discord, 'components')?.most).toBe(40);
    expect(size(slack, 'blocks')).toMatchObject({ most: 50 });
    expect(size(slack, 'characters of blocks')?.used).toBeGreaterThan(500);
    expect(size(text, 'lines')?.most).toBeNull();
  });

  test('a reply too long for one message is shown in all of its messages', async () => {
    const long = message(
      'Long',
      Array.from({ length: 45 }, (_, at) => ({ kind: 'text', content: `${at} `.repeat(70) })),
    );
    const [discord, slack, text] = await faces(long);
    expect(discord?.messages.length).toBeGreaterThan(1);
    expect(slack?.messages.length).toBeGreaterThan(1);
    expect(text?.messages.length).toBe(1);
    for (const { messages } of [discord, slack].flatMap((face) => face ?? []))
      for (const { sizes } of messages)
        for (const { used, most } of sizes) expect(used).toBeLessThanOrEqual(most ?? 0);
  });

  test('a picture stands in its place on Discord and on Slack', async () => {
    const shown = await faces(everything('a word'));
    for (const { messages } of shown.slice(0, 2))
      expect(messages.flatMap(({ parts }) => parts)).toContainEqual({
        kind: 'picture',
        href: '/pictures/an-id/0',
        alt: 'a word',
      });
  });
});

/** Text with every sign that a platform could read, and marks around words. */
const signs = fc.string({ unit: fc.constantFrom(...'ab1 *_~`|<>[]()#-+.:@!&\\\n'.split('')), maxLength: 30 });
const words = fc.constantFrom('a word', 'pool_size', '2 × 2', 'x');
const inline: fc.Arbitrary<Inline> = fc.oneof(
  signs,
  words.map((content): Inline => ({ mark: 'strong', content })),
  words.map((content): Inline => ({ mark: 'emphasis', content })),
  signs.map((text): Inline => ({ mark: 'code', text })),
);

describe('what the renderers escape is read back as it was', () => {
  test('in Discord’s Markdown', () => {
    fc.assert(
      fc.property(fc.array(inline, { maxLength: 4 }), (content) => {
        expect(seen(wordsOf(readMarkdown(markdown(content))))).toBe(seen(plain(content)));
      }),
    );
  });

  test('in Slack’s mrkdwn', () => {
    fc.assert(
      fc.property(fc.array(inline, { maxLength: 4 }), (content) => {
        expect(seen(runWords(readMrkdwn(mrkdwn(content))))).toBe(seen(plain(content)));
      }),
    );
  });

  test('marks are drawn as what they are', () => {
    expect(readMarkdown('-# small\n## Title\n**bold** and `code`\nnext line\n- item\nafter it')).toEqual([
      { kind: 'paragraph', small: true, runs: [{ text: 'small', marks: [], href: null }] },
      { kind: 'heading', level: 2, runs: [{ text: 'Title', marks: [], href: null }] },
      {
        kind: 'paragraph',
        small: false,
        runs: [
          { text: 'bold', marks: ['strong'], href: null },
          { text: ' and ', marks: [], href: null },
          { text: 'code', marks: ['code'], href: null },
          { text: '\nnext line', marks: [], href: null },
        ],
      },
      {
        kind: 'list',
        ordered: false,
        start: 1,
        items: [[{ kind: 'paragraph', small: false, runs: [{ text: 'item', marks: [], href: null }] }]],
      },
      { kind: 'paragraph', small: false, runs: [{ text: 'after it', marks: [], href: null }] },
    ]);
    expect(readMrkdwn('see <https://keras.io|the *docs*> and ~not~ _this_')).toEqual([
      { text: 'see ', marks: [], href: null },
      { text: 'the *docs*', marks: [], href: 'https://keras.io' },
      { text: ' and ', marks: [], href: null },
      { text: 'not', marks: ['strike'], href: null },
      { text: ' ', marks: [], href: null },
      { text: 'this', marks: ['emphasis'], href: null },
    ]);
  });
});

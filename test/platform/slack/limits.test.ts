import { describe, expect, test } from 'vitest';
import { slackLimits } from '../../../src/platform/limits.ts';
import { type Rendered, render } from '../../../src/platform/slack/index.ts';
import type { Block, Message, Table } from '../../../src/reply/index.ts';
import { seen } from './index.ts';
import { checkBlocks, isTooLongTogether, textLength } from './server/block-rules.ts';
import { collectFaults, faultLines } from './server/faults.ts';
import { message } from './setting.ts';

/** Renders, has Slack's own rules look at every part, and gives the parts. */
function rendered(parts: Partial<Message>) {
  const sent = render(message({ title: '', ...parts }), {
    pictures: () => ({ kind: 'file', id: 'F000000001' }),
    idOf: () => '3f0c2a6e-5f4e-4a35-9f0b-111111111111',
    elsewhere: null,
  });
  for (const { blocks, text } of sent) {
    const faults = collectFaults('/blocks');
    checkBlocks(faults, blocks, { kind: 'message', canShow: () => true });
    expect(faultLines(faults)).toEqual([]);
    expect(isTooLongTogether(blocks)).toBe(false);
    expect(text).not.toBe('');
    expect(text.length).toBeLessThanOrEqual(slackLimits.fallback);
  }
  return sent;
}

const types = (parts: readonly Rendered[]) => parts.map(({ blocks }) => blocks.map(({ type }) => type));
const text = (content: string): Block => ({ kind: 'text', content });
const words = (parts: readonly Rendered[]) => parts.map(seen).join('\n');
const grid = (rows: number, columns: number, cell: string): Table => ({
  header: Array.from({ length: columns }, () => 'h'),
  rows: Array.from({ length: rows - 1 }, () => Array.from({ length: columns }, () => cell)),
  align: [],
});

describe('at a limit and one above', () => {
  test('a title of 150 characters is a header, one of 151 a bold line', () => {
    expect(types(rendered({ title: 'T'.repeat(150) }))).toEqual([['header']]);
    expect(types(rendered({ title: 'T'.repeat(151) }))).toEqual([['rich_text']]);
    expect(words(rendered({ title: 'T'.repeat(151) }))).toBe('T'.repeat(151));
  });

  test('50 blocks are one message, 51 two', () => {
    expect(types(rendered({ blocks: Array(50).fill(text('a')) }))).toHaveLength(1);
    const parts = rendered({ blocks: Array(51).fill(text('a')) });
    expect(parts.map(({ blocks }) => blocks.length)).toEqual([50, 1]);
  });

  test('25 buttons are one row, 26 two', () => {
    const actions = (count: number) =>
      Array.from({ length: count }, () => ({ kind: 'delete', label: 'x' }) as const);
    expect(types(rendered({ actions: actions(25) }))).toEqual([['actions']]);
    expect(types(rendered({ actions: actions(26) }))).toEqual([['actions', 'actions']]);
  });

  test('a button says 75 characters, and of 76 that it says less', () => {
    const button = (length: number) =>
      words(rendered({ actions: [{ kind: 'delete', label: 'x'.repeat(length) }] }));
    expect(button(75)).toBe(`[${'x'.repeat(75)}]`);
    expect(button(76)).toBe(`[${'x'.repeat(74)}…]`);
  });

  test('100 rows by 20 columns are a table, 101 rows or 21 columns are aligned text', () => {
    const table = (rows: number, columns: number): Block => ({
      kind: 'table',
      caption: null,
      table: grid(rows, columns, '1'),
    });
    expect(types(rendered({ blocks: [table(100, 1)] }))).toEqual([['table']]);
    expect(types(rendered({ blocks: [table(3, 20)] }))).toEqual([['table']]);
    expect(types(rendered({ blocks: [table(101, 1)] }))).toEqual([['rich_text']]);
    expect(types(rendered({ blocks: [table(3, 21)] }))).toEqual([['rich_text']]);
  });

  test('a message takes one table; the next is aligned text', () => {
    const table: Block = { kind: 'table', caption: 'sizes', table: grid(2, 2, '4') };
    expect(types(rendered({ blocks: [table, table] }))).toEqual([
      ['rich_text', 'table', 'rich_text', 'rich_text'],
    ]);
  });

  test('a list longer than a block goes on with its numbers', () => {
    const items = Array.from({ length: 400 }, (_, at) => `step number ${at + 1}`);
    const all = words(rendered({ blocks: [{ kind: 'steps', ordered: true, items }] }));
    for (const [at, item] of items.entries()) expect(all).toContain(`${at + 1}. ${item}`);
  });

  test('a picture of 2,000 characters of words has them, of 2,001 has them below', () => {
    const picture = (length: number): Block => ({
      kind: 'picture',
      alt: 'x'.repeat(length),
      draw: () => ({ svg: '', width: 1, height: 1 }),
    });
    expect(types(rendered({ blocks: [picture(2_000)] }))).toEqual([['image']]);
    expect(types(rendered({ blocks: [picture(2_001)] }))).toEqual([['image', 'rich_text']]);
  });

  test('a link as long as Slack takes is one, a longer is its words', () => {
    const at = (length: number) =>
      rendered({ sources: [{ label: 'docs', href: 'https://x.y/'.padEnd(length, 'z') }] });
    expect(words(at(3_000))).toBe('docs');
    expect(JSON.stringify(at(3_000))).toContain('z'.repeat(2_900));
    expect(words(at(3_001))).toBe('docs');
    expect(JSON.stringify(at(3_001))).not.toContain('zz');
  });

  test('12,000 characters of text are one message, 13,200 are two', () => {
    const sentences = (length: number) => 'An average of cells. '.repeat(length / 21);
    expect(rendered({ blocks: [text(sentences(12_000))] })).toHaveLength(1);
    expect(rendered({ blocks: [text(sentences(13_200))] })).toHaveLength(2);
  });
});

describe('nothing is lost, whatever its length', () => {
  test.each([
    ['words', 'An average over a window of cells. '.repeat(800)],
    ['one endless word', 'x'.repeat(30_000)],
    ['signs outside ASCII', '⌊(4 − 2) / 2⌋ × '.repeat(1_500)],
    ['pairs of code units', '𝔸'.repeat(9_000)],
    ['signs that Slack escapes', '<&>/"\\'.repeat(3_000)],
  ])('%s', (_, long) => {
    const all = (block: Block) => words(rendered({ blocks: [block] })).replaceAll('\n', '');
    expect(all(text(long))).toBe(long);
    expect(all({ kind: 'code', language: 'text', code: long })).toBe(long);
    expect(all({ kind: 'notice', tone: 'info', content: long })).toBe(long);
    expect(all({ kind: 'steps', ordered: false, items: [long] })).toBe(`• ${long}`);
    expect(words(rendered({ title: long })).replaceAll('\n', '')).toBe(long);
    expect(words(rendered({ assumptions: [long] })).replaceAll('\n', '')).toBe(`Assumed: ${long}`);
  });

  test('a table of more text than Slack takes', () => {
    const table = grid(40, 20, 'a long cell text');
    const parts = rendered({ blocks: [{ kind: 'table', caption: null, table }] });
    const cells = words(parts).split('a long cell text').length - 1;
    expect(cells).toBe(39 * 20);
    expect(parts.reduce((total, { blocks }) => total + textLength(blocks), 0)).toBeGreaterThan(10_000);
  });

  test('an empty message is one that Slack takes', () => {
    expect(rendered({ blocks: [text(''), { kind: 'code', language: 'text', code: '\n' }] })).toEqual([]);
    const blank: Table = { header: ['', ''], rows: [['', 'a']], align: ['left', 'right'] };
    expect(types(rendered({ blocks: [{ kind: 'table', caption: null, table: blank }] }))).toEqual([
      ['table'],
    ]);
    expect(words(rendered({ blocks: [{ kind: 'steps', ordered: true, items: [''] }] }))).toBe(' ');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Page } from '../../../src/platform/discord/index.ts';
import type { Action, Block } from '../../../src/reply/index.ts';
import { picture, refusals, rendered, table, text, texts } from './posts.ts';

describe('at the limits', () => {
  const actions = (count: number): readonly Action[] =>
    Array.from({ length: count }, (_, n) => ({
      kind: 'ask',
      label: `button ${n}`,
      command: 'pool',
      options: {},
    }));
  const buttons = (pages: readonly Page[]) =>
    pages.flatMap(({ components }) =>
      components.flatMap((each) => (each.type === 1 ? [each.components.length] : [])),
    );

  it.each([
    [5, [5]],
    [6, [5, 1]],
    [25, [5, 5, 5, 5, 5]],
    [60, Array(12).fill(5)],
  ])('%i buttons stand in rows', (count, rows) => {
    const pages = rendered({ title: 'buttons', actions: actions(count) });
    expect(refusals(pages)).toEqual([]);
    expect(buttons(pages)).toEqual(rows);
  });

  it.each([80, 81])('a label of %i characters fits its button', (length) => {
    const pages = rendered({ title: 'label', actions: [{ kind: 'delete', label: 'x'.repeat(length) }] });
    expect(refusals(pages)).toEqual([]);
  });

  it('keeps the buttons on the first message', () => {
    const pages = rendered({ blocks: [text('word '.repeat(1_400))], actions: actions(3) });
    expect(pages).toHaveLength(2);
    expect(buttons(pages.slice(0, 1))).toEqual([3]);
  });

  it.each([10, 11, 41])('%i pictures', (count) => {
    const pages = rendered({
      title: 'pictures',
      blocks: Array.from({ length: count }, () => picture('alt')),
    });
    expect(refusals(pages)).toEqual([]);
    expect(pages.flatMap(({ files }) => files)).toHaveLength(count);
  });

  it.each([1_024, 1_025])('an alternative text of %i characters is told whole', (length) => {
    const alt = `${'x'.repeat(length - 1)}!`;
    const pages = rendered({ blocks: [picture(alt)] });
    expect(refusals(pages)).toEqual([]);
    expect(JSON.stringify(pages[0]?.components)).toContain(alt);
  });

  it.each([
    [20, 1],
    [21, 2],
  ])('%i notices of two components each take %i messages', (count, messages) => {
    const notice: Block = { kind: 'notice', tone: 'info', content: 'take care' };
    const pages = rendered({ blocks: Array.from({ length: count }, () => notice) });
    expect(refusals(pages)).toEqual([]);
    expect(pages).toHaveLength(messages);
  });

  it.each([
    ['python', 'code-1.py'],
    ['text', 'code-1.txt'],
  ] as const)('long %s code is attached', (language, name) => {
    const lines = Array.from({ length: 500 }, (_, n) => `line_${n} = ${n}`).join('\n');
    const pages = rendered({ blocks: [{ kind: 'code', language, code: lines }] });
    expect(pages[0]?.files.map((file) => [file.name, Buffer.from(file.bytes).toString()])).toEqual([
      [name, lines],
    ]);
    expect(texts(pages)).toContain(`The code has 500 lines; it is in ${name}.`);
  });

  it('a text of three messages is posted, a longer one attached whole under its beginning', () => {
    const three = rendered({ title: 'long', blocks: [text('word '.repeat(2_200))] });
    expect(three).toHaveLength(3);
    const words = Array.from({ length: 4_000 }, (_, n) => `word${n}`).join(' ');
    const more = rendered({ title: 'longer', blocks: [text(words), picture('alt')], actions: actions(2) });
    expect(refusals(more)).toEqual([]);
    expect(more).toHaveLength(1);
    expect(texts(more)).toMatch(
      /^## longer\nword0 word1 [\s\S]*This is only the beginning; the whole is in answer\.txt\.$/,
    );
    const whole = more[0]?.files.find(({ name }) => name === 'answer.txt');
    expect(Buffer.from(whole?.bytes ?? []).toString()).toContain(words);
    expect(more[0]?.files.map(({ name }) => name)).toEqual(['answer.txt', 'picture-2.png']);
  });

  it('text of three bytes a sign stays below the bytes at which Discord fails', () => {
    const pages = rendered({
      title: 'wide',
      blocks: Array.from({ length: 3 }, () => text('漢'.repeat(1_200))),
    });
    expect(refusals(pages)).toEqual([]);
    expect(pages.length).toBeGreaterThan(1);
  });
});

it('is always something that Discord takes', () => {
  const words = fc.string({ unit: 'grapheme', maxLength: 400 });
  const long = fc.tuple(words, fc.nat({ max: 30 })).map(([word, times]) => word.repeat(times));
  const block: fc.Arbitrary<Block> = fc.oneof(
    long.map(text),
    words.map((content): Block => ({ kind: 'heading', text: content })),
    fc.array(words, { maxLength: 8 }).map((items): Block => ({ kind: 'steps', ordered: true, items })),
    fc
      .array(fc.tuple(words, words), { maxLength: 6 })
      .map((rows): Block => ({ kind: 'table', caption: null, table: table(['a', 'b'], rows) })),
    long.map((content): Block => ({ kind: 'code', language: 'text', code: content })),
    words.map((content): Block => ({ kind: 'notice', tone: 'error', content })),
    long.map(picture),
  );
  const parts = fc.record({
    title: long,
    understood: fc.option(words),
    blocks: fc.array(block, { maxLength: 12 }),
    assumptions: fc.array(words, { maxLength: 4 }),
    actions: fc.array(
      fc
        .string({ minLength: 1, maxLength: 100 })
        .map((label): Action => ({ kind: 'delete', label: `-${label}` })),
      { maxLength: 30 },
    ),
  });
  fc.assert(
    fc.property(parts, (given) => {
      expect(refusals(rendered(given))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

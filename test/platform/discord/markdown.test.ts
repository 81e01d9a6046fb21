import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeBlock, escapeText, inlineCode } from '../../../src/platform/discord/escape.ts';
import { cutMarkdown, markdown } from '../../../src/platform/discord/markdown.ts';
import { code, emphasis, type Inline, link, plain, strong } from '../../../src/reply/index.ts';

/** Undoes what Discord undoes: the backslash before a sign, and signs of no width. */
const read = (text: string) => text.replace(/\\([^0-9A-Za-z\s])/g, '$1').replaceAll('\u200b', '');
/** What is left for Discord to interpret once escaped signs are out of the way. */
const bare = (text: string) => text.replace(/\\[^0-9A-Za-z\s]/g, 'x');

const hostile = fc.stringMatching(/^[ \n*_~`|>#+\-[\]():@<&!/\\.\da-c]{0,40}$/);

describe('plain text', () => {
  it.each([
    ['a_b * c ~~d~~', 'a\\_b \\* c \\~\\~d\\~\\~'],
    ['# no heading', '\\# no heading'],
    ['- no list\n1. nor this', '\\- no list\n1\\. nor this'],
    ['> no quote, but 3 > 2', '\\> no quote, but 3 > 2'],
    ['[no link](https://example.com)', '\\[no link\\](https\\://example.com)'],
    ['<@123> <#1> <:a:1>', '\\<@123> \\<#1> \\<\\:a\\:1>'],
    ['@everyone and @here', '@\u200beveryone and @\u200bhere'],
    ['||no spoiler||', '\\|\\|no spoiler\\|\\|'],
    [':smile: at 12:30: yes', '\\:smile: at 12\\:30: yes'],
    ['⌊(4 − 2) / 2⌋ + 1 = 2', '⌊(4 − 2) / 2⌋ + 1 = 2'],
  ])('%s', (text, escaped) => expect(escapeText(text)).toBe(escaped));

  it('shows exactly its signs', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(read(escapeText(text))).toBe(text);
      }),
    );
  });

  it('leaves Discord nothing to interpret', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const left = bare(escapeText(text));
        expect(left).not.toMatch(/[*_~`|[\]<]|@(?:everyone|here)|:\S+:|:\/\//);
        expect(left).not.toMatch(/^\s*(?:[#>+-]|\d+[.)])/m);
      }),
    );
  });
});

describe('code', () => {
  it.each([
    ['MaxPooling2D()', '`MaxPooling2D()`'],
    ['a`b', '`` a`b ``'],
    ['``', '`` `\u200b` ``'],
    ['two\nlines', '`two lines`'],
    ['', ''],
  ])('in a line: %s', (text, expected) => expect(inlineCode(text)).toBe(expected));

  it('never lets its content out', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[`a\n ]{1,12}$/), (text) => {
        const block = codeBlock(text, 'text');
        expect(block.slice(3, -3)).not.toContain('```');
        const line = inlineCode(text);
        expect(line.slice(2, -2)).not.toContain('``');
        expect(block).toContain(codeBlock('', 'text').slice(0, 4));
      }),
    );
  });

  it('is coloured as Python where it is Python', () =>
    expect(codeBlock('x = 1', 'python')).toBe('```py\nx = 1\n```'));
});

describe('marks', () => {
  it.each<[string, Inline, string]>([
    ['nested', strong(['all ', emphasis('leaning'), ' bold']), '**all** ***leaning*** **bold**'],
    ['side by side', [strong('a'), emphasis('b')], '**a**\u200b*b*'],
    ['with blanks inside', ['x', strong(' y '), 'z'], 'x **y** z'],
    ['bold code', strong(code('f()')), '**`f()`**'],
    [
      'a link that is not unfurled',
      link('Keras', 'https://keras.io/api/'),
      '[Keras](<https://keras.io/api/>)',
    ],
    ['a link that breaks out', link('x', 'https://a.b/c)>d(e'), '[x](<https://a.b/c%29%3Ed%28e>)'],
    ['a link to no web address', link('x', 'javascript:alert(1)'), 'x'],
    ['neighbours alike', ['a', 'b', ['c']], 'abc'],
  ])('%s', (_, inline, expected) => expect(markdown(inline)).toBe(expected));
});

describe('cutting', () => {
  const inline: fc.Arbitrary<Inline> = fc.letrec<{ inline: Inline }>((tie) => ({
    inline: fc.oneof(
      { maxDepth: 3 },
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.string({ maxLength: 30 }).map(code),
      tie('inline').map(strong),
      tie('inline').map(emphasis),
      tie('inline').map((content) => link(content, 'https://example.com/a')),
      fc.array(tie('inline'), { maxLength: 4 }),
    ),
  })).inline;

  it('keeps every piece within the limit', () => {
    fc.assert(
      fc.property(fc.array(inline, { maxLength: 12 }), (content) => {
        for (const piece of cutMarkdown(content, 300)) {
          expect(Buffer.byteLength(piece)).toBeLessThanOrEqual(300);
          expect(piece.trim()).not.toBe('');
        }
      }),
      { numRuns: 60 },
    );
  });

  it('loses no sign but blanks at the cuts', () => {
    const signs = (text: string) => text.replace(/\s/g, '');
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 8, maxLength: 20 }), (parts) => {
        const text = parts.join(' ');
        expect(signs(read(cutMarkdown(text, 120).join('')))).toBe(signs(text));
      }),
      { numRuns: 60 },
    );
  });

  it('cuts between words', () => {
    const words = Array.from({ length: 200 }, (_, n) => `word${n}`).join(' ');
    const pieces = cutMarkdown(strong(words), 400);
    expect(pieces.length).toBeGreaterThan(3);
    for (const piece of pieces) expect(piece).toMatch(/^\*\*word\d+(?: word\d+)*\*\*$/);
    expect(pieces.map((piece) => piece.slice(2, -2)).join(' ')).toBe(words);
  });

  it('cuts a word without end too', () => {
    const pieces = cutMarkdown('漢'.repeat(1_000), 300);
    expect(pieces.join('')).toBe('漢'.repeat(1_000));
    expect(plain(pieces)).toHaveLength(1_000);
  });
});

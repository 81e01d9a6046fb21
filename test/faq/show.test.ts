import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { showContent } from '../../src/faq/show.ts';
import { type Block, code, emphasis, type Inline, link, plain, strong } from '../../src/reply/index.ts';
import { windows } from './household.ts';

const entry = (body: string) => ({ title: 'Title', body, group: null, aliases: [], triggers: [] });
const show = async (body: string): Promise<readonly Block[]> =>
  (await showContent(entry(body), windows)).blocks;
const textOf = (content: Inline): Block => ({ kind: 'text', content });
/** Marks without the lists around single texts. */
const flat = (inline: Inline): Inline => {
  if (typeof inline === 'string') return inline;
  if ('mark' in inline) return 'content' in inline ? { ...inline, content: flat(inline.content) } : inline;
  const parts = inline.map(flat).flat(9);
  return parts.length === 1 ? (parts[0] ?? '') : parts;
};
const only = async (body: string): Promise<Inline> => {
  const [block] = await show(body);
  return block?.kind === 'text' ? flat(block.content) : [];
};

describe('Markdown', () => {
  test('marks', async () => {
    expect(await only('a *b* **c** `d_e` [f](https://x.org)')).toEqual([
      'a ',
      emphasis('b'),
      ' ',
      strong('c'),
      ' ',
      code('d_e'),
      ' ',
      link('f', 'https://x.org'),
    ]);
  });

  test('blocks', async () => {
    const blocks = await show(
      '# Head *ing*\n\n1. one\n2. two\n   - in\n   - ner\n\n```python\nx = 1\n```\n\n> quoted\n\n---\n\n    plain',
    );
    expect(blocks.map((block) => block.kind)).toEqual(['heading', 'steps', 'code', 'notice', 'code']);
    expect(blocks[0]).toEqual({ kind: 'heading', text: 'Head ing' });
    expect(blocks[2]).toEqual({ kind: 'code', language: 'python', code: 'x = 1' });
    const steps = blocks[1];
    expect(steps?.kind === 'steps' && steps.items.map(plain)).toEqual(['one', 'two\n– in\n– ner']);
  });

  test('a picture is a link, and links by reference lead where they should', async () => {
    expect(await only('![map](https://x.org/a.png)')).toEqual(link('map', 'https://x.org/a.png'));
    expect(await only('[a][r] ![b][r]\n\n[r]: https://x.org')).toEqual([
      link('a', 'https://x.org'),
      ' ',
      link('b', 'https://x.org'),
    ]);
  });

  test('HTML stays the text that was typed, and a link that is no web address is only its words', async () => {
    expect(await only('a <b onclick="x()">b</b>')).toEqual(['a ', '<b onclick="x()">', 'b', '</b>']);
    expect(await show('<script>alert(1)</script>')).toEqual([textOf('<script>alert(1)</script>')]);
    expect(await only('[a](javascript:alert(1))')).toBe('a');
    expect(await only('[a](/relative)')).toBe('a');
  });

  test('line breaks stay', async () => {
    expect(plain(await only('a\nb  \nc'))).toBe('a\nb\nc');
  });
});

describe('live parts', () => {
  test('inside a sentence it is the result', async () => {
    expect(plain(await only('Then {{fit 2 in 5}} windows, not {{fit 2 in 7}}.'))).toBe(
      'Then 2 windows, not 3.',
    );
  });

  test('as commands are typed in a chat, with a slash or capitals, it computes too', async () => {
    expect(plain(await only('Then {{/fit 2 in 5}} or {{Fit 2 in 5}}.'))).toBe('Then 2 or 2.');
  });

  test('a result that is a sentence ends in the sentence around it', async () => {
    const sentence = {
      ...windows,
      compute: async () => ({ ...(await windows.compute('fit', '2 in 5')), title: 'Two fit.' }),
    };
    const { blocks } = await showContent(entry('It is so: {{fit 2 in 5}}. Yes.'), sentence);
    expect(blocks).toMatchObject([{ kind: 'text', content: ['It is so: ', 'Two fit', '. Yes.'] }]);
  });

  test('on a line of its own it is the whole answer', async () => {
    expect(await show('{{ fit 2 in 5 }}')).toEqual([
      textOf(strong('2')),
      textOf('I read that.'),
      textOf('5 cells hold that many windows of 2.'),
    ]);
  });

  test('Markdown’s own marks mean nothing inside', async () => {
    const [block] = await show('a {{fit *2* in_x_}} b');
    expect(block?.kind === 'text' && plain(block.content)).toBe(
      'a {{fit *2* in_x_}} (I can\'t read "fit *2* in_x_".) b',
    );
  });

  test('in code, or with a backslash, braces are braces', async () => {
    expect(await only('`{{fit 2 in 5}}`')).toEqual(code('{{fit 2 in 5}}'));
    expect(await show('```\n{{fit 2 in 5}}\n```')).toEqual([
      { kind: 'code', language: 'text', code: '{{fit 2 in 5}}' },
    ]);
    expect(await only('\\{{fit 2 in 5}}')).toBe('{{fit 2 in 5}}');
  });

  test('one that computes no more says so in its place, and the rest is shown', async () => {
    const [first, second] = await show('{{fit nothing}}\n\nStill {{fit 1 in 4}}.');
    expect(first).toEqual({
      kind: 'notice',
      tone: 'warning',
      content: [code('{{fit nothing}}'), ' could not be computed: ', 'I can\'t read "fit nothing".'],
    });
    expect(second?.kind === 'text' && plain(second.content)).toBe('Still 4.');
  });

  test('the same part twice is computed once', async () => {
    let computed = 0;
    const counting = {
      ...windows,
      compute: (command: string, text: string) => {
        computed++;
        return windows.compute(command, text);
      },
    };
    await showContent(entry('{{fit 1 in 4}} {{fit 1 in 4}} {{fit 2 in 4}}'), counting);
    expect(computed).toBe(2);
  });

  test('in headings, lists, quotes and links they compute too', async () => {
    const blocks = await show(
      '# {{fit 1 in 4}}\n\n- {{fit 1 in 5}}\n\n> {{fit 1 in 6}}\n\n[{{fit 1 in 7}}](https://x.org)',
    );
    expect(JSON.stringify(blocks)).not.toContain('{{');
    expect(blocks[0]).toEqual({ kind: 'heading', text: '4' });
  });
});

test('any text is shown without failing, and keeps every word of plain prose', async () => {
  const markup = fc.array(
    fc.constantFrom(
      '*',
      '_',
      '`',
      '[',
      ']',
      '(',
      ')',
      '!',
      '<',
      '>',
      '#',
      '-',
      '1.',
      '\n',
      ' ',
      '{{',
      '}}',
      '\\',
      'word',
      '&amp;',
      '|',
    ),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        markup.map((parts) => parts.join('')),
        fc.string({ unit: 'binary' }),
      ),
      async (body) => {
        await show(body);
      },
    ),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 1 }), async (words) => {
      expect(plain(await only(words.join(' ')))).toBe(words.join(' '));
    }),
  );
});

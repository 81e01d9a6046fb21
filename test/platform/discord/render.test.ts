import { describe, expect, it } from 'vitest';
import { render } from '../../../src/platform/discord/index.ts';
import { code, type Table } from '../../../src/reply/index.ts';
import { message } from './lifeguard.ts';
import { picture, refusals, rendered, table, texts } from './posts.ts';

describe('a teaching answer', () => {
  it('stands in one message, in the order of reading', () => {
    const pages = rendered({
      title: '2 × 2 × 4',
      understood: ['I read ', code('AveragePooling2D(2)'), ' on 4 × 4 × 4.'],
      blocks: [
        { kind: 'heading', text: 'How' },
        { kind: 'steps', ordered: true, items: ['height ⌊(4 − 2) / 2⌋ + 1 = 2', 'width the same'] },
        picture('A 4 by 4 map with one window lit.'),
        { kind: 'code', language: 'python', code: 'AveragePooling2D(pool_size=2)' },
        { kind: 'notice', tone: 'warning', content: 'One row is dropped.' },
      ],
      assumptions: ['channels_last, because Keras'],
      sources: [{ label: 'Keras', href: 'https://keras.io/api/layers/pooling_layers/' }],
      actions: [{ kind: 'delete', label: 'delete' }],
    });
    expect(refusals(pages)).toEqual([]);
    expect(pages).toHaveLength(1);
    expect(pages[0]?.components).toEqual([
      {
        type: 10,
        content: [
          '## 2 × 2 × 4',
          'I read `AveragePooling2D(2)` on 4 × 4 × 4.',
          '### How',
          '1. height ⌊(4 − 2) / 2⌋ + 1 = 2',
          '2. width the same',
        ].join('\n'),
      },
      {
        type: 12,
        items: [
          { media: { url: 'attachment://picture-3.png' }, description: 'A 4 by 4 map with one window lit.' },
        ],
      },
      { type: 10, content: '```py\nAveragePooling2D(pool_size=2)\n```' },
      { type: 17, accent_color: 0xe0a82e, components: [{ type: 10, content: 'One row is dropped.' }] },
      {
        type: 10,
        content:
          '-# Assumed: channels\\_last, because Keras\n-# Source: [Keras](<https://keras.io/api/layers/pooling_layers/>)',
      },
      {
        type: 1,
        components: [{ type: 2, style: 2, custom_id: expect.stringMatching(/^id-/), label: 'delete' }],
      },
    ]);
  });

  it('tells a picture by its words where it could not be drawn', () => {
    const pages = render(message({ blocks: [picture('Two maps.')] }), {
      pictures: [null],

      button: () => '',
    });
    expect(texts(pages)).toBe('-# Picture (it could not be shown): Two maps.');
  });
});

describe('a table', () => {
  const shown = (each: Table) => rendered({ blocks: [{ kind: 'table', caption: 'Shapes', table: each }] });

  it('is aligned by what its signs take up', () => {
    const pages = shown(
      table(
        ['layer', 'shape'],
        [
          ['池化', '2 × 2'],
          ['flatten', '16'],
        ],
      ),
    );
    expect(texts(pages)).toBe(
      ['**Shapes**', '```', 'layer    shape', '-------  -----', '池化     2 × 2', 'flatten  16', '```'].join(
        '\n',
      ),
    );
  });

  it('becomes a list where it is too wide', () => {
    const wide = table(
      ['', 'AveragePooling2D(2)', 'GlobalAveragePooling2D()'],
      [
        ['output', '2 × 2 × 4', '4'],
        ['another image size', 'the Dense no longer fits', 'still 4 numbers'],
      ],
    );
    expect(texts(shown(wide))).toBe(
      [
        '**Shapes**',
        '**output**',
        '- AveragePooling2D(2): 2 × 2 × 4',
        '- GlobalAveragePooling2D(): 4',
        '**another image size**',
        '- AveragePooling2D(2): the Dense no longer fits',
        '- GlobalAveragePooling2D(): still 4 numbers',
      ].join('\n'),
    );
  });

  it('is attached where it is too long for both', () => {
    const rows = Array.from({ length: 400 }, (_, n) => [`layer ${n}`, `${n} × ${n}`]);
    const pages = shown(table(['layer', 'shape'], rows));
    expect(refusals(pages)).toEqual([]);
    expect(texts(pages)).toContain('The table has 400 rows; it is in table-1.txt.');
    const [file] = pages[0]?.files ?? [];
    expect(Buffer.from(file?.bytes ?? []).toString()).toContain('layer 399  399 × 399');
  });
});

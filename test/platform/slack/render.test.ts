import { expect, test } from 'vitest';
import { render } from '../../../src/platform/slack/index.ts';
import { code, strong } from '../../../src/reply/index.ts';
import { seen } from './index.ts';
import { message } from './setting.ts';

const answer = message({
  title: '2 × 2 × 4',
  understood: ['I read ', code('AveragePooling2D(pool_size=(2, 2))'), ' on 4 × 4 × 4.'],
  blocks: [
    { kind: 'heading', text: 'Why' },
    {
      kind: 'steps',
      ordered: true,
      items: ['height ⌊(4 − 2) / 2⌋ + 1 = 2', ['channels stay ', strong('4'), ': each is pooled on its own']],
    },
    {
      kind: 'table',
      caption: 'Local and global',
      table: {
        header: ['', 'local', 'global'],
        rows: [
          ['output', code('2 × 2 × 4'), '4'],
          ['cells in a mean', '4', '16'],
        ],
        align: ['left', 'right', 'right'],
      },
    },
    { kind: 'picture', alt: 'A window', draw: () => ({ svg: '', width: 1, height: 1 }) },
    { kind: 'code', language: 'python', code: 'x = AveragePooling2D(2)(x)\n' },
    { kind: 'notice', tone: 'warning', content: 'A border of cells is dropped.' },
  ],
  assumptions: ['channels_last, because Keras'],
  sources: [{ label: 'AveragePooling2D', href: 'https://keras.io/api/layers/pooling_layers/' }],
  actions: [
    { kind: 'ask', label: 'as PyTorch', command: 'pool', options: {} },
    { kind: 'delete', label: 'Delete' },
  ],
});

const [sent, ...others] = render(answer, {
  pictures: () => ({ kind: 'file', id: 'F0123456789' }),
  idOf: ({ label }) => `id of ${label}`,
  elsewhere: null,
});

test('an answer is one message, in the order it is read', () => {
  expect(others).toEqual([]);
  expect(sent && seen(sent)).toBe(
    [
      '2 × 2 × 4',
      'I read AveragePooling2D(pool_size=(2, 2)) on 4 × 4 × 4.',
      'Why',
      'height ⌊(4 − 2) / 2⌋ + 1 = 2',
      'channels stay 4: each is pooled on its own',
      'Local and global',
      '  | local | global',
      'output | 2 × 2 × 4 | 4',
      'cells in a mean | 4 | 16',
      '(A window)',
      'x = AveragePooling2D(2)(x)',
      'Warning: A border of cells is dropped.',
      'Assumed: channels_last, because Keras',
      'AveragePooling2D',
      '[as PyTorch] [Delete]',
    ].join('\n'),
  );
});

test("each part is Slack's own block", () => {
  expect(sent?.blocks.map(({ type }) => type)).toEqual([
    'header',
    'rich_text',
    'rich_text',
    'rich_text',
    'rich_text',
    'table',
    'image',
    'rich_text',
    'rich_text',
    'context',
    'context',
    'actions',
  ]);
  expect(sent?.blocks).toMatchObject([
    { text: { type: 'plain_text', emoji: false } },
    { elements: [{ elements: [{}, { style: { code: true } }, {}] }] },
    { elements: [{ elements: [{ style: { bold: true } }] }] },
    { elements: [{ type: 'rich_text_list', style: 'ordered' }] },
    {},
    { column_settings: [{ align: 'left' }, { align: 'right' }, { align: 'right' }] },
    { alt_text: 'A window', slack_file: { id: 'F0123456789' } },
    { elements: [{ type: 'rich_text_preformatted' }] },
    { elements: [{ type: 'rich_text_quote' }] },
    { elements: [{ type: 'mrkdwn', verbatim: true }] },
    {},
    {
      elements: [
        { action_id: 'answer:0', value: 'id of as PyTorch' },
        { action_id: 'answer:1', value: 'id of Delete' },
      ],
    },
  ]);
});

test('the fallback says all of it in words', () => {
  const text = sent?.text.replaceAll('\u200b', '') ?? '';
  expect(text).toContain(
    '2 × 2 × 4\nI read AveragePooling2D(pool_size=(2, 2)) on 4 × 4 × 4.\nWhy\n1. height',
  );
  expect(text).toContain('Picture: A window\nx = AveragePooling2D(2)(x)\nWarning: A border');
  expect(text).toContain('Assumed: channels_last, because Keras\nAveragePooling2D');
});

import { describe, expect, test } from 'vitest';
import { answerQuestion } from '../../src/answer/index.ts';
import { explain } from '../../src/explain/index.ts';
import { renderText } from '../../src/platform/text/index.ts';
import { readQuestion } from '../../src/question/index.ts';

const ask = (text: string) => answerQuestion(readQuestion({ text }));
const said = (text: string) => renderText(explain(ask(text)));

/** Along one axis what a cell at the end sees, how far its neighbour looks, and where the first one looks. */
const chains: readonly (readonly [string, number, number, number])[] = [
  ['receptive field of conv3, pool2, conv3, pool2', 10, 4, 4.5],
  ['jump and receptive field of conv5 stride 2, pool 3 stride 2', 9, 4, 4],
  ['how far does one cell see after conv 7 stride 2 then maxpool 3 stride 2', 11, 4, 5],
  ['receptive field of conv 7 stride 2 padding 3, maxpool 3 stride 2 padding 1 on 224x224x3', 11, 4, 0],
  ['receptive field of three conv3', 7, 1, 3],
  ['receptive field of 3 conv 3x3 layers', 7, 1, 3],
  ['receptive field: conv3 dilation 2, conv3 dilation 4', 13, 1, 6],
  ['what is the receptive field of two MaxPooling2D(2)?', 4, 4, 1.5],
  ['/trace receptive field of Conv2D(32, 3), MaxPooling2D(2), Conv2D(64, 3), MaxPooling2D(2)', 10, 4, 4.5],
  [
    'receptive field of nn.Sequential(nn.Conv2d(3, 16, 3, padding=1), nn.MaxPool2d(2), nn.Conv2d(16, 32, 3, padding=1), nn.MaxPool2d(2))',
    10,
    4,
    1.5,
  ],
];

describe('what one cell sees', () => {
  test.each(chains)('%s', (text, size, jump, start) => {
    const last = ask(text).traced?.fields.at(-1);
    expect(last?.axes).toEqual([
      { size, jump, start },
      { size, jump, start },
    ]);
  });

  test.each([
    [
      'does my receptive field cover a 32x32 image? conv3, pool2, conv3, pool2',
      'does not cover the 32 × 32 image',
    ],
    ['does one cell of conv3, pool2, conv3, pool2 see the whole 10x10 image?', 'covers the 10 × 10 image'],
    ['receptive field of conv3, pool2 on 8x8x3', '4 × 4 of 8 × 8, 25 % of the image'],
  ])('%s', (text, expected) => {
    expect(said(text)).toContain(expected);
  });

  test('a square on the image shows it', () => {
    const text = 'does my receptive field cover a 32x32 image? conv3, pool2, conv3, pool2';
    expect(said(text)).toContain('field 10 × 10 pixels; sees 9.8 % of the image; step 4 pixels');
  });
});

describe('which inputs get how much of the gradient', () => {
  test.each([
    ['gradient of MaxPool2d(2) on [[1,2],[2,0]]', [0, 1, 0, 0], 'the first, row by row, takes it all'],
    ['gradient of MaxPooling2D(2) on [[1,2],[2,0]]', [0, 1, 0, 0], 'the first, row by row, takes it all'],
    [
      'gradient of GlobalMaxPooling2D on [[1,2],[2,0]]',
      [0, 0.5, 0.5, 0],
      'all of them share what arrives evenly',
    ],
    [
      'gradient of AveragePooling2D(2) on [[1,2],[2,0]]',
      [0.25, 0.25, 0.25, 0.25],
      'gets 1/4 of what arrives',
    ],
    [
      'gradient of MaxPooling2D(2, strides=1) on [[1,2,3],[4,3,3],[0,1,3]]',
      [0, 0, 1, 2, 1, 0, 0, 0, 0],
      'In 2 windows the maximum stands more than once',
    ],
  ])('%s', (text, gradient, expected) => {
    const [result] = ask(text).outcomes;
    expect(result?.kind === 'result' && Array.from(result.gradient ?? [])).toEqual(gradient);
    expect(said(text)).toContain(expected);
    expect(said(text)).toContain('backward on');
  });
});

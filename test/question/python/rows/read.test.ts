import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRows } from '../../../../src/question/python/index.ts';

const rowsIn = (text: string) =>
  readRows(text).arrays.map(({ notation, shape, values }) => ({ notation, shape, values: [...values] }));
const matrix = (notation: string) => [{ notation, shape: [2, 2], values: [1, 2, 3, 4] }];

describe('readRows', () => {
  const read: readonly [string, ReturnType<typeof matrix>][] = [
    ['pool [[1, 2], [3, 4]] please', matrix('list')],
    ['[[1 2]\n [3 4]]', matrix('list')],
    ['((1, 2), (3, 4))', matrix('list')],
    ['{{1, 2}, {3, 4}}', matrix('list')],
    ['A = [1 2; 3 4]', matrix('matlab')],
    ['A = [1, 2; 3, 4];', matrix('matlab')],
    ['A = [1 2\n     3 4]', matrix('list')],
    ['the matrix 1 2; 3 4 here', matrix('matlab')],
    ['rows 1 2 / 3 4', matrix('matlab')],
    ['take\n1 2\n3 4\nand pool', matrix('block')],
    ['1, 2\n3, 4', matrix('block')],
    ['| 1 | 2 |\n|---|---|\n| 3 | 4 |', matrix('block')],
    ['[1, 2]\n[3, 4]', matrix('block')],
    ['the sequence 3 6 9 12 15, keras', [{ notation: 'line', shape: [5], values: [3, 6, 9, 12, 15] }]],
    ['for -5 −3 -9.', [{ notation: 'line', shape: [3], values: [-5, -3, -9] }]],
    ['steps 2, 4, 6 and 100 with', [{ notation: 'line', shape: [4], values: [2, 4, 6, 100] }]],
    ['1.5 .5 2. 1e3', [{ notation: 'line', shape: [4], values: [1.5, 0.5, 2, 1000] }]],
    ['of [10, 20, 30]', [{ notation: 'list', shape: [3], values: [10, 20, 30] }]],
    ['[nan 1 -inf]', [{ notation: 'list', shape: [3], values: [NaN, 1, -Infinity] }]],
  ];
  for (const [text, arrays] of read) {
    it(`reads ${text.replaceAll('\n', ' / ')}`, () => {
      expect(rowsIn(text)).toEqual(arrays);
    });
  }

  for (const text of [
    '28x28x3',
    '7 and 7',
    '(8, 96, 13, 13)',
    '[?, 1, 64, 32]',
    'x[1, 2, 3]',
    'Conv2D(3, 10, 5)',
    'v1.2.3',
    '(None, 5, 5, 320)',
  ]) {
    it(`takes no data from ${text}`, () => {
      expect(rowsIn(text)).toEqual([]);
    });
  }

  it('names the ragged row', () => {
    expect(readRows('[[1, 2], [3]]')).toMatchObject({ arrays: [], problems: [{ kind: 'ragged', row: 2 }] });
    expect(readRows('1 2 3\n4 5 6\n7 8')).toMatchObject({
      arrays: [],
      problems: [{ kind: 'ragged', row: 3, found: 2 }],
    });
  });

  it('reads an open bracket as far as it goes', () => {
    const { arrays, problems } = readRows('[[1, 2], [3, 4] pooled');
    expect(arrays).toMatchObject([{ shape: [2, 2] }]);
    expect(problems).toMatchObject([{ kind: 'unclosed', bracket: '[' }]);
  });

  it('reads the same matrix in every notation', () => {
    const rows = fc.integer({ min: 2, max: 4 }).chain((width) =>
      fc.array(fc.array(fc.integer({ min: -99, max: 99 }), { minLength: width, maxLength: width }), {
        minLength: 2,
        maxLength: 4,
      }),
    );
    fc.assert(
      fc.property(rows, (wanted) => {
        const lines = wanted.map((row) => row.join(' '));
        const texts = [
          JSON.stringify(wanted),
          `[${lines.map((line) => `[${line}]`).join('\n ')}]`,
          `[${lines.join('; ')}]`,
          lines.join('\n'),
          wanted.map((row) => row.join(', ')).join('\n'),
        ];
        for (const text of texts) {
          expect(rowsIn(text)).toMatchObject([
            { shape: [wanted.length, wanted[0]?.length], values: wanted.flat() },
          ]);
        }
      }),
      { numRuns: 60 },
    );
  });
});

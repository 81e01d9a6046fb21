import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FileRefusal, readCsv } from '../../../src/question/files/index.ts';
import { refusalOf } from './refusal-of.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const matrix = (text: string) => {
  const { shape, values } = readCsv(bytes(text));
  return { shape, values: [...values] };
};
const twoByThree = { shape: [2, 3], values: [1, 2.5, -3, 4, 5, 6] };

describe('readCsv', () => {
  const same: readonly [string, string][] = [
    ['commas', '1,2.5,-3\n4,5,6\n'],
    ['semicolons', '1;2.5;-3\n4;5;6'],
    ['tabs', '1\t2.5\t-3\n4\t5\t6\n'],
    ['spaces, as numpy.savetxt writes them', '1.00e+00 2.50e+00 -3.00e+00\n4 5  6\n'],
    ['Windows line ends and a byte order mark', '\ufeff1,2.5,-3\r\n4,5,6\r\n'],
    ['quotes and spaces around the fields', ' "1" , 2.5 ,"-3"\n4,5,6'],
    ['empty lines', '\n1,2.5,-3\n\n4,5,6\n\n'],
    ['a comma at the end of each row', '1,2.5,-3,\n4,5,6,\n'],
    ['decimal commas between semicolons', '1;2,5;-3\n4;5;6'],
  ];
  for (const [what, text] of same) {
    it(`reads ${what}`, () => {
      expect(matrix(text)).toEqual(twoByThree);
    });
  }

  it('skips a first row without a number and says so', () => {
    const read = readCsv(bytes('width,height\n1,2\n3,4\n'));
    expect(read.shape).toEqual([2, 2]);
    expect(read.notes).toEqual([{ kind: 'header-skipped', header: ['width', 'height'] }]);
  });

  it('reads one column, one number, and numbers that are none', () => {
    expect(matrix('1\n2\n3')).toEqual({ shape: [3, 1], values: [1, 2, 3] });
    expect(matrix('7')).toEqual({ shape: [1, 1], values: [7] });
    expect(matrix('nan,inf\n-Inf,-1e-3')).toEqual({
      shape: [2, 2],
      values: [NaN, Infinity, -Infinity, -0.001],
    });
  });

  it('reads back any matrix, whatever separates its fields', () => {
    const rows = fc.integer({ min: 1, max: 5 }).chain((width) =>
      fc.array(fc.array(fc.double(), { minLength: width, maxLength: width }), {
        minLength: 1,
        maxLength: 5,
      }),
    );
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('\n', '\r\n'),
        (wanted, separator, end) => {
          const text = wanted
            .map((row) => row.map((n) => (Object.is(n, -0) ? '-0' : String(n))).join(separator))
            .join(end);
          const { shape, values } = readCsv(bytes(text));
          expect(shape).toEqual([wanted.length, wanted[0]?.length]);
          expect([...values]).toEqual(wanted.flat());
        },
      ),
      { numRuns: 100 },
    );
  });

  const refused: readonly [string, string, string, RegExp][] = [
    [
      'a row that is shorter',
      '1,2,3\n4,5\n',
      'csv-ragged',
      /^Row 2 has 2 columns where the rows above have 3\.$/,
    ],
    ['a row that is longer', '1,2\n4,5\n6,7,8', 'csv-ragged', /^Row 3 has 3 columns/],
    ['a word among the numbers', 'a,b\n1,2\n3,cat', 'csv-not-a-number', /^Row 3, column 2 holds "cat"/],
    ['an empty field', '1,,3\n4,5,6', 'csv-not-a-number', /^Row 1, column 2 is empty/],
    ['a label in front of each row', 'r1,2\nr2,3', 'csv-not-a-number', /^Row 1, column 1 holds "r1"/],
    ['a header with nothing below', 'a,b\n', 'csv-empty', /no numbers/],
    ['quotes that do not match', '1,"2\n3,4', 'csv-malformed', /quotes/],
  ];
  for (const [what, text, code, sentence] of refused) {
    it(`refuses ${what}`, async () => {
      const refusal = await refusalOf(() => readCsv(bytes(text)));
      expect(refusal.code).toBe(code);
      expect(refusal.message).toMatch(sentence);
    });
  }

  it('refuses text that is not UTF-8, and names Excel for UTF-16', async () => {
    const latin = await refusalOf(() => readCsv(Uint8Array.of(0x31, 0x2c, 0xe9)));
    expect(latin.code).toBe('csv-encoding');
    const wide = await refusalOf(() => readCsv(Uint8Array.of(0xff, 0xfe, 0x31, 0, 0x2c, 0, 0x32, 0)));
    expect(wide.message).toMatch(/UTF-16.*Excel/);
  });

  it('throws nothing but a refusal for any bytes', () => {
    const textual = fc
      .string({ unit: fc.constantFrom(...'0123456789.,;\t\n"e-+ a'), maxLength: 60 })
      .map(bytes);
    fc.assert(
      fc.property(fc.oneof(textual, fc.uint8Array({ maxLength: 60 })), (file) => {
        try {
          const { shape, values } = readCsv(file);
          expect(values).toHaveLength((shape[0] ?? 0) * (shape[1] ?? 0));
        } catch (error) {
          expect(error).toBeInstanceOf(FileRefusal);
        }
      }),
      { numRuns: 500 },
    );
  });
});

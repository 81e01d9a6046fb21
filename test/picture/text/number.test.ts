import fc from 'fast-check';
import { expect, test } from 'vitest';
import { equals, formatNumber } from '../../../src/picture/text/number.ts';

test.each([
  [3.5, '3.5'],
  [-1.5, '−1.5'],
  [-0, '0'],
  [1 / 3, '0.3333'],
  [99999, '99999'],
  [1234567, '1.23e6'],
  [12345678, '1.23e7'],
  [1e-7, '1e−7'],
  [0.1 + 0.2, '0.3'],
  [Math.fround(0.1), '0.1'],
  [Number.NaN, 'NaN'],
  [-Infinity, '−∞'],
])('%d is written %s', (value, text) => {
  expect(formatNumber(value)).toBe(text);
});

test('a number that lost digits is about equal', () => {
  expect(equals(10 / 3)).toBe('≈\u00A03.333');
  expect(equals(Math.fround(0.3))).toBe('=\u00A00.3');
});

test('what is written is the number to four digits, or three for large and small ones', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, min: -1e300, max: 1e300 }), (value) => {
      const read = Number(formatNumber(value).replaceAll('−', '-'));
      expect(Math.abs(read - value)).toBeLessThanOrEqual(Math.abs(value) * 0.005);
    }),
  );
});

import { expect, test } from 'vitest';
import { python, repr } from '../../src/frameworks/index.ts';

test.each([
  [python.int(3), '3'],
  [python.int(-0), '0'],
  [python.float(2), '2.0'],
  [python.float(-0), '-0.0'],
  [python.float(0.00001), '1e-05'],
  [python.float(0.0001), '0.0001'],
  [python.float(1e16), '1e+16'],
  [python.float(123456789012345), '123456789012345.0'],
  [python.float(Number.NEGATIVE_INFINITY), '-inf'],
  [python.float(Number.NaN), 'nan'],
  [python.bool(true), 'True'],
  [python.none, 'None'],
  [python.str('same'), "'same'"],
  [python.str("it's"), `"it's"`],
  [python.str('a\'b"c\\n'), `'a\\'b"c\\\\n'`],
  [python.tuple([]), '()'],
  [python.intTuple([2]), '(2,)'],
  [python.intTuple([2, 3]), '(2, 3)'],
  [python.list([python.intList([0, 1]), python.none]), '[[0, 1], None]'],
  [python.expression('x.shape[1:]'), 'x.shape[1:]'],
])('repr of %o is %s', (value, printed) => {
  expect(repr(value)).toBe(printed);
});

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { ADVANCE, type Weight } from '../../../src/picture/text/advance.ts';
import { textWidth } from '../../../src/picture/text/measure.ts';
import { wrap } from '../../../src/picture/text/wrap.ts';
import { advanceOf } from './font-file.ts';

const fonts = join(dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json')), 'ttf');

test.each([
  ['regular', 'DejaVuSans.ttf'],
  ['bold', 'DejaVuSans-Bold.ttf'],
] satisfies [Weight, string][])('the widths of %s are those of %s', (weight, file) => {
  const font = readFileSync(join(fonts, file));
  const known = Object.entries(ADVANCE[weight]).flatMap(([width, characters]) =>
    [...characters].map((character) => [character, Number(width)] as const),
  );
  expect(known.length).toBeGreaterThan(200);
  expect(known.filter(([character, width]) => advanceOf(font, character) !== width)).toEqual([]);
});

test('a character outside the table is measured no narrower than it can be', () => {
  expect(textWidth('池', 20)).toBe(20);
});

test('lines break at spaces, code after its brackets, and nothing is wider than allowed', () => {
  expect(wrap('one two three', 60, 14)).toEqual(['one two', 'three']);
  expect(wrap('AveragePooling2D(pool_size=2)', 140, 14)).toEqual(['AveragePooling2D(', 'pool_size=2)']);
  const lines = wrap('Donaudampfschifffahrtsgesellschaft', 80, 14);
  expect(lines.every((line) => textWidth(line, 14) <= 80)).toBe(true);
});

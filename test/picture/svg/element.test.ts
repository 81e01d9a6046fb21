import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { element, serialize } from '../../../src/picture/svg/element.ts';

test('any text and attribute comes back out of a strict parser', () => {
  const text = fc.string({ unit: 'binary' });
  fc.assert(
    fc.property(text, text, (content, value) => {
      const read = parse(serialize(element('text', { 'data-name': value }, content)));
      expect(read.text).toBe(allowed(content));
      expect(read.name).toBe(allowed(value).replaceAll(/[\t\n\r]/g, ' '));
    }),
  );
});

test('numbers are rounded to hundredths and missing attributes left out', () => {
  expect(serialize(element('rect', { x: 1 / 3, y: undefined, rx: -0.001 }))).toBe('<rect x="0.33" rx="0"/>');
});

function parse(xml: string): { text: string; name: string } {
  const parser = new SaxesParser();
  let [text, name] = ['', ''];
  parser.on('opentag', ({ attributes }) => {
    name = attributes['data-name'] ?? '';
  });
  parser.on('text', (part) => {
    text += part;
  });
  parser.write(xml).close();
  return { text, name };
}

/** XML 1.0 has no place for these characters; a parser reads every line end as a newline. */
function allowed(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replaceAll(/\r\n?/g, '\n');
}

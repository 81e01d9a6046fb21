import type { Weight } from './advance.ts';
import { textWidth } from './measure.ts';

/** Breaks text at spaces into lines no wider than `width`; a single longer word is cut with an ellipsis. */
export function wrap(text: string, width: number, size: number, weight: Weight = 'regular'): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || textWidth(longer, size, weight) <= width) line = longer;
    else {
      lines.push(shorten(line, width, size, weight));
      line = word;
    }
  }
  lines.push(shorten(line, width, size, weight));
  return lines;
}

/** The text itself where it fits, otherwise its beginning and an ellipsis. */
export function shorten(text: string, width: number, size: number, weight: Weight = 'regular'): string {
  if (textWidth(text, size, weight) <= width) return text;
  const characters = [...text];
  while (characters.length > 0 && textWidth(`${characters.join('')}…`, size, weight) > width)
    characters.pop();
  return `${characters.join('').trimEnd()}…`;
}

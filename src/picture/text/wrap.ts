import type { Weight } from './advance.ts';
import { textWidth } from './measure.ts';

/**
 * Breaks text at spaces into lines no wider than `width`; a longer word, as code has them, is broken after its
 * brackets and signs, and cut with an ellipsis where that does not help.
 */
export function wrap(text: string, width: number, size: number, weight: Weight = 'regular'): string[] {
  const fits = (line: string) => textWidth(line, size, weight) <= width;
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text, fits)) {
    if (line === '' || fits((line + piece).trimEnd())) line += piece;
    else {
      lines.push(line);
      line = piece;
    }
  }
  return [...lines, line].map((one) => shorten(one.trimEnd(), width, size, weight));
}

/** Words with the space after them, long ones in parts. */
function pieces(text: string, fits: (line: string) => boolean): string[] {
  const words = text.split(/(?<= )/);
  return words.flatMap((word) => (fits(word.trimEnd()) ? [word] : word.split(/(?<=[([,=_.])/)));
}

/** The text itself where it fits, otherwise its beginning and an ellipsis. */
export function shorten(text: string, width: number, size: number, weight: Weight = 'regular'): string {
  if (textWidth(text, size, weight) <= width) return text;
  const characters = [...text];
  while (characters.length > 0 && textWidth(`${characters.join('')}…`, size, weight) > width)
    characters.pop();
  return `${characters.join('').trimEnd()}…`;
}

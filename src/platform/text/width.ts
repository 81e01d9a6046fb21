const segmenter = new Intl.Segmenter();

/** Marks, joiners and other signs that take no room of their own. */
const noWidth = /^[\p{Mark}\p{Default_Ignorable_Code_Point}\p{Control}]+$/u;

/** Signs that take two columns of type of one width (East Asian Wide and Fullwidth, emoji; Unicode, UAX #11). */
const twoColumns =
  /^(?![\uff61-\uffdc])(?:\p{Emoji_Presentation}|[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Bopomofo}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6])|\ufe0f/u;

/** How many columns a text takes in type of one width. */
export function width(text: string): number {
  let columns = 0;
  for (const { segment } of segmenter.segment(text))
    columns += noWidth.test(segment) ? 0 : twoColumns.test(segment) ? 2 : 1;
  return columns;
}

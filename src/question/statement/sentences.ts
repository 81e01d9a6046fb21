const abbreviations = /(?:\b(?:e\.g|i\.e|vs|approx|etc|resp|fig|eq|cf|ca|no|dr|prof)|\b[A-Z])$/i;

/**
 * Cuts a paragraph at the ends of its sentences; a point inside brackets, in a number or in a name is none. The mark
 * at the end stays.
 */
export function sentencesOf(paragraph: string): readonly string[] {
  const sentences: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < paragraph.length; at += 1) {
    const char = paragraph[at] ?? '';
    if ('([{'.includes(char)) depth += 1;
    if (')]}'.includes(char)) depth = Math.max(0, depth - 1);
    const ends = char === '?' || char === '!' || char === '.';
    if (!ends || depth > 0) continue;
    const next = paragraph[at + 1] ?? ' ';
    const name = char === '.' && abbreviations.test(paragraph.slice(Math.max(0, at - 8), at));
    const open =
      char === '?' && /[\s,(x×]$/.test(paragraph.slice(0, at)) && /^\s*[,)x×]/.test(paragraph.slice(at + 1));
    if (!/["'\s)\]]/.test(next) || name || open) continue;
    sentences.push(paragraph.slice(from, at + 1).trim());
    from = at + 1;
  }
  const rest = paragraph.slice(from).trim();
  return rest === '' ? sentences : [...sentences, rest];
}

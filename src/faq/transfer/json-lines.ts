/**
 * The lines on which the elements of the top-level list `name` begin, from 1. `text` is a sound JSON object; where it
 * has the name more than once, the last one counts, as for `JSON.parse`.
 */
export function linesOfElements(text: string, name: string): readonly number[] {
  let lines: number[] = [];
  let line = 1;
  let depth = 0;
  let key = '';
  /** Whether the list itself is open, and its next element has not begun. */
  let within = false;
  let expecting = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? '';
    if (sign === '\n') line++;
    if (/\s/.test(sign)) continue;
    if (within && depth === 2 && expecting && sign !== ']') {
      lines.push(line);
      expecting = false;
    }
    if (sign === '"') {
      const end = endOfString(text, at);
      if (depth === 1) key = text.slice(at, end + 1);
      at = end;
    } else if (sign === '{' || sign === '[') {
      depth++;
      if (depth === 2) {
        within = sign === '[' && JSON.parse(key) === name;
        expecting = within;
        if (within) lines = [];
      }
    } else if (sign === '}' || sign === ']') depth--;
    else if (sign === ',' && depth === 2) expecting = within;
  }
  return lines;
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}

import type { Span } from '../question.ts';
import { linesIn } from './line.ts';
import type { Edit } from './offsets.ts';
import { isNamePart, isNameStart } from './scan.ts';

/**
 * A module as PyTorch prints it stands its children on lines of their own behind `(0): ` or `(conv1): `. The edits
 * make them arguments of the module that holds them, by name where they have one; none for other code. `12 x Block(…)`
 * stands for as many modules of its kind.
 */
export function printedModelEdits(source: string): Edit[] {
  const edits: Edit[] = [];
  for (const line of linesIn(source, { start: 0, end: source.length })) {
    let at = line.start;
    while (' \t'.includes(source.charAt(at)) && at < line.end) at += 1;
    if (source.charAt(at) !== '(') continue;
    let end = at + 1;
    while (isNamePart(source.charAt(end)) || source.charAt(end) === '-') end += 1;
    if (end === at + 1 || !source.startsWith('): ', end)) continue;
    const [times = '', count = ''] = source.slice(end + 3, end + 16).match(/^(\d{1,4}) x /) ?? [];
    const close = times === '' ? null : closingOf(source, line);
    if (!isNameStart(source.charAt(end + 3 + times.length)) || (times !== '' && close === null)) continue;
    const before = source.slice(0, at).trimEnd();
    const first = before === '' || before.endsWith('(');
    const label = source.slice(at + 1, end);
    const name = isNameStart(label) ? `${label}=` : '';
    const comma = first ? ' ' : ',';
    if (close === null)
      edits.push({ at, remove: end + 2 - at, insert: `${comma}${before === '' ? '' : name}` });
    else {
      edits.push({ at, remove: end + 3 + times.length - at, insert: `${comma}*[` });
      edits.push({ at: close, remove: 0, insert: ` for _ in range(${count})]` });
    }
  }
  return edits;
}

/** Behind the bracket that closes a module which begins on a line: on that line, or on one that is set in as far. */
function closingOf(source: string, { start, end }: Span): number | null {
  if (/\)\s*$/.test(source.slice(start, end))) return start + source.slice(start, end).trimEnd().length;
  const indent = /^[ \t]*/.exec(source.slice(start, end))?.[0] ?? '';
  const found = source.indexOf(`\n${indent})`, end - 1);
  return found === -1 ? null : found + indent.length + 2;
}

import { linesIn } from './line.ts';
import type { Edit } from './offsets.ts';
import { isNamePart, isNameStart } from './scan.ts';

/**
 * A module as PyTorch prints it stands its children on lines of their own behind `(0): ` or `(conv1): `. The edits
 * make them arguments of the module that holds them, by name where they have one; none for other code.
 */
export function printedModelEdits(source: string): Edit[] {
  const edits: Edit[] = [];
  for (const line of linesIn(source, { start: 0, end: source.length })) {
    let at = line.start;
    while (' \t'.includes(source.charAt(at)) && at < line.end) at += 1;
    if (source.charAt(at) !== '(') continue;
    let end = at + 1;
    while (isNamePart(source.charAt(end))) end += 1;
    if (end === at + 1 || !source.startsWith('): ', end) || !isNameStart(source.charAt(end + 3))) continue;
    const before = source.slice(0, at).trimEnd();
    const first = before === '' || before.endsWith('(');
    const label = source.slice(at + 1, end);
    const name = isNameStart(label) ? `${label}=` : '';
    edits.push({ at, remove: end + 2 - at, insert: `${first ? ' ' : ','}${before === '' ? '' : name}` });
  }
  return edits;
}

import { isNameStart, nameEnd } from './scan.ts';

const statementWords = new Set(
  'def class return import from for while if elif else try except finally with assert raise print del pass'.split(
    ' ',
  ),
);

/** Whether the line at `from` begins a statement of its own, indented no deeper than `indent`. */
export function startsStatement(source: string, from: number, indent: number): boolean {
  const newline = source.indexOf('\n', from);
  const end = newline < 0 ? source.length : newline;
  let at = from;
  while (at < end && ' \t'.includes(source.charAt(at))) at += 1;
  if (at - from > indent || !isNameStart(source.charAt(at))) return false;
  const word = source.slice(at, nameEnd(source, at));
  at = dottedNameEnd(source, at);
  if (statementWords.has(word)) return true;
  if (source.slice(from, end).trimEnd().endsWith(',')) return false;
  while (at < end && source.charAt(at) === ' ') at += 1;
  const next = source.charAt(at);
  return next === '(' || (next === '=' && source.charAt(at + 1) !== '=');
}

/** The end of the name at `from` with all its attributes: `tf.keras.layers.MaxPool2D`. */
export function dottedNameEnd(source: string, from: number): number {
  let at = nameEnd(source, from);
  while (source.charAt(at) === '.' && isNameStart(source.charAt(at + 1))) at = nameEnd(source, at + 1);
  return at;
}

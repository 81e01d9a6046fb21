import type { OptionDescription } from './description.ts';

const brackets: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
const quotes = new Set(['"', "'", '`']);

/**
 * Reads what was typed after a command into option values: `name=value` or `name:value` outside of brackets, quotes
 * and code sets that option; all else, as it stands, is the `question`. A value with brackets or quotes runs to their
 * end, so `pool_size=(2, 2)` is one value.
 */
export function readTypedText(
  text: string,
  options: readonly OptionDescription[],
): Readonly<Record<string, string | number | boolean>> {
  const named = new Map(
    options.filter(({ name }) => name !== 'question').map((option) => [option.name, option]),
  );
  const values: Record<string, string | number | boolean> = {};
  let question = '';
  for (const word of words(text)) {
    const [, name = '', value = ''] = /^([a-z_]{1,32})[=:](\S.*)$/s.exec(word) ?? [];
    const option = named.get(name);
    if (option) values[name] = typed(unquoted(value), option.type);
    else question += word;
  }
  question = question.trim();
  return question === '' ? values : { question, ...values };
}

/** Splits at white space outside of brackets and quotes and keeps the white space as words of its own. */
function words(text: string): readonly string[] {
  const found: string[] = [];
  const closers: string[] = [];
  let word = '';
  let previous = ' ';
  for (const character of text) {
    const closer = closers.at(-1);
    if (character === closer) closers.pop();
    else if (closer === undefined || !quotes.has(closer)) {
      const opened = brackets[character] ?? (opensQuote(character, previous) ? character : null);
      if (opened) closers.push(opened);
    }
    if (closers.length === 0 && /\s/.test(character)) {
      found.push(word, character);
      word = '';
    } else word += character;
    previous = character;
  }
  return [...found, word];
}

/** An apostrophe inside a word ("what's") opens nothing. */
function opensQuote(character: string, previous: string): boolean {
  return quotes.has(character) && !/[\p{L}\p{N}]/u.test(previous);
}

function unquoted(value: string): string {
  const first = value[0] ?? '';
  return value.length >= 2 && quotes.has(first) && value.endsWith(first) ? value.slice(1, -1) : value;
}

/** A value that is not of its option's type stays text, and the schema refuses it with the option's name. */
function typed(value: string, type: OptionDescription['type']): string | number | boolean {
  switch (type) {
    case 'string':
      return value;
    case 'boolean':
      return /^(true|yes|on)$/i.test(value) ? true : /^(false|no|off)$/i.test(value) ? false : value;
    case 'integer':
    case 'number':
      return value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : value;
  }
}

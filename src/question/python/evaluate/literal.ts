import type { Reading } from '../reading.ts';
import { children, type Node } from '../tree.ts';
import { floatValue, intValue, strValue, unknown, type Value } from '../value.ts';

/** `3`, `2.5`, `1e-3`, `0x1F`, `1_000`; an imaginary or an unsafe number is not known. */
export function numberLiteral(written: string): Value {
  const digits = written.replaceAll('_', '').toLowerCase();
  if (digits.startsWith('0x') || digits.startsWith('0b') || digits.startsWith('0o')) {
    return intValue(Number(digits));
  }
  const number = digits === '' ? Number.NaN : Number(digits);
  if (Number.isNaN(number)) return unknown;
  return digits.includes('.') || digits.includes('e') ? floatValue(number) : intValue(number);
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\n': '', '0': '\0' };

/** The text of a string literal, any prefix but `f`. */
export function stringLiteral(written: string): Value {
  const quoteAt = Math.max(0, firstQuote(written));
  const quote = written.charAt(quoteAt);
  const length = written.startsWith(quote.repeat(3), quoteAt) ? 3 : 1;
  const closed = written.endsWith(quote.repeat(length)) && written.length >= quoteAt + 2 * length;
  const body = written.slice(quoteAt + length, closed ? written.length - length : undefined);
  if (written.slice(0, quoteAt).toLowerCase().includes('r') || !body.includes('\\')) return strValue(body);
  let text = '';
  for (let at = 0; at < body.length; at += 1) {
    const char = body.charAt(at);
    if (char !== '\\') text += char;
    else {
      at += 1;
      const next = body.charAt(at);
      text += escapes[next] ?? next;
    }
  }
  return strValue(text);
}

function firstQuote(written: string): number {
  for (let at = 0; at < written.length; at += 1) {
    if (written.charAt(at) === '"' || written.charAt(at) === "'") return at;
  }
  return -1;
}

/** Strings side by side are one string; with an f-string among them nothing is known. */
export function continuedString(reading: Reading, node: Node): Value {
  let text = '';
  for (const child of children(node)) {
    const value = reading.evaluate(child);
    if (value.type !== 'str') return unknown;
    text += value.value;
  }
  return strValue(text);
}

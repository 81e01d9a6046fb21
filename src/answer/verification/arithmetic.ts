import type { Ruling } from './claim.ts';
import { type Expression, readExpression } from './expression.ts';

/** A sum that is worked out in a sentence. */
export interface WrittenSum {
  /** As it stands: "(28 - 2)/2 + 1 = 14". */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The last number: what the sentence says that it comes to. */
  readonly result: string;
  readonly ruling: Ruling;
}

const equals = /\s*(?:==?|≈|→|->)\s*/;
const run =
  /(?:(?:floor|ceil|int)\s?\(|[-(⌊⌈\d])(?:[\d\s.,()[\]⌊⌋⌈⌉+*/×·÷^−-]|(?<=\d)\s?x\s?(?=\d)|floor|ceil|int)*(?:\s*(?:==?|≈)\s*[-(⌊⌈\dfci](?:[\d\s.,()[\]⌊⌋⌈⌉+*/×·÷^−-]|(?<=\d)\s?x\s?(?=\d)|floor|ceil|int)*)+/g;

/**
 * The sums of numbers alone in a sentence, each worked out: "7*7*512 = 25088", "⌊(28-2)/2⌋ + 1 = 13 + 1 = 14". A
 * fraction that nobody rounds may be rounded down, as sizes are.
 */
export function sumsIn(sentence: string): readonly WrittenSum[] {
  return [...sentence.matchAll(run)].flatMap((match) => {
    const text = match[0].replace(/[\s,.(]+$/, '');
    const sides = text.split(equals);
    const read = sides.map((side) => readExpression(side.replace(/(?<=\d)\s?x\s?(?=\d)/g, '*')));
    const [first] = read;
    if (!first || read.some((side) => side === null) || !read.some((side) => side && side.operators > 0))
      return [];
    const values = read.flatMap((side) => (side ? [side.evaluate(new Map())] : []));
    if (values.some((value) => !Number.isFinite(value))) return [];
    const start = match.index;
    return [
      {
        text,
        start,
        end: start + text.length,
        result: sides.at(-1) ?? '',
        ruling: ruling(text, read, values),
      },
    ];
  });
}

function ruling(text: string, read: readonly (Expression | null)[], values: readonly number[]): Ruling {
  const [exact = 0] = values;
  const rounds = read[0]?.rounded === false && !Number.isInteger(exact);
  const agree =
    values.every((value) => close(value, exact)) ||
    (rounds && values.slice(1).every((value) => value === Math.floor(exact)));
  const value = rounds ? Math.floor(exact) : exact;
  return { right: agree, truth: { kind: 'sum', written: text.split(equals)[0] ?? text, value, exact } };
}

/** Equal to the digits that people write down. */
const close = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 5e-3 * Math.max(1, Math.abs(b)) * (Number.isInteger(a) && Number.isInteger(b) ? 0 : 1);

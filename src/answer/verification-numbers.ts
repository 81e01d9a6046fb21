/** What a sentence says in numbers. */
export interface StatedNumbers {
  /** "has 5,130 parameters". */
  readonly parameters: number | null;
  /** "gives 1024 numbers". */
  readonly count: number | null;
  /** "is [1, 2.5]", at the end of the sentence. */
  readonly values: readonly number[] | null;
}

const number = String.raw`-?\d[\d,]*(?:\.\d+)?`;
const counted = '(?:(?:trainable|learnable|total|model|free|non-trainable|learned) )*';
const parameters = new RegExp(
  String.raw`(${number})\s+${counted}(?:parameters?|params?|weights?|biases)\b|(?:parameters?|params?|weights?)(?: count)? (?:is|are|=|of|:) (${number})`,
  'i',
);
const count = new RegExp(
  String.raw`(${number})\s+(?:numbers?|values?|features?|outputs?|elements?|activations?|inputs?)\b`,
  'i',
);
const values =
  /(?:\bis|\bare|\bgives?|\bgave|\bequals?|=|\breturns?|\boutputs?|\bbecomes?|->|→|\bget|\bgot|\byields?)\s+(?:exactly |only )?([-\d.,\s[\]()]*\d[-\d.,\s[\]()]*)$/i;

/** Reads the numbers that a sentence states; thousands may be set off by commas. */
export function statedNumbers(text: string): StatedNumbers {
  const sentence = text.trim().replace(/[.!]+$/, '');
  const [, before, behind] = parameters.exec(sentence) ?? [];
  const listed = values.exec(sentence)?.[1];
  return {
    parameters: whole(before ?? behind),
    count: whole(count.exec(sentence)?.[1]),
    values: listed && !/\d\s*x/i.test(listed) ? numbersIn(listed) : null,
  };
}

function whole(written: string | undefined): number | null {
  if (written === undefined) return null;
  const value = Number(written.replaceAll(',', ''));
  return Number.isFinite(value) ? value : null;
}

/** 25,088 is one number where nothing else is listed, `[1, 2]` two. */
function numbersIn(listed: string): readonly number[] {
  const alone = /^\d{1,3}(?:,\d{3})+$/.test(listed.trim());
  const found = alone ? [listed.replaceAll(',', '').trim()] : (listed.match(/-?\d+(?:\.\d+)?/g) ?? []);
  return found.map(Number);
}

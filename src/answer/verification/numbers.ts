/** A number that a sentence states, and where the words for it stand. */
export interface StatedNumber {
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

const number = String.raw`(?<![\w.])(?:-?\d{1,3}(?:,\d{3})+|\d[\d_]*(?:\.\d+)?)`;
const counted = '(?:(?:trainable|learnable|total|model|free|non-trainable|learned|extra|additional) )*';
const things = `(?:parameters?|params?|weights?(?: and biases)?|biases)(?: in total| total| overall)?`;
const parameters: readonly RegExp[] = [
  new RegExp(String.raw`(${number})\s+${counted}${things}(?![\w])`, 'i'),
  new RegExp(
    String.raw`(?:number of ${counted}${things}|${counted}(?:parameters?|params?|weights?)(?: count)?)(?: (?:of|in|for) [^:=]{1,60}?)? ?(?:is|are|=|of|:|equals?|comes to|amounts? to) (${number})(?![\w%])`,
    'i',
  ),
];
const count = new RegExp(
  String.raw`(${number})(?:[\s-]*d(?:imensional)?)?\s+(?:(?:output|input|flat|single|individual|real) )*(?:numbers?|values?|features?|outputs?|elements?|activations?|inputs?|neurons|units|entries|scalars|cells)\b`,
  'i',
);

/** "has 5,130 parameters", "the number of parameters is 5130". */
export function statedParameters(sentence: string): StatedNumber | null {
  for (const pattern of parameters) {
    const found = pattern.exec(sentence);
    const read = found && statedBy(found);
    if (read) return read;
  }
  return null;
}

/** "gives 1024 numbers". */
export function statedCount(sentence: string): StatedNumber | null {
  const found = count.exec(sentence);
  return found && statedBy(found);
}

function statedBy(match: RegExpExecArray): StatedNumber | null {
  const value = Number(match[1]?.replaceAll(/[,_]/g, ''));
  return Number.isFinite(value) ? { value, start: match.index, end: match.index + match[0].length } : null;
}

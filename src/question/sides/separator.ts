/** Where one side of a comparison ends and the other begins, the surest wording first. */
const separators: readonly RegExp[] = [
  /\b(?:exactly\s+)?(?:the\s+)?same\s+(?:thing\s+|result\s+|output\s+|operation\s+)?as\b/gi,
  /\b(?:equal|equals|equivalent|identical|comparable)\s+(?:to|with)\b/gi,
  /\b(?:vs|versus)\b\.?|\bcompared\s+(?:to|with)\b|\bagainst\b/gi,
  /==|≡|=(?=\s)/g,
  // "Is UpSampling2D(2) then MaxPooling2D(2) the identity?" has nothing between its halves.
  /(?=\b(?:the |an? )identity\b)(?<=\bis\s.{6,400})/gi,
  /\bequals?\b|\binstead\s+of\b|\bmatch(?:es)?\b|\breplaced?\s+by\b/gi,
  /\bwith\b|\bby\b|\bdiffers?\s+from\b|\bdifferent\s+(?:from|than|to)\b/gi,
  /\band\b|\bor\b|\bthan\b/gi,
  /[,;:]|\n/g,
];

/** The two halves of a text at every place where they may part, the likeliest first. Brackets are never broken. */
export function* halvesOf(text: string): Generator<readonly [string, string]> {
  const depths = depthsOf(text);
  let tried = 0;
  for (const separator of separators) {
    for (const { index, 0: written } of text.matchAll(separator)) {
      if (depths[index] !== 0) continue;
      tried += 1;
      if (tried > mostTries || tried * text.length > mostRead) return;
      yield [text.slice(0, index), text.slice(index + written.length)];
    }
  }
}

/** A text with more places to part at than this is no comparison. */
const mostTries = 12;

/** In characters, over all tries: each reads both halves anew, and reading comes before the acknowledgement. */
const mostRead = 16_000;

/** How many brackets are open at each character; more than none inside quotation marks too. */
function depthsOf(text: string): Uint8Array {
  const depths = new Uint8Array(text.length);
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (sign === ')' || sign === ']' || sign === '}') depth = Math.max(0, depth - 1);
    depths[at] = Math.min(depth, 255);
    if (sign === '(' || sign === '[' || sign === '{') depth += 1;
  }
  return depths;
}

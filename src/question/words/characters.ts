const unicodeLetter = /\p{L}/u;

export function isDigit(char: number): boolean {
  return char >= 48 && char <= 57;
}

/** Letters of any script, and the underscore of identifiers. */
export function isLetter(char: number): boolean {
  if (char < 128) return (char >= 97 && char <= 122) || (char >= 65 && char <= 90) || char === 95;
  return char !== 215 && unicodeLetter.test(String.fromCharCode(char));
}

export function isSpace(char: number): boolean {
  return (
    char === 32 ||
    (char >= 9 && char <= 13) ||
    char === 160 ||
    (char >= 8192 && char <= 8205) ||
    char === 65279
  );
}

/** Where the number starting at `at` ends: digits, a fraction, an exponent. */
export function numberEnd(text: string, at: number): number {
  let end = at;
  while (isDigit(text.charCodeAt(end))) end += 1;
  if (text[end] === '.' && isDigit(text.charCodeAt(end + 1))) {
    end += 1;
    while (isDigit(text.charCodeAt(end))) end += 1;
  } else if (text[end] === '.' && end > at && isListDot(text, end + 1)) {
    end += 1;
  }
  if (text[end] === 'e' || text[end] === 'E') {
    let digits = end + 1;
    if (text[digits] === '-' || text[digits] === '+') digits += 1;
    if (isDigit(text.charCodeAt(digits))) {
      end = digits;
      while (isDigit(text.charCodeAt(end))) end += 1;
    }
  }
  return end;
}

/** `[1., 2., 3.]` as NumPy prints it: the dot belongs to the number when a comma, a bracket or a number follows. */
function isListDot(text: string, after: number): boolean {
  if (text[after] === ',' || text[after] === ']') return true;
  let next = after;
  while (text[next] === ' ') next += 1;
  return next > after && (isDigit(text.charCodeAt(next)) || text[next] === ']' || text[next] === '-');
}

/** Where the word starting at `at` ends: letters, digits, underscores and apostrophes between letters. */
export function wordEnd(text: string, at: number): number {
  let end = at;
  for (;;) {
    const char = text.charCodeAt(end);
    const apostrophe = (char === 39 || char === 8217) && end > at && isLetter(text.charCodeAt(end + 1));
    if (!isLetter(char) && !isDigit(char) && !(apostrophe && isContraction(text, end + 1))) return end;
    end += 1;
  }
}

/** `doesn't` and `what's` go on after the apostrophe; in `'valid'or'same'` it is a quotation mark. */
function isContraction(text: string, at: number): boolean {
  let end = at;
  while (isLetter(text.charCodeAt(end))) end += 1;
  return end - at <= 2 && text[end] !== "'";
}

const longSigns = ['-->', '%>%', '->', '=>', '==', '!=', '|>', '...', '>>', '**'];

export function signEnd(text: string, at: number): number {
  for (const sign of longSigns) if (text.startsWith(sign, at)) return at + sign.length;
  return at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
}

/** A formula as people write it, ready to be worked out. */
export interface Expression {
  /** Names in the order they first stand. */
  readonly names: ReadonlySet<string>;
  /** Whether it says how a fraction is rounded. */
  readonly rounded: boolean;
  /** Whether anything is worked out at all: a lone number or name is no formula. */
  readonly operators: number;
  readonly evaluate: (values: ReadonlyMap<string, number>) => number;
}

type Evaluate = Expression['evaluate'];

/** Deeper brackets are no formula of a course. */
const deepest = 24;
const tokenPattern =
  /\s*(?:(\d{1,3}(?:,\d{3})+(?![\d.])|\d+(?:\.\d+)?)|([a-zA-Z][a-zA-Z_]*(?:_?\d)?)|(\*\*|\/\/|[-+*/^()[\]{}⌊⌋⌈⌉×·÷−]))/y;

/**
 * Reads `floor((n + 2p - k) / s) + 1`, `⌊(28-2)/2⌋ + 1` and the like: the four operations, powers, brackets, floor
 * and ceil, `2p` as a product. Null where the text is anything else.
 */
export function readExpression(text: string): Expression | null {
  const tokens = tokensOf(text);
  if (!tokens || tokens.length === 0) return null;
  const names = new Set<string>();
  let rounded = false;
  let operators = 0;
  let at = 0;
  let depth = 0;

  const sum = (): Evaluate | null => {
    let left = product();
    while (left && (tokens[at] === '+' || tokens[at] === '-')) {
      const sign = tokens[at] === '+' ? 1 : -1;
      at += 1;
      operators += 1;
      left = both(left, product(), (a, b) => a + sign * b);
    }
    return left;
  };
  const product = (): Evaluate | null => {
    let left = power();
    for (;;) {
      const token = tokens[at];
      if (left === null || token === undefined) return left;
      if (token === '*' || token === '/' || token === '//') {
        at += 1;
        operators += 1;
        if (token === '//') rounded = true;
        left = both(left, power(), operationOf(token));
      } else if (/^[a-z(]/.test(token)) {
        // "2p" and "2(n - 1)" are products.
        operators += 1;
        left = both(left, power(), (a, b) => a * b);
      } else return left;
    }
  };
  const power = (): Evaluate | null => {
    const base = factor();
    if (!base || (tokens[at] !== '^' && tokens[at] !== '**')) return base;
    at += 1;
    operators += 1;
    return both(base, power(), (a, b) => a ** b);
  };
  const factor = (): Evaluate | null => {
    const token = tokens[at];
    at += 1;
    if (token === undefined || depth > deepest) return null;
    if (/^\d/.test(token)) return () => Number(token);
    if (token === '-')
      return both(
        () => 0,
        factor(),
        (a, b) => a - b,
      );
    const close = closing.get(token);
    if (close !== undefined)
      return within(close, token === '⌊' ? Math.floor : token === '⌈' ? Math.ceil : null);
    const round = roundings.get(token);
    if (round && tokens[at] === '(') {
      at += 1;
      return within(')', round);
    }
    if (!/^[a-z]/.test(token)) return null;
    names.add(token);
    return (values) => values.get(token) ?? Number.NaN;
  };
  const within = (close: string, round: ((value: number) => number) | null): Evaluate | null => {
    depth += 1;
    const inner = sum();
    depth -= 1;
    if (!inner || tokens[at] !== close) return null;
    at += 1;
    if (!round) return inner;
    rounded = true;
    operators += 1;
    // Thirds of whole numbers come out a hair off.
    return (values) => round(Number(inner(values).toFixed(9)));
  };

  const evaluate = sum();
  return evaluate && at === tokens.length ? { names, rounded, operators, evaluate } : null;
}

const closing = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['⌊', '⌋'],
  ['⌈', '⌉'],
]);

const roundings = new Map<string, (value: number) => number>([
  ['floor', Math.floor],
  ['int', Math.floor],
  ['ceil', Math.ceil],
  ['ceiling', Math.ceil],
  ['round', Math.round],
]);

function operationOf(token: string): (a: number, b: number) => number {
  if (token === '*') return (a, b) => a * b;
  return token === '/' ? (a, b) => a / b : (a, b) => Math.floor(a / b);
}

const both = (
  left: Evaluate,
  right: Evaluate | null,
  apply: (a: number, b: number) => number,
): Evaluate | null => right && ((values) => apply(left(values), right(values)));

const spellings: Readonly<Record<string, string>> = { '×': '*', '·': '*', '÷': '/', '−': '-' };

function tokensOf(text: string): readonly string[] | null {
  const tokens: string[] = [];
  const end = text.trimEnd().length;
  tokenPattern.lastIndex = 0;
  while (tokenPattern.lastIndex < end) {
    const match = tokenPattern.exec(text);
    if (!match) return null;
    const [, number, name, sign = ''] = match;
    tokens.push(number?.replaceAll(',', '') ?? name?.toLowerCase() ?? spellings[sign] ?? sign);
  }
  return tokens;
}

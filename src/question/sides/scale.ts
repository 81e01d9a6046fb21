/** A number that what comes out of a step is multiplied with; `cells` is the number of cells of the map. */
export type Factor = number | 'cells';

/** What a step is multiplied with, before it and behind it. */
export interface Scaling {
  /** −1 in `max_pool2d(-x, 2)`. */
  readonly before: Factor | null;
  /** 4 in `4 * AvgPool2d(2)`, −1 in `-max_pool2d(x, 2)`. */
  readonly behind: Factor | null;
}

const number = String.raw`\d+(?:\.\d+)?(?:\s*\/\s*\d+(?:\.\d+)?)?`;
const cells = String.raw`\(?\s*h\s*[*·×]?\s*w\s*\)?|the number of (?:cells|pixels|positions|elements)`;
const signBefore = /(?:^|[\s(=])[-−](?:\w+\.)*$|\b(?:minus|negated)\s+(?:\w+\.)*$/i;
const factorBefore = new RegExp(
  String.raw`(?:^|[\s(=])(${number}|${cells})\s*[*·]\s*(?:\w+\.)*$|(?:^|\s)(${cells})\s+times\s+(?:\w+\.)*$`,
  'i',
);
const called = String.raw`(?:\s*\(\s*[-−]?\s*[a-z]\w*\s*\))?`;
const factorBehind = new RegExp(
  String.raw`^${called}\s*(?:[*·]|\b(?:times|multiplied (?:by|with)|scaled by)\b)\s*(${number}|${cells})(?!\s*(?:times|[x×*]))`,
  'i',
);
const divisorBehind = new RegExp(String.raw`^${called}\s*(?:[/÷]|\bdivided by\b)\s*(${number})`, 'i');
const signInside = /\(\s*[-−]\s*[a-z]\w*\s*[,)]|\bof (?:the negated|minus|-)\s?\w/i;

/** The numbers and signs around the stretch of a step; `floor` and `ceiling` are where its neighbours end and begin. */
export function scalingOf(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  floor: number,
  ceiling: number,
): Scaling {
  const before = text.slice(floor, start);
  const behind = text.slice(end, ceiling);
  const [, first, named] = factorBefore.exec(before) ?? [];
  const [, last] = factorBehind.exec(behind) ?? [];
  const [, divisor] = divisorBehind.exec(behind) ?? [];
  const [argument = ''] = behind.match(/^\s*\([^()]*\)|^\s+of [^,.;?]{1,20}/) ?? [];
  const negated = signInside.test(text.slice(start, end) + argument);
  const factors = [first ?? named, last].flatMap((written) => (written ? [factorOf(written)] : []));
  const plain = [
    ...factors.filter((factor) => factor !== 'cells'),
    ...(divisor ? [1 / Number(divisor)] : []),
    ...(signBefore.test(before) ? [-1] : []),
  ];
  const product = plain.length > 0 ? plain.reduce((all, factor) => all * factor, 1) : null;
  return { before: negated ? -1 : null, behind: factors.includes('cells') ? 'cells' : product };
}

function factorOf(written: string): Factor {
  if (!/^\d/.test(written)) return 'cells';
  const [over = Number.NaN, under = 1] = written.split('/').map(Number);
  return over / under;
}

/** Something else that a step is multiplied with, `alpha * AvgPool2d(2)(x)`; null where nothing is. */
export function openFactor(
  text: string,
  { start }: { readonly start: number },
  floor: number,
): string | null {
  const before = text.slice(floor, start);
  if (factorBefore.test(before)) return null;
  return /([\w.)\]]+)\s*[*·]\s*(?:\w+\.)*$/.exec(before)?.[1] ?? null;
}

/** Whether what two steps give is added or multiplied, `f(x) + g(x)`, so that they are no chain. */
export function areJoined(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  next: { readonly start: number } | undefined,
): boolean {
  if (next === undefined || !/[-+*/−·]\s*\(*\s*(?:\w+\.)*$/.test(text.slice(end, next.start))) return false;
  return /\(\s*[-−]?[a-z]\w*\s*[,)]/i.test(text.slice(start, next.start));
}

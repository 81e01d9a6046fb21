/** When two layers give the same numbers: on which lengths of an axis, and on which values. */
export type Condition =
  | { readonly kind: 'parity'; readonly odd: boolean }
  /** The length leaves one of these remainders when divided by `by`. */
  | { readonly kind: 'remainder'; readonly by: number; readonly remainders: readonly number[] }
  | { readonly kind: 'exactly'; readonly lengths: readonly number[] }
  | { readonly kind: 'at-least' | 'at-most'; readonly length: number };

/** Windows that move on by more than this are compared length by length. */
const mostRemainder = 64;

/**
 * The simplest rule that holds on exactly the equal lengths among those where both sides are defined; null where they
 * are equal on all of them. A pattern in the remainder is the rule of windows: their places repeat with the stride.
 */
export function conditionOf(equal: readonly number[], different: readonly number[]): Condition | null {
  if (different.length === 0) return null;
  const fits = (holds: (length: number) => boolean) => equal.every(holds) && !different.some(holds);
  for (const odd of [true, false]) if (fits((n) => (n % 2 === 1) === odd)) return { kind: 'parity', odd };
  if (equal.length > 2) {
    const remainder = remainderOf(equal, different);
    if (remainder) return remainder;
    const [least, most] = [Math.min(...equal), Math.max(...equal)];
    if (fits((n) => n >= least)) return { kind: 'at-least', length: least };
    if (fits((n) => n <= most)) return { kind: 'at-most', length: most };
  }
  return { kind: 'exactly', lengths: equal };
}

/** The smallest divisor whose remainders tell equal lengths from different ones, over several rounds of it. */
function remainderOf(equal: readonly number[], different: readonly number[]): Condition | null {
  const longest = Math.max(...equal);
  for (let by = 3; by <= mostRemainder; by += 1) {
    const remainders = [...new Set(equal.map((length) => length % by))].sort((a, b) => a - b);
    const told = !different.some((length) => remainders.includes(length % by));
    if (told && (remainders.length === 1 || 3 * by <= longest)) return { kind: 'remainder', by, remainders };
  }
  return null;
}

/** As a formula on the length n. */
export function conditionFormula(condition: Condition): string {
  switch (condition.kind) {
    case 'parity':
      return condition.odd ? 'n is odd' : 'n is even';
    case 'remainder':
      return condition.remainders.join() === '0'
        ? `n is divisible by ${condition.by}`
        : `n mod ${condition.by} = ${condition.remainders.join(' or ')}`;
    case 'exactly':
      return `n = ${condition.lengths.join(' or ')}`;
    case 'at-least':
      return `n >= ${condition.length}`;
    case 'at-most':
      return `n <= ${condition.length}`;
  }
}

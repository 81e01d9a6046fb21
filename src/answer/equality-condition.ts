/** When two layers give the same numbers: on which lengths of an axis, and on which values. */
export type Condition =
  | { readonly kind: 'parity'; readonly odd: boolean }
  /** The length leaves this remainder when divided by `by`. */
  | { readonly kind: 'remainder'; readonly by: number; readonly remainder: number }
  | { readonly kind: 'exactly'; readonly lengths: readonly number[] }
  | { readonly kind: 'at-least' | 'at-most'; readonly length: number };

/**
 * The simplest rule that holds on exactly the equal lengths among those where both sides are defined; null where they
 * are equal on all of them. A pattern in the remainder is the rule of windows: their places repeat with the stride.
 */
export function conditionOf(equal: readonly number[], different: readonly number[]): Condition | null {
  if (different.length === 0) return null;
  const fits = (holds: (length: number) => boolean) => equal.every(holds) && !different.some(holds);
  for (const odd of [true, false]) if (fits((n) => (n % 2 === 1) === odd)) return { kind: 'parity', odd };
  if (equal.length > 2) {
    for (let by = 3; by <= 16; by += 1) {
      for (let remainder = 0; remainder < by; remainder += 1) {
        if (fits((n) => n % by === remainder)) return { kind: 'remainder', by, remainder };
      }
    }
    const [least, most] = [Math.min(...equal), Math.max(...equal)];
    if (fits((n) => n >= least)) return { kind: 'at-least', length: least };
    if (fits((n) => n <= most)) return { kind: 'at-most', length: most };
  }
  return { kind: 'exactly', lengths: equal };
}

/** As a formula on the length n. */
export function conditionFormula(condition: Condition): string {
  switch (condition.kind) {
    case 'parity':
      return condition.odd ? 'n is odd' : 'n is even';
    case 'remainder':
      return condition.remainder === 0
        ? `n is divisible by ${condition.by}`
        : `n mod ${condition.by} = ${condition.remainder}`;
    case 'exactly':
      return `n = ${condition.lengths.join(' or ')}`;
    case 'at-least':
      return `n >= ${condition.length}`;
    case 'at-most':
      return `n <= ${condition.length}`;
  }
}

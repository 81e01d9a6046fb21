import { integersOf, type Value } from '../value.ts';

/** The values of a call's arguments. */
export interface Given {
  readonly positional: readonly Value[];
  readonly named: ReadonlyMap<string, Value>;
}

/** The argument under one of its names, or else at its position. */
export function pick(given: Given, position: number, ...names: readonly string[]): Value | undefined {
  for (const name of names) {
    const value = given.named.get(name);
    if (value) return value;
  }
  return position < 0 ? undefined : given.positional[position];
}

/** Sizes given one by one from `position` on (`torch.ones(2, 3)`), as one tuple, or as `shape=` or `size=`. */
export function sizes(given: Given, position: number): number[] | null {
  const named = pick(given, -1, 'shape', 'size', 'newshape');
  if (named) return integersOf(named);
  const [first, ...others] = given.positional.slice(position);
  if (!first) return null;
  if (first.type === 'tuple' || first.type === 'list') return integersOf(first);
  return integersOf({ type: 'tuple', items: [first, ...others] });
}

/** The same arguments behind a receiver: `x.reshape(2, 2)` as `reshape(x, 2, 2)`. */
export function withReceiver(receiver: Value, given: Given): Given {
  return { positional: [receiver, ...given.positional], named: given.named };
}

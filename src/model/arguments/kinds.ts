import { asInt, asInts, isTruthy, type PythonValue, python, repr } from '../../frameworks/index.ts';
import { type Problem, problem, type Result, success } from '../problem.ts';
import type { ArgumentKind } from './kind.ts';

/** A whole number of at least `least`. */
export function whole(least: number, fallback?: number): ArgumentKind<number> {
  return kind(fallback === undefined ? undefined : python.int(fallback), (value, name) => {
    const number = asInt(value);
    if (number === null) return unfit(value, name, 'a whole number', `${name}=${Math.max(least, 1)}`);
    if (number < least) return outOfRange(value, name, least);
    return success(number);
  });
}

/** One or more cells, filters or units. */
export const positive = (fallback?: number): ArgumentKind<number> => whole(1, fallback);

/** Any whole number; axes count from the end when negative. */
export const integer = (fallback?: number): ArgumentKind<number> => whole(Number.MIN_SAFE_INTEGER, fallback);

/** A kind that takes None as well, and by default. */
export function optional<T>(inner: ArgumentKind<T>): ArgumentKind<T | null> {
  return kind<T | null>(python.none, (value, name) =>
    value.type === 'none' ? success(null) : inner.read(value, name),
  );
}

/** Whole numbers in a tuple or a list, or one alone. */
export function integers(fallback?: PythonValue): ArgumentKind<readonly number[]> {
  return kind(fallback, (value, name) => {
    const single = asInt(value);
    const list = single === null ? asInts(value) : [single];
    return list === null ? unfit(value, name, 'whole numbers', `${name}=(2, 2)`) : success(list);
  });
}

/** True or False, or what Python takes for it. */
export function flag(fallback: boolean): ArgumentKind<boolean> {
  return kind(python.bool(fallback), (value, name) =>
    value.type === 'expression' ? unknown(value, name) : success(isTruthy(value)),
  );
}

/** Does not change shapes or weights, so any value passes. */
export const anything = (fallback: PythonValue = python.none): ArgumentKind<PythonValue> =>
  kind(fallback, (value) => success(value));

/** Required, and without influence on shapes and weights. */
export const required: ArgumentKind<PythonValue> = { read: (value) => success(value) };

/** What a function is applied to. */
export const tensor: ArgumentKind<PythonValue> = { tensor: true, read: (value) => success(value) };

/** The same argument, taken by name only. */
export const byName = <T>(inner: ArgumentKind<T>): ArgumentKind<T> => ({ ...inner, keywordOnly: true });

/** Arguments that only need a place, by name. */
export function anyOf<N extends string>(
  ...names: readonly N[]
): Readonly<Record<N, ArgumentKind<PythonValue>>> {
  const entries = names.map((name) => [name, anything()] as const);
  return Object.fromEntries(entries) as Record<N, ArgumentKind<PythonValue>>;
}

export function kind<T>(
  fallback: PythonValue | undefined,
  read: (value: PythonValue, name: string) => Result<T>,
): ArgumentKind<T> {
  return fallback === undefined ? { read } : { fallback, read };
}

/** A value of the wrong kind, or one that the text does not say. */
export function unfit(value: PythonValue, name: string, wanted: string, example: string): Problem {
  if (value.type === 'expression') return unknown(value, name);
  const advice = `${name}=${repr(value)} does not fit: it takes ${wanted}, for example ${example}.`;
  return problem('bad-type', 'constructor', null, advice);
}

function unknown(value: PythonValue, name: string): Problem {
  const advice = `${name}=${repr(value)} is not a value I can read. Write the number itself.`;
  return problem('unknown-value', 'constructor', null, advice);
}

function outOfRange(value: PythonValue, name: string, least: number): Problem {
  const advice = `${name}=${repr(value)} is not possible: it is ${least} or more.`;
  return problem('out-of-range', 'constructor', null, advice);
}

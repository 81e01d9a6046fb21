import type { GivenArguments, Parameter } from '../framework.ts';
import type { Argument, PythonValue } from '../python.ts';

/** Arguments as Python would hand them over, by parameter name. */
export interface Bound {
  readonly ok: true;
  readonly values: Readonly<Record<string, PythonValue>>;
  readonly defaulted: readonly string[];
  /** Keywords that no parameter has; only where the callable takes `**kwargs`. */
  readonly extra: readonly Argument[];
}

/** Why Python can't hand them over; each framework words it. */
export type BindingFault =
  | { readonly ok: false; readonly kind: 'positional-after-keyword' }
  | { readonly ok: false; readonly kind: 'repeated-keyword'; readonly name: string }
  | { readonly ok: false; readonly kind: 'unexpected'; readonly name: string; readonly value: PythonValue }
  | { readonly ok: false; readonly kind: 'multiple'; readonly name: string }
  | {
      readonly ok: false;
      readonly kind: 'too-many';
      readonly required: number;
      readonly taken: number;
      readonly given: number;
    }
  | { readonly ok: false; readonly kind: 'missing'; readonly names: readonly string[] };

/** What binding needs to know of a parameter. */
type Bindable = Pick<Parameter, 'name' | 'fallback' | 'tensor' | 'keywordOnly'>;

/**
 * Binds a call's arguments to parameters in CPython's order of checks: syntax, keywords, count of positional ones,
 * missing ones.
 */
export function bind(
  parameters: readonly Bindable[],
  given: GivenArguments,
  keywords: 'strict' | 'open' = 'strict',
): Bound | BindingFault {
  const syntax = checkSyntax(given);
  if (syntax !== null) return syntax;

  const positional = given.filter((argument) => argument.name === null);
  const slots = parameters.filter((parameter) => parameter.keywordOnly !== true);
  const values: Record<string, PythonValue> = {};
  for (const [index, parameter] of slots.entries()) {
    const argument = positional[index];
    if (argument !== undefined) values[parameter.name] = argument.value;
  }
  const extra: Argument[] = [];
  for (const argument of given) {
    if (argument.name === null) continue;
    const { name, value } = argument;
    if (parameters.every((parameter) => parameter.name !== name)) {
      if (keywords === 'strict') return { ok: false, kind: 'unexpected', name, value };
      extra.push(argument);
    } else if (name in values) {
      return { ok: false, kind: 'multiple', name };
    } else {
      values[name] = value;
    }
  }
  if (positional.length > slots.length) {
    const required = slots.filter((parameter) => parameter.fallback === undefined).length;
    return { ok: false, kind: 'too-many', required, taken: slots.length, given: positional.length };
  }
  const open = parameters.filter((parameter) => !(parameter.name in values));
  const names = open
    .filter((parameter) => parameter.fallback === undefined && parameter.tensor !== true)
    .map(({ name }) => name);
  if (names.length > 0) return { ok: false, kind: 'missing', names };
  for (const { name, fallback } of open) if (fallback !== undefined) values[name] = fallback;
  return { ok: true, values, defaulted: open.map(({ name }) => name), extra };
}

function checkSyntax(given: GivenArguments): BindingFault | null {
  const names = new Set<string>();
  for (const { name } of given) {
    if (name === null && names.size > 0) return { ok: false, kind: 'positional-after-keyword' };
    if (name !== null && names.has(name)) return { ok: false, kind: 'repeated-keyword', name };
    if (name !== null) names.add(name);
  }
  return null;
}

import {
  alignTensors,
  type BindingFault,
  bind,
  bindingCode,
  type FrameworkError,
  type GivenArguments,
  type PythonValue,
  repr,
} from '../../frameworks/index.ts';
import { type Problem, problem, type Result, success } from '../problem.ts';
import type { ArgumentKinds, ReadValues } from './kind.ts';

/** Who is called, and in whose words a call that doesn't fit is refused. */
export interface Callee {
  readonly name: string;
  /** Keywords beyond the named arguments that change nothing here. */
  readonly keywords: ReadonlySet<string>;
  readonly bindingError: (fault: BindingFault) => FrameworkError;
  readonly unrecognized: (unknown: GivenArguments) => FrameworkError;
}

interface BoundArguments<A extends ArgumentKinds> {
  /** As written or defaulted. */
  readonly args: Readonly<Record<string, PythonValue>>;
  readonly values: ReadValues<A>;
}

/** A call's arguments, bound as Python binds them and read as their kinds say; the first that doesn't fit refuses. */
export function bindArguments<A extends ArgumentKinds>(
  callee: Callee,
  kinds: A,
  given: GivenArguments,
): Result<BoundArguments<A>> {
  const parameters = Object.entries(kinds).map(([name, kind]) => ({ name, ...kind }));
  const bound = bind(parameters, alignTensors(parameters, given), 'open');
  if (!bound.ok)
    return problem(bindingCode(bound), 'constructor', callee.bindingError(bound), say(callee, kinds, bound));
  const unknown = bound.extra.filter(({ name }) => name === null || !callee.keywords.has(name));
  const [stranger] = unknown;
  if (stranger !== undefined) return unexpected(callee, kinds, unknown, stranger.name ?? '');

  const args: Record<string, PythonValue> = {};
  const values: Record<string, unknown> = {};
  for (const [name, kind] of Object.entries(kinds)) {
    const value = bound.values[name];
    if (value === undefined) continue;
    const read = kind.read(value, name);
    if (!read.ok) return read;
    values[name] = read.value;
    if (kind.tensor !== true) args[name] = value;
  }
  return success({ args, values: values as ReadValues<A> });
}

function unexpected(callee: Callee, kinds: ArgumentKinds, unknown: GivenArguments, name: string): Problem {
  const advice = `${callee.name} has no ${name}; it takes ${listed(kinds)}.`;
  return problem('unexpected-argument', 'constructor', callee.unrecognized(unknown), advice);
}

function say(callee: Callee, kinds: ArgumentKinds, fault: BindingFault): string {
  switch (fault.kind) {
    case 'positional-after-keyword':
      return 'An argument without a name stands after one with a name. Name it, or move it to the front.';
    case 'repeated-keyword':
    case 'multiple':
      return `${fault.name} is given twice. Keep one.`;
    case 'unexpected':
      return `${callee.name} has no ${fault.name}=${repr(fault.value)}; it takes ${listed(kinds)}.`;
    case 'too-many':
      return `${callee.name} takes ${listed(kinds)} by place; ${fault.given} values were given.`;
    case 'missing':
      return `${callee.name} needs ${fault.names.join(' and ')}.`;
  }
}

/** The first few are those that people write. */
function listed(kinds: ArgumentKinds): string {
  const names = Object.keys(kinds).filter((name) => kinds[name]?.tensor !== true);
  if (names.length === 0) return 'no arguments';
  return names.length > 9 ? `${names.slice(0, 9).join(', ')} and more` : names.join(', ');
}

import { type GivenArguments, type PythonValue, python } from '../../src/frameworks/index.ts';
import type { Step } from '../../src/model/index.ts';

type Plain = number | string | boolean | null | readonly Plain[] | { readonly source: string };

/** A value as Python would write it; an array is a tuple, `{ source }` an expression nobody can evaluate. */
function pythonValue(plain: Plain): PythonValue {
  if (plain === null) return python.none;
  if (typeof plain === 'number') return Number.isInteger(plain) ? python.int(plain) : python.float(plain);
  if (typeof plain === 'string') return python.str(plain);
  if (typeof plain === 'boolean') return python.bool(plain);
  return 'source' in plain ? python.expression(plain.source) : python.tuple(plain.map(pythonValue));
}

export type Named = Readonly<Record<string, Plain>>;

export const given = (positional: readonly Plain[], named: Named = {}): GivenArguments => [
  ...positional.map((value) => ({ name: null, value: pythonValue(value) })),
  ...Object.entries(named).map(([name, value]) => ({ name, value: pythonValue(value) })),
];

/** `step('Conv2D', [32, 3], { padding: 'same' })` is `Conv2D(32, 3, padding='same')`. */
export const step = (name: string, positional: readonly Plain[] = [], named: Named = {}): Step => ({
  name,
  given: given(positional, named),
});

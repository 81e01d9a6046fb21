import type { GivenArguments, Parameter } from '../framework.ts';
import { expression } from '../literal.ts';
import { looksLikeTensor } from '../values/expressions.ts';

/**
 * Puts a stand-in where a call leaves out the data that its function takes first: `F.max_pool2d(2)` is meant as
 * `F.max_pool2d(input, 2)` when the input stands elsewhere in the question.
 */
export function alignTensors(
  parameters: readonly Pick<Parameter, 'name' | 'tensor'>[],
  given: GivenArguments,
): GivenArguments {
  const named = new Set(given.map(({ name }) => name));
  const leading = parameters.filter(({ tensor }) => tensor === true).length;
  const present = given
    .slice(0, leading)
    .findIndex(({ name, value }) => name !== null || !looksLikeTensor(value));
  const written = present === -1 ? Math.min(given.length, leading) : present;
  const missing = parameters.slice(written, leading).filter(({ name }) => !named.has(name));
  if (given[written]?.name !== null) return given;
  return [
    ...given.slice(0, written),
    ...missing.map(({ name }) => ({ name: null, value: expression(name) })),
    ...given.slice(written),
  ];
}

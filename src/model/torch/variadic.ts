import { asInt, type GivenArguments, type PythonValue } from '../../frameworks/index.ts';
import type { Shape } from '../../pooling/index.ts';
import type { Effect, ModelLayer } from '../layer.ts';
import { type Problem, problem } from '../problem.ts';

/** A size in a list of sizes; `batch` is an expression such as `x.size(0)`, which only the code knows. */
export type WrittenSize = number | 'batch';

/** A method that takes its sizes or axes one by one or in one tuple, such as `x.view(-1, 400)`. */
export const variadic = (
  name: string,
  aliases: readonly string[],
  infer: (sizes: readonly WrittenSize[], input: Shape) => Effect | Problem,
): ModelLayer => ({
  framework: 'torch',
  name,
  aliases,
  rank: null,
  pools: false,
  documentation: `https://docs.pytorch.org/docs/stable/generated/torch.Tensor.${name}.html`,
  apply(given, [input]) {
    const sizes = sizesOf(given);
    if (sizes === null) {
      return problem(
        'unknown-value',
        'call',
        null,
        `${name} takes whole numbers; I can't read the ones here.`,
      );
    }
    const result = infer(sizes, input);
    return result.ok ? { ...result, args: argsOf(given) } : result;
  },
});

/** A name, the first size of a tensor or its length; a product of sizes is none of them. */
const batch = /^(?:[\w.]+|[\w.]+(?:\.size\(0\)|\.shape\[0\]|\.size\(\)\[0\])|len\([\w.]+\))$/;

/** `torch.reshape(x, (-1, 400))` has the tensor in front, `x.view(-1, 400)` has not. */
function sizesOf(given: GivenArguments): readonly WrittenSize[] | null {
  const values = given.map(({ value }) => value);
  const listed = values.find(({ type }) => type === 'tuple' || type === 'list');
  const items = listed?.type === 'tuple' || listed?.type === 'list' ? listed.items : values;
  const sizes = items.map(
    (item) => asInt(item) ?? (item.type === 'expression' && batch.test(item.source) ? 'batch' : null),
  );
  const read = sizes.filter((size) => size !== null);
  return read.length === items.length ? read : null;
}

const argsOf = (given: GivenArguments): Readonly<Record<string, PythonValue>> =>
  Object.fromEntries(given.map(({ name, value }, at) => [name ?? String(at), value]));

import { expect } from 'vitest';
import { forward, type PoolOperation, type Tensor } from '../../../src/pooling/index.ts';
import { get } from '../slow-windows.ts';

const smallest = 2 ** -149;

/** What the plain loops give, which pool everything that comes in double precision. */
function reference(operation: PoolOperation, { shape, data }: Tensor, of: (value: number) => number): Tensor {
  return forward(operation, { shape, data: Float64Array.from(data, of) }).output;
}

/**
 * Holds what came out in single precision to the reference: a maximum to the bit, an average to a millionth of its
 * window's mean absolute value, and NaN, infinities and the sign of zero to the letter.
 */
export function expectAsReference(operation: PoolOperation, input: Tensor, output: Tensor): void {
  const exact = reference(operation, input, (value) => value);
  expect(output.shape).toEqual(exact.shape);
  const sizes = operation.reduce.kind === 'average' ? reference(operation, input, Math.abs).data : null;
  for (const [index, wanted] of exact.data.entries()) {
    const got = get(output.data, index);
    const single = Math.fround(wanted);
    if (Object.is(got, single)) continue;
    const size = sizes === null ? 0 : Math.abs(get(sizes, index));
    const isClose = Math.abs(got - wanted) <= 1e-6 * size + smallest && !(size === 0 && got === 0);
    if (!isClose) expect.fail(`element ${index} is ${got}, not ${wanted}`);
  }
}

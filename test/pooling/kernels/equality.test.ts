import fc from 'fast-check';
import { expect, test } from 'vitest';
import { forward, inferShape } from '../../../src/pooling/index.ts';
import { expectAsReference } from './as-reference.ts';
import { largeCases } from './random-maps.ts';

/** What the reference has to add up, and what it would take too long over. */
function work(shape: readonly (number | null)[], kernel: readonly number[]): number {
  return [...shape, ...kernel].reduce<number>((product, length) => product * (length ?? 1), 1);
}

test('large inputs in single precision give what the reference gives', () => {
  fc.assert(
    fc.property(largeCases, ({ operation, input }) => {
      const { output: shape } = inferShape(operation, input.shape);
      const kernel = operation.window.kind === 'local' ? operation.window.kernel : [];
      fc.pre(shape.every((length) => length !== null && length > 0) && work(shape, kernel) < 1e6);
      expectAsReference(operation, input, forward(operation, input).output);
    }),
    { numRuns: 200 },
  );
  expect.hasAssertions();
});

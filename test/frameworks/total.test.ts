import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  configure,
  frameworkIds,
  infer,
  type Layer,
  layers,
  type PythonValue,
  python,
  run,
  toCode,
} from '../../src/frameworks/index.ts';
import { ramp } from './calls.ts';

const odd: fc.Arbitrary<PythonValue> = fc.oneof(
  fc.integer({ min: -1, max: 4 }).map(python.int),
  fc.double({ min: -2, max: 3 }).map(python.float),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY).map(python.float),
  fc.boolean().map(python.bool),
  fc.constant(python.none),
  fc.constantFrom('same', 'VALID', 'channels_first', 'NCHW', 'MAX', 'SAME_LOWER', '', 'x').map(python.str),
  fc.constantFrom('x', 'lax.max', '-jnp.inf').map(python.expression),
);
const value: fc.Arbitrary<PythonValue> = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 1, max: 3 }).map(python.int) },
  { weight: 3, arbitrary: odd },
  fc.array(odd, { maxLength: 4 }).map(python.tuple),
  fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 5 }).map(python.intList),
  fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 4 }).map(python.intTuple),
);
const size = fc.integer({ min: 0, max: 6 });

/** Any layer with any value for some of its arguments, by place or by name, on a shape that often fits. */
const drawn = fc.constantFrom(...layers).chain((layer: Layer) => {
  const axes = (layer.rank ?? 2) + 2;
  const named = layer.parameters.map(({ name }) =>
    fc.option(value, { freq: 2 }).map((given) => (given === null ? [] : [{ name, value: given }])),
  );
  return fc.record({
    layer: fc.constant(layer),
    positional: fc.array(
      value.map((given) => ({ name: null, value: given })),
      { maxLength: 2 },
    ),
    named: fc.tuple(...named).map((lists) => lists.flat()),
    shape: fc.oneof(
      { weight: 3, arbitrary: fc.array(size, { minLength: axes, maxLength: axes }) },
      fc.array(size, { maxLength: 6 }),
    ),
  });
});

test('whatever is asked, the answer is a result or a refusal with advice, never an exception', () => {
  let answered = 0;
  fc.assert(
    fc.property(drawn, fc.constantFrom(...frameworkIds), (question, framework) => {
      const { layer, positional, named, shape } = question;
      const configuration = configure(layer, [...positional, ...named]);
      if (!configuration.ok) {
        expect(configuration.advice).toMatch(/\.$/);
        return;
      }
      toCode(configuration.operation, framework, { shape });
      const open = shape.map((length) => (length === 6 ? null : length));
      const inferred = infer(configuration, open);
      if (!inferred.ok) expect(inferred.advice).toMatch(/\.$/);
      const computed = run(configuration, { input: ramp(...shape) });
      if (!computed.ok) {
        expect(computed.advice).toMatch(/\.$/);
        return;
      }
      expect(computed.output.shape).toEqual(computed.derivation.output);
      answered++;
    }),
    { numRuns: 1500 },
  );
  expect(answered).toBeGreaterThan(20);
});

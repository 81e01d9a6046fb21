import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerQuestion } from '../../../src/answer/index.ts';
import { corrections } from '../../../src/explain/index.ts';
import { configure, findLayers, infer, python } from '../../../src/frameworks/index.ts';
import { readQuestion } from '../../../src/question/index.ts';

const check = (text: string) => {
  const answer = answerQuestion(readQuestion({ text, prefer: 'verify' }));
  return { claims: answer.verified ?? [], corrected: corrections(answer) };
};

/** One statement alone, its verdict and its correction. */
function verdictOf(text: string) {
  const { claims, corrected } = check(text);
  expect(claims.map((claim) => claim.text)).toHaveLength(1);
  return { verdict: claims[0]?.verdict, correct: corrected[0] ?? null };
}

const tuple = (shape: readonly (number | null)[]) => `(${shape.map((size) => size ?? 'None').join(', ')})`;
const crossed = (shape: readonly (number | null)[]) => shape.join('x');

/** Local pooling in Keras on a map, with what comes out of it by the core. */
const pooled = fc
  .record({
    name: fc.constantFrom('MaxPooling2D', 'AveragePooling2D'),
    window: fc.integer({ min: 1, max: 4 }),
    stride: fc.integer({ min: 1, max: 3 }),
    padding: fc.constantFrom('valid', 'same'),
    height: fc.integer({ min: 5, max: 60 }),
    width: fc.integer({ min: 5, max: 60 }),
    channels: fc.integer({ min: 1, max: 64 }),
  })
  .map(({ name, window, stride, padding, height, width, channels }) => {
    const [layer] = findLayers(name, 'keras');
    const given = [
      { name: null, value: python.int(window) },
      { name: 'strides', value: python.int(stride) },
      { name: 'padding', value: python.str(padding) },
    ];
    const configuration = layer && configure(layer, given);
    if (!configuration?.ok) throw new Error('the layer is admitted');
    const inferred = infer(configuration, [null, height, width, channels]);
    if (!inferred.ok) throw new Error('the map is large enough');
    return {
      code: `${name}(${window}, strides=${stride}, padding="${padding}")`,
      input: [height, width, channels],
      output: inferred.derivation.output.slice(1),
    };
  });

const shapes = fc.constantFrom<(layer: string, input: string, output: string) => string>(
  (layer, input, output) => `${layer} on ${input} gives ${output}.`,
  (layer, input, output) => `The output of ${layer} on ${input} is ${output}.`,
  (layer, input, output) => `A ${input} map becomes ${output} after ${layer}.`,
  (layer, input, output) => `${layer} turns ${input} into ${output}.`,
  (layer, input, output) => `For a ${input} input, ${layer} outputs ${output}.`,
  (layer, input, output) => `Applying ${layer} to a ${input} tensor yields ${output}.`,
);

test('true shapes are right, and their denials wrong', () => {
  fc.assert(
    fc.property(pooled, shapes, fc.boolean(), ({ code, input, output }, phrase, batched) => {
      const [before, after] = batched
        ? [tuple([null, ...input]), tuple([null, ...output])]
        : [crossed(input), crossed(output)];
      expect(verdictOf(phrase(code, before, after)).verdict).toBe('right');
      expect(verdictOf(`${code} on ${before} does not give ${after}.`).verdict).toBe('wrong');
    }),
    { numRuns: 60 },
  );
});

test('false shapes are wrong, and the correction is the true one', () => {
  fc.assert(
    fc.property(
      pooled,
      shapes,
      fc.nat(2),
      fc.integer({ min: 1, max: 9 }),
      ({ code, input, output }, phrase, axis, off) => {
        const false_ = output.map((size, at) => (at === axis ? (size ?? 0) + off : size));
        const { verdict, correct } = verdictOf(
          phrase(code, tuple([null, ...input]), tuple([null, ...false_])),
        );
        expect(verdict).toBe('wrong');
        expect(correct).toBe(`it is ${tuple([null, ...output])}`);
      },
    ),
    { numRuns: 60 },
  );
});

test('counts of weights', () => {
  const dense = fc.record({
    inputs: fc.integer({ min: 1, max: 4096 }),
    units: fc.integer({ min: 1, max: 1000 }),
    off: fc.integer({ min: -1, max: 1 }),
  });
  fc.assert(
    fc.property(dense, ({ inputs, units, off }) => {
      const weights = inputs * units + units;
      const { verdict, correct } = verdictOf(
        `nn.Linear(${inputs}, ${units}) has ${(weights + off).toLocaleString('en-US')} parameters.`,
      );
      expect(verdict).toBe(off === 0 ? 'right' : 'wrong');
      if (off !== 0) expect(correct).toBe(`it has ${weights.toLocaleString('en-US')} parameters`);
    }),
    { numRuns: 60 },
  );
});

test('averages and maxima of numbers', () => {
  const numbers = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 9 });
  fc.assert(
    fc.property(numbers, fc.constantFrom('average', 'maximum'), fc.boolean(), (list, kind, lie) => {
      const truth =
        kind === 'average' ? list.reduce((sum, one) => sum + one, 0) / list.length : Math.max(...list);
      const stated = Number((lie ? truth + 1 : truth).toFixed(4));
      const { verdict } = verdictOf(`The ${kind} of ${list.join(', ')} is ${stated}.`);
      // A difference below the digits that people write is none.
      const near = Math.abs(truth - stated) <= 5e-3 * Math.max(1, Math.abs(truth));
      expect(verdict).toBe(near ? 'right' : 'wrong');
    }),
    { numRuns: 80 },
  );
});

/** Formulas for the output size without padding that say the same, and some that don't. */
const rightFormulas = [
  'floor((n - k)/s) + 1',
  '(n - k)//s + 1',
  '⌊(n - k) / s⌋ + 1',
  '(n - k) / s + 1',
  'ceil((n - k + 1)/s)',
  'floor((n - k + s)/s)',
  '1 + (n - k)//s',
];
const wrongFormulas = [
  'floor((n - k)/s)',
  'floor(n/s)*k',
  '(n - k + 1)//s',
  'ceil((n - k)/s) + 1',
  'floor((n + k)/s) + 1',
  '(n - s)//k + 1',
];

test('formulas are held against the rule, however they are written', () => {
  const names = fc.constantFrom(
    ['n', 'k', 's'],
    ['H', 'F', 'S'],
    ['W', 'K', 'stride'],
    ['input', 'kernel_size', 'stride'],
  );
  const left = fc.constantFrom('out', 'o', 'output size', 'H_out', 'The output size is');
  fc.assert(
    fc.property(
      fc.constantFrom(...rightFormulas, ...wrongFormulas),
      names,
      left,
      (formula, [n = '', k = '', s = ''], lhs) => {
        const written = formula.replace(/\b[nks]\b/g, (name) => (name === 'n' ? n : name === 'k' ? k : s));
        const { verdict } = verdictOf(lhs.endsWith('is') ? `${lhs} ${written}` : `${lhs} = ${written}`);
        expect(verdict).toBe(rightFormulas.includes(formula) ? 'right' : 'wrong');
      },
    ),
    { numRuns: 120 },
  );
});

test('a part that is not understood is never swallowed', () => {
  const stranger = fc.constantFrom(
    'and it brews coffee',
    'if the moon is full',
    'unless you crop first',
    'with twice the channels',
    'except on Tuesdays',
    'after resizing',
    'provided the kernel is learned',
    'and has secret weights',
    'when padding is doubled',
    'plus one extra row',
  );
  fc.assert(
    fc.property(pooled, stranger, ({ code, input, output }, words) => {
      const { claims } = check(`${code} on ${crossed(input)} gives ${crossed(output)} ${words}.`);
      const told = claims.map(({ text }) => text).join(' ');
      expect(told).toContain(words.replace(/^and /, ''));
      const carrier = claims.find(({ text }) => text.includes(words.replace(/^and /, '')));
      expect(carrier?.verdict).not.toBe('right');
    }),
    { numRuns: 60 },
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerQuestion } from '../../../src/answer/index.ts';
import { configure, findLayers, python } from '../../../src/frameworks/index.ts';
import { forward, type PoolOperation, type Tensor } from '../../../src/pooling/index.ts';
import { readQuestion } from '../../../src/question/index.ts';

/** One step of a random chain, as a question spells it and as the reference computes it. */
interface Step {
  readonly written: string;
  readonly compute: (input: Tensor) => Tensor;
}

const relu: Step = {
  written: 'nn.ReLU()',
  compute: ({ shape, data }) => ({ shape, data: Float64Array.from(data, (value) => Math.max(value, 0)) }),
};

function pool(name: string, kernel: number, stride: number, ceil: boolean): Step {
  const [layer] = findLayers(name);
  const given = [
    { name: 'kernel_size', value: python.int(kernel) },
    { name: 'stride', value: python.int(stride) },
    { name: 'ceil_mode', value: python.bool(ceil) },
  ];
  const configuration = layer && configure(layer, given);
  if (!configuration?.ok || configuration.operation.kind !== 'pool') throw new Error(`no ${name}`);
  const { axes } = configuration.operation;
  const operation: PoolOperation = {
    ...configuration.operation,
    axes: { ...axes, lead: 0, channels: false },
  };
  const written = `${name}(${kernel}, stride=${stride}, ceil_mode=${ceil ? 'True' : 'False'})`;
  return { written, compute: (input) => forward(operation, input).output };
}

const size = fc.integer({ min: 1, max: 3 });
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom('nn.MaxPool1d', 'nn.AvgPool1d'), size, size, fc.boolean())
      .map((all) => pool(...all)),
  },
  { weight: 1, arbitrary: fc.constant(relu) },
);
const chain = fc
  .array(step, { minLength: 1, maxLength: 3 })
  .filter((steps) => steps.some(({ written }) => written !== relu.written));

/** What the reference makes of it; null where a step leaves no cells. */
function through(steps: readonly Step[], input: Tensor): readonly number[] | null {
  try {
    const output = steps.reduce((tensor, { compute }) => compute(tensor), input);
    return output.data.length > 0 ? Array.from(output.data) : null;
  } catch {
    return null;
  }
}

const close = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((value, at) => Math.abs(value - (b[at] ?? Number.NaN)) < 1e-9);

test('every counterexample differs by the reference, and what is said to be equal is equal on random rows', () => {
  fc.assert(
    fc.property(
      chain,
      chain,
      fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 4, maxLength: 20 }),
      (a, b, row) => {
        const sides = [a, b].map(
          (steps) => `nn.Sequential(${steps.map(({ written }) => written).join(', ')})`,
        );
        const { equality } = answerQuestion(
          readQuestion({ text: `is ${sides[0]} the same as ${sides[1]}?` }),
        );
        if (!equality) throw new Error('not read as an equality');
        if (equality.forward === 'equal') {
          const input = { shape: [row.length], data: Float64Array.from(row) };
          const [left, right] = [through(a, input), through(b, input)];
          expect(!left || !right || close(left, right)).toBe(true);
          return;
        }
        if (equality.forward === 'different') expect(equality.counterexample).not.toBeNull();
        if (!equality.counterexample) return;
        const { input, outputs } = equality.counterexample;
        const [left, right] = [through(a, input), through(b, input)];
        expect([left, right]).toEqual(outputs.map(({ data }) => Array.from(data)));
        expect(left && right && close(left, right)).toBe(false);
      },
    ),
    { numRuns: 80 },
  );
});

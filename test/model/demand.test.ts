import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { demandedInput, type Step, traceChain } from '../../src/model/index.ts';
import { inARow } from '../../src/model/trace/chain.ts';
import { step } from './steps.ts';

/** The convolutional part of the network in PyTorch's first tutorial. */
const tutorial = [
  step('nn.Conv2d', [3, 6, 5]),
  step('nn.MaxPool2d', [2, 2]),
  step('nn.Conv2d', [6, 16, 5]),
  step('nn.MaxPool2d', [2, 2]),
];
const image = [null, 3, 64, 64];

const demandOf = (steps: readonly Step[], input: readonly (number | null)[] = image) =>
  demandedInput(inARow(steps), 'torch', { input });

describe('what a fixed in_features demands', () => {
  test('400 features come from images of 32 to 35 pixels', () => {
    const demand = demandOf([...tutorial, step('nn.Flatten'), step('nn.Linear', [400, 120])]);
    expect(demand).toEqual({
      layer: 5,
      features: 400,
      sizes: { from: 32, to: 35 },
      below: { size: 31, features: 256 },
      above: { size: 36, features: 576 },
      input: [null, 3, 32, 32],
    });
  });

  test('x.view(-1, 400) demands them too', () => {
    const demand = demandOf([...tutorial, step('x.view', [-1, 400]), step('nn.Linear', [400, 120])]);
    expect(demand).toMatchObject({ layer: 4, sizes: { from: 32, to: 35 } });
  });

  test('a number that no square image gives has neighbours', () => {
    const demand = demandOf([...tutorial, step('nn.Flatten'), step('nn.Linear', [500, 120])]);
    expect(demand).toMatchObject({
      sizes: null,
      below: { size: 35, features: 400 },
      above: { size: 36, features: 576 },
    });
  });

  test('behind global pooling the size does not matter', () => {
    const pooled = [
      ...tutorial,
      step('nn.AdaptiveAvgPool2d', [1]),
      step('nn.Flatten'),
      step('nn.Linear', [99, 10]),
    ];
    expect(demandOf(pooled)).toBeNull();
    expect(demandOf(tutorial)).toBeNull();
  });

  test('exactly the sizes it names run', () => {
    const layers = fc.record({
      kernel: fc.integer({ min: 1, max: 5 }),
      pool: fc.integer({ min: 1, max: 3 }),
      side: fc.integer({ min: 1, max: 6 }),
    });
    fc.assert(
      fc.property(layers, ({ kernel, pool, side }) => {
        const steps = [
          step('Conv2d', [1, 2, kernel]),
          step('MaxPool2d', [pool]),
          step('Flatten'),
          step('Linear', [2 * side * side, 10]),
        ];
        const demand = demandOf(steps, [null, 1, 9, 9]);
        const runs = (size: number): boolean =>
          traceChain(steps, 'torch', [1, 1, size, size]).output !== null;
        expect(demand?.sizes).not.toBeNull();
        const { from, to } = demand?.sizes ?? { from: 0, to: 0 };
        expect([from - 1, from, to, to + 1].map(runs)).toEqual([false, true, true, false]);
      }),
      { numRuns: 40 },
    );
  });
});

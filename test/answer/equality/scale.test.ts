import { expect, test } from 'vitest';
import { alignedFactors } from '../../../src/answer/equality/scale.ts';
import type { Side } from '../../../src/answer/equality/side.ts';
import type { Step } from '../../../src/answer/equality/step.ts';
import { plainWindow, type Reduce } from '../../../src/pooling/index.ts';

const pool = (reduce: Reduce): Step => ({
  kind: 'pool',
  operation: {
    kind: 'pool',
    axes: { rank: 2, layout: 'channels_first', lead: 0, channels: false },
    reduce,
    window: plainWindow([2, 2], [2, 2]),
    indices: { base: 'plane', order: 'row-major' },
  },
  layer: null,
});
const mean = pool({ kind: 'average', truncate: false });
const sum = pool({ kind: 'lp', norm: 1, sign: 'raw', clipped: 'as-is' });
const activation = (name: string): Step => ({ kind: 'function', function: { name, share: null } });
const side = (steps: readonly Step[], factor: number): Side => ({
  written: [],
  rank: 2,
  layout: 'channels_first',
  steps,
  factor,
  flat: false,
});

test('a mean is a quarter of the sum of four cells, also under a ReLU', () => {
  for (const behind of [[], [activation('ReLU')]]) {
    const [a, b] = alignedFactors(side([mean, ...behind], 1), side([sum, ...behind], 0.25));
    expect(a).toEqual(b);
  }
});

test('the tanh of a mean is no quarter of the tanh of a sum', () => {
  const [a, b] = alignedFactors(side([mean, activation('tanh')], 1), side([sum, activation('tanh')], 0.25));
  expect(a.factor).not.toBe(b.factor);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerQuestion } from '../../../src/answer/index.ts';
import { readQuestion } from '../../../src/question/index.ts';
import { type Chain, fitsCaffe, type Layer, notations, sizesOf } from './notations.ts';

const layer = fc.record<Layer>({
  kind: fc.constantFrom('conv', 'max', 'average', 'relu'),
  kernel: fc.integer({ min: 1, max: 4 }),
  stride: fc.integer({ min: 1, max: 3 }),
  filters: fc.integer({ min: 1, max: 64 }),
});

/** Chains of two and more layers with a pooling among them, as far as the image goes. */
const chains = fc
  .record<Chain>({
    layers: fc.array(layer, { minLength: 2, maxLength: 8 }),
    height: fc.integer({ min: 20, max: 300 }),
    width: fc.integer({ min: 20, max: 300 }),
    channels: fc.constantFrom(1, 3, 8),
  })
  .filter((chain) => chain.layers.some(({ kind }) => kind === 'max' || kind === 'average'))
  .filter((chain) => sizesOf(chain).every(([h = 0, w = 0]) => h > 0 && w > 0));

const traced = (text: string) =>
  answerQuestion(readQuestion({ text })).traced?.trace.layers.map(({ output }) => output);

test.each(Object.entries(notations))('any chain of layers traces the same as %s', (name, notation) => {
  fc.assert(
    fc.property(chains, (chain) => {
      fc.pre(name !== 'prototxt' || fitsCaffe(chain));
      expect(traced(notation.print(chain))).toEqual(sizesOf(chain).map(notation.order));
    }),
    { numRuns: 25 },
  );
});

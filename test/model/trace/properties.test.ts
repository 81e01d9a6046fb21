import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Step, type Trace, traceChain } from '../../../src/model/index.ts';
import { step } from '../steps.ts';

/** One layer that both frameworks have, without padding words that only one of them knows. */
interface Shared {
  readonly kind: 'conv' | 'max' | 'average' | 'norm' | 'relu';
  readonly kernel: number;
  readonly stride: number;
  readonly filters: number;
}

const layers = fc.array(
  fc.record<Shared>({
    kind: fc.constantFrom('conv', 'max', 'average', 'norm', 'relu'),
    kernel: fc.integer({ min: 1, max: 4 }),
    stride: fc.integer({ min: 1, max: 3 }),
    filters: fc.integer({ min: 1, max: 6 }),
  }),
  { minLength: 1, maxLength: 7 },
);
const sizes = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }));

const keras = (chain: readonly Shared[]): readonly Step[] =>
  chain.map(({ kind, kernel, stride, filters }) => {
    if (kind === 'conv') return step('Conv2D', [filters, kernel], { strides: stride });
    if (kind === 'max') return step('MaxPooling2D', [kernel, stride]);
    if (kind === 'average') return step('AveragePooling2D', [kernel, stride]);
    return kind === 'norm' ? step('BatchNormalization') : step('ReLU');
  });

function torch(chain: readonly Shared[], channels: number): readonly Step[] {
  let entering = channels;
  return chain.map(({ kind, kernel, stride, filters }) => {
    if (kind === 'max') return step('MaxPool2d', [kernel, stride]);
    if (kind === 'average') return step('AvgPool2d', [kernel, stride]);
    if (kind === 'relu') return step('ReLU');
    if (kind === 'norm') return step('BatchNorm2d', [entering]);
    const conv = step('Conv2d', [entering, filters, kernel, stride]);
    entering = filters;
    return conv;
  });
}

const outputs = ({ layers: traced }: Trace) => traced.map(({ output }) => output);

describe('any chain of layers', () => {
  test('has the same sizes and weights in both frameworks', () => {
    fc.assert(
      fc.property(layers, sizes, ([...chain], [height, width]) => {
        const inKeras = traceChain(keras(chain), 'keras', [height, width, 3]);
        const inTorch = traceChain(torch(chain, 3), 'torch', [3, height, width]);
        const moved = outputs(inTorch).map((shape) => shape && [shape[0], shape[2], shape[3], shape[1]]);
        expect(moved).toEqual(outputs(inKeras));
        expect(inTorch.parameters.trainable).toBe(inKeras.parameters.trainable);
        expect(inTorch.unreached).toBe(inKeras.unreached);
      }),
      { numRuns: 60 },
    );
  });

  test('follows floor((n - k) / s) + 1 on every axis until nothing is left', () => {
    fc.assert(
      fc.property(layers, sizes, (chain, start) => {
        const expected: (readonly (number | null)[] | null)[] = [];
        let [height, width] = start;
        let channels = 3;
        for (const { kind, kernel, stride, filters } of chain) {
          if (kind === 'conv') channels = filters;
          if (kind !== 'norm' && kind !== 'relu') {
            height = Math.floor((height - kernel) / stride) + 1;
            width = Math.floor((width - kernel) / stride) + 1;
          }
          const fits = height > 0 && width > 0;
          expected.push(fits ? [null, height, width, channels] : null);
          if (!fits) break;
        }
        expect(outputs(traceChain(keras(chain), 'keras', [...start, 3]))).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  test('cut anywhere, the two parts trace as the whole', () => {
    fc.assert(
      fc.property(layers, sizes, fc.nat(7), (chain, [height, width], cut) => {
        const steps = keras(chain);
        const whole = traceChain(steps, 'keras', [2, height, width, 3], { literal: true });
        const first = traceChain(steps.slice(0, cut), 'keras', [2, height, width, 3], { literal: true });
        if (first.output === null) {
          expect(outputs(whole)).toEqual(outputs(first));
          return;
        }
        const second = traceChain(steps.slice(cut), 'keras', first.output, { literal: true });
        expect(outputs(whole)).toEqual([...outputs(first), ...outputs(second)]);
        const total = (first.parameters.trainable ?? 0) + (second.parameters.trainable ?? 0);
        expect(whole.parameters.trainable).toBe(total);
      }),
      { numRuns: 60 },
    );
  });

  test('an open height changes nothing else', () => {
    fc.assert(
      fc.property(layers, sizes, (chain, [height, width]) => {
        const known = traceChain(keras(chain), 'keras', [null, height, width, 3]);
        fc.pre(known.output !== null);
        const open = traceChain(keras(chain), 'keras', [null, null, width, 3]);
        expect(outputs(open)).toEqual(
          outputs(known).map((shape) => shape && [shape[0], null, shape[2], shape[3]]),
        );
        expect(open.parameters).toEqual(known.parameters);
      }),
      { numRuns: 60 },
    );
  });
});

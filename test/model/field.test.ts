import { describe, expect, test } from 'vitest';
import { fieldsOf, type Step, traceChain, traceGraph } from '../../src/model/index.ts';
import { step } from './steps.ts';

const fields = (steps: readonly Step[], framework: 'keras' | 'torch', input: readonly number[]) =>
  fieldsOf(traceChain(steps, framework, input));

describe('what one cell sees', () => {
  test('two 3x3 convolutions see 5x5, a pool doubles the jump', () => {
    const seen = fields(
      [step('Conv2d', [1, 4, 3]), step('ReLU'), step('Conv2d', [4, 4, 3]), step('MaxPool2d', [2])],
      'torch',
      [1, 28, 28],
    );
    expect(seen.map((field) => field?.axes[0])).toEqual([
      { size: 3, jump: 1, start: 1 },
      { size: 3, jump: 1, start: 1 },
      { size: 5, jump: 1, start: 2 },
      { size: 6, jump: 2, start: 2.5 },
    ]);
  });

  test('padding moves the first view outwards, "same" too', () => {
    const torch = fields([step('Conv2d', [1, 4, 5, 2, 2])], 'torch', [1, 28, 28]);
    const keras = fields([step('Conv2D', [4, 5], { strides: 2, padding: 'same' })], 'keras', [28, 28, 1]);
    expect(torch[0]?.axes[0]).toEqual({ size: 5, jump: 2, start: 0 });
    // 3 cells of padding in all, one in front: the odd one goes to the end.
    expect(keras[0]?.axes[0]).toEqual({ size: 5, jump: 2, start: 1 });
  });

  test('padding as a layer of its own, and cropping', () => {
    const padded = fields([step('ZeroPadding2D', [2]), step('Conv2D', [4, 5])], 'keras', [28, 28, 1]);
    const cropped = fields(
      [
        step('Cropping2D', [
          [
            [3, 0],
            [0, 0],
          ],
        ]),
        step('Conv2D', [4, 5]),
      ],
      'keras',
      [28, 28, 1],
    );
    expect(padded[1]?.axes[0]).toEqual({ size: 5, jump: 1, start: 0 });
    expect(cropped[1]?.axes.map(({ start }) => start)).toEqual([5, 2]);
  });

  test('global pooling sees everything; after Flatten there are no places', () => {
    const pooled = fields([step('Conv2D', [4, 3]), step('GlobalAveragePooling2D')], 'keras', [28, 28, 1]);
    const flat = fields([step('Conv2D', [4, 3]), step('Flatten')], 'keras', [28, 28, 1]);
    expect(pooled[1]).toMatchObject({ covers: true, axes: [{ size: 'all' }, { size: 'all' }] });
    expect(flat[1]).toBeNull();
  });

  test('whether some cell sees the whole input', () => {
    const pools = Array.from({ length: 3 }, () => step('MaxPool2d', [2]));
    expect(fields(pools, 'torch', [1, 8, 8]).map((field) => field?.covers)).toEqual([false, false, true]);
    expect(fields(pools, 'torch', [1, 16, 8]).at(-1)?.covers).toBe(false);
    expect(fieldsOf(traceChain(pools, 'torch', null)).at(-1)?.covers).toBeNull();
  });

  test('channels in front, in Keras', () => {
    const first = { data_format: 'channels_first' };
    const [seen] = fields([step('Conv2D', [4, 5], first)], 'keras', [1, 5, 9]);
    const [all] = fields([step('Conv2D', [4, 5], first)], 'keras', [1, 5, 5]);
    expect([seen?.covers, all?.covers]).toEqual([false, true]);
  });

  test('where branches meet, the window that holds both', () => {
    const nodes = [
      { ...step('Conv2d', [1, 4, 3], { padding: 1 }), id: 'narrow', inputs: ['x'] },
      { ...step('Conv2d', [1, 4, 7], { padding: 3 }), id: 'wide', inputs: ['x'] },
      { ...step('add'), id: 'sum', inputs: ['narrow', 'wide'] },
      { ...step('add'), id: 'with input', inputs: ['narrow', 'x'] },
    ];
    const seen = fieldsOf(traceGraph(nodes, 'torch', { x: [4, 28, 28] }));
    expect(seen.length).toBe(1);
    const fitting = fieldsOf(traceGraph(nodes, 'torch', { x: [1, 28, 28] }));
    expect(fitting.map((field) => field?.axes[0]?.size)).toEqual([3, 7, 7, 3]);
  });
});

import { describe, expect, test } from 'vitest';
import { traceGraph } from '../../../src/model/index.ts';
import { step } from '../steps.ts';

const node = (id: string, inputs: readonly string[], layer: ReturnType<typeof step>) => ({
  ...layer,
  id,
  inputs,
});

/** A block with a shortcut, as people write it with Keras' functional interface. */
const residual = [
  node('input', [], step('Input', [], { shape: [32, 32, 16] })),
  node('a', ['input'], step('Conv2D', [16, 3], { padding: 'same' })),
  node('b', ['a'], step('Conv2D', [16, 3], { padding: 'same' })),
  node('sum', ['b', 'input'], step('Add')),
  node('pool', ['sum'], step('GlobalAveragePooling2D')),
];

describe('a model with branches', () => {
  test('a shortcut joins what went in', () => {
    const trace = traceGraph(residual, 'keras', {});
    expect(trace.layers.map(({ id, output }) => [id, output])).toEqual([
      ['a', [null, 32, 32, 16]],
      ['b', [null, 32, 32, 16]],
      ['sum', [null, 32, 32, 16]],
      ['pool', [null, 16]],
    ]);
    expect(trace.layers[2]?.inputs).toEqual([
      [null, 32, 32, 16],
      [null, 32, 32, 16],
    ]);
    expect(trace.parameters.trainable).toBe(2 * 16 * (9 * 16 + 1));
  });

  test('branches that no longer fit end it, with both shapes', () => {
    const strided = residual.map((one) =>
      one.id === 'b' ? node('b', ['a'], step('Conv2D', [16, 3], { strides: 2, padding: 'same' })) : one,
    );
    const trace = traceGraph(strided, 'keras', {});
    expect(trace.layers.at(-1)).toMatchObject({
      name: 'Add',
      output: null,
      problem: {
        code: 'mismatched-inputs',
        message: 'Inputs have incompatible shapes. Received shapes (16, 16, 16) and (32, 32, 16)',
      },
    });
    expect(trace.unreached).toBe(1);
  });

  test('two inputs, each completed as its own layers demand', () => {
    const nodes = [
      node('features', ['image'], step('GlobalAveragePooling2D')),
      node('vector', ['words'], step('Embedding', [100, 8])),
      node('mean', ['vector'], step('GlobalAveragePooling1D')),
      node('both', ['features', 'mean'], step('Concatenate')),
    ];
    const trace = traceGraph(nodes, 'keras', { image: [7, 7, 32], words: [null, 20] });
    expect(trace.forms.image).toEqual({ shape: [null, 7, 7, 32], batchAdded: true, channelsAdded: false });
    expect(trace.output).toEqual([null, 40]);
  });

  test('a layer that takes what nothing gives', () => {
    const trace = traceGraph([node('a', ['nowhere'], step('Dense', [4]))], 'keras', {});
    expect(trace.layers[0]?.problem?.code).toBe('unknown-input');
  });
});

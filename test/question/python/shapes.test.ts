import { describe, expect, it } from 'vitest';
import { readCode } from '../../../src/question/python/index.ts';

const shapeIn = (source: string) => {
  const shape = readCode(source).shapes.at(-1);
  return shape && { shape: shape.shape, batched: shape.batched };
};

describe('shapes written in code', () => {
  const read: readonly [string, readonly (number | null)[], boolean | null][] = [
    ['Conv2D(32, 3, input_shape=(28, 28, 1))', [28, 28, 1], false],
    ['MaxPooling2D(2, batch_input_shape=(None, 28, 28, 1))', [null, 28, 28, 1], true],
    ['Input(shape=(224, 224, 3))', [224, 224, 3], false],
    ['keras.Input((None, None, 3))', [null, null, 3], false],
    ['tf.keras.Input(shape=(8, 8, 3), batch_size=4)', [4, 8, 8, 3], true],
    ['Input(batch_shape=(2, 8, 8, 3))', [2, 8, 8, 3], true],
    ['layers.InputLayer((28, 28, 1))', [28, 28, 1], false],
    ['tf.placeholder(tf.float32, [None, 28, 28, 1])', [null, 28, 28, 1], true],
    ['torch.Size([1, 64, 128, 64])', [1, 64, 128, 64], null],
    ['tf.TensorShape([None, 7, 7])', [null, 7, 7], null],
    ['model.build((None, 28, 28, 1))', [null, 28, 28, 1], true],
    ['summary(model, (3, 224, 224))', [3, 224, 224], false],
    ['x.shape == (1, 3, 8, 8)', [1, 3, 8, 8], null],
    ['assert x.size() == torch.Size([1, 3])', [1, 3], null],
    ['np.zeros((4, 5)).shape', [4, 5], null],
    ['H, W = 32, 48\nInput((H, W * 2, 3))', [32, 96, 3], false],
    ['s = (8, 8)\nInput(s + (3,))', [8, 8, 3], false],
  ];
  for (const [source, shape, batched] of read) {
    it(source.replaceAll('\n', '; '), () => {
      expect(shapeIn(source)).toEqual({ shape, batched });
    });
  }

  it('say what they are the shape of', () => {
    expect(readCode('features.shape == (1, 3)').shapes).toMatchObject([
      { of: 'features', written: 'comparison' },
    ]);
  });

  it('are not made up where a size is not known', () => {
    expect(readCode('Input((SIZE, SIZE, 3))').shapes).toEqual([]);
  });
});

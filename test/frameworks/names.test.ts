import { describe, expect, test } from 'vitest';
import { findLayers, layers, layersOf, nearestLayers } from '../../src/frameworks/index.ts';

const found = (name: string, framework?: Parameters<typeof findLayers>[1]) =>
  findLayers(name, framework).map((layer) => `${layer.framework}.${layer.name}`);

describe('findLayers', () => {
  test('capitals decide between Keras and PyTorch', () => {
    expect(found('AvgPool2D')).toEqual(['keras.AveragePooling2D', 'torch.AvgPool2d', 'mlx.AvgPool2d']);
    expect(found('AvgPool2d')).toEqual(['torch.AvgPool2d', 'mlx.AvgPool2d', 'keras.AveragePooling2D']);
    expect(found('avgpool2d')[0]).toBe('keras.AveragePooling2D');
    expect(found('MaxPool')).toEqual(['onnx.MaxPool']);
  });

  test.each([
    ['tf.keras.layers.GlobalAvgPool2D', 'keras.GlobalAveragePooling2D'],
    ['layers.MaxPool1D', 'keras.MaxPooling1D'],
    ['keras.ops.average_pool', 'keras.average_pool'],
    ['nn.AvgPool2d', 'torch.AvgPool2d'],
    ['torch.nn.functional.max_pool2d', 'torch.max_pool2d'],
    ['F.avg_pool2d', 'torch.avg_pool2d'],
    ['tf.nn.avg_pool2d', 'tensorflow.avg_pool2d'],
    ['tf.layers.max_pooling2d', 'tensorflow.max_pooling2d'],
    ['nn.max_pool', 'flax.max_pool'],
    ['mlx.nn.MaxPool2d', 'mlx.MaxPool2d'],
    ['lax.reduce_window', 'jax.reduce_window'],
    ['op.GlobalLpPool', 'onnx.GlobalLpPool'],
    ['L.Pooling', 'caffe.Pooling'],
  ])('the module path in %s chooses the framework', (name, first) => {
    expect(found(name)[0]).toBe(first);
  });

  test('a path that names no framework changes nothing', () => {
    expect(found('self.MaxPool2d')).toEqual(found('MaxPool2d'));
  });

  test('a framework may be asked for', () => {
    expect(found('MaxPool2d', 'keras')).toEqual(['keras.MaxPooling2D']);
    expect(found('MaxPool2d', 'onnx')).toEqual([]);
  });

  test('nothing is made up', () => {
    expect(found('Conv2D')).toEqual([]);
    expect(found('')).toEqual([]);
  });
});

describe('nearestLayers', () => {
  test.each([
    ['MaxPoling2D', 'keras.MaxPooling2D'],
    ['GlobalAvergePooling2D', 'keras.GlobalAveragePooling2D'],
    ['GlobalAveragePoling1D', 'keras.GlobalAveragePooling1D'],
    ['AvgPoling2d', 'torch.AvgPool2d'],
    ['nn.AdaptivAvgPool2d', 'torch.AdaptiveAvgPool2d'],
    ['AverangePool', 'onnx.AveragePool'],
    ['MaxUnpol2d', 'torch.MaxUnpool2d'],
  ])('%s is close to %s', (written, wanted) => {
    const [first] = nearestLayers(written, 3);
    expect(`${first?.framework}.${first?.name}`).toBe(wanted);
  });

  test('other layers and other words are close to none', () => {
    expect(nearestLayers('Conv2D', 5)).toEqual([]);
    expect(nearestLayers('Dense', 5)).toEqual([]);
    expect(nearestLayers('', 5)).toEqual([]);
  });

  test('no more than asked for', () => {
    expect(nearestLayers('MaxPooling', 2)).toHaveLength(2);
  });
});

describe('layersOf', () => {
  const named = (...query: Parameters<typeof layersOf>) => layersOf(...query).map(({ name }) => name);

  test('classes come before functions', () => {
    expect(named({ reduce: 'max', window: 'local' }, 2, 'keras')).toEqual(['MaxPooling2D', 'max_pool']);
    expect(named({ reduce: 'average', window: 'local' }, 3, 'torch')).toEqual(['AvgPool3d', 'avg_pool3d']);
    expect(named({ reduce: 'average', window: 'global' }, 1, 'onnx')).toEqual(['GlobalAveragePool']);
  });

  test('empty where a framework has none', () => {
    expect(named({ reduce: 'average', window: 'global' }, 2, 'torch')).toEqual([]);
    expect(named({ reduce: 'max', window: 'unpool' }, 2, 'keras')).toEqual([]);
  });
});

describe('the catalogue', () => {
  test('has the 30 names of Keras', () => {
    const classes = layers.filter(({ framework, form }) => framework === 'keras' && form === 'class');
    expect(classes).toHaveLength(18);
    expect(classes.flatMap(({ aliases }) => aliases)).toHaveLength(12);
  });

  test('names each layer of a framework once', () => {
    const keys = layers.flatMap(({ framework, name, aliases }) =>
      [name, ...aliases].map((spelled) => `${framework}.${spelled}`),
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  test.each(layers)('$framework.$name links to its documentation and names each parameter once', (layer) => {
    expect(layer.documentation).toMatch(/^https:\/\/[a-z.-]+\/\S+$/);
    const names = layer.parameters.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(layer.parameters.every(({ summary }) => summary.length > 0)).toBe(true);
  });
});

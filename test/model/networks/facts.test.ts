import { describe, expect, test } from 'vitest';
import {
  featuresOf,
  fieldsOf,
  findNetworks,
  headCost,
  type Network,
  networks,
  smallestInput,
  stagesOf,
  traceNetwork,
} from '../../../src/model/index.ts';

const keras = (name: string): Network => first(name, 'keras');
const torch = (name: string): Network => first(name, 'torch');

function first(name: string, framework: Network['framework']): Network {
  const [found] = findNetworks(name, framework);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
}

describe('facts of known networks', () => {
  test('names, however they are spelled, in the framework that is asked for', () => {
    expect(keras('ResNet-50 V2').name).toBe('ResNet50V2');
    expect(keras('vgg 16').framework).toBe('keras');
    expect(torch('vgg 16').framework).toBe('torch');
    expect(torch('squeezenet1_1').name).toBe('SqueezeNet 1.1');
    expect(findNetworks('ResNet51')).toEqual([]);
  });

  test('no two networks of a framework answer to one name', () => {
    const names = networks.flatMap(({ framework, name, aliases }) =>
      [...new Set([name, ...aliases].map((own) => own.toLowerCase().replaceAll(/[\s_-]+/g, '')))].map(
        (own) => `${framework} ${own}`,
      ),
    );
    expect(names.length).toBe(new Set(names).size);
  });

  test('the stages of DenseNet121', () => {
    expect(stagesOf(traceNetwork(keras('DenseNet121')))).toEqual([
      { stage: 'stem', output: [null, 56, 56, 64] },
      { stage: 'block1', output: [null, 56, 56, 256] },
      { stage: 'transition1', output: [null, 28, 28, 128] },
      { stage: 'block2', output: [null, 28, 28, 512] },
      { stage: 'transition2', output: [null, 14, 14, 256] },
      { stage: 'block3', output: [null, 14, 14, 1024] },
      { stage: 'transition3', output: [null, 7, 7, 512] },
      { stage: 'block4', output: [null, 7, 7, 1024] },
      { stage: 'norm', output: [null, 7, 7, 1024] },
      { stage: 'head', output: [null, 1000] },
    ]);
  });

  test.each([
    ['ResNet50', 100_353_000, 2_049_000],
    ['DenseNet121', 50_177_000, 1_025_000],
    ['DenseNet169', 81_537_000, 1_665_000],
    ['DenseNet201', 94_081_000, 1_921_000],
    ['MobileNet', 50_177_000, 1_025_000],
    ['MobileNetV2', 62_721_000, 1_281_000],
    ['EfficientNetB0', 62_721_000, 1_281_000],
    ['InceptionV3', 131_073_000, 2_049_000],
    ['Xception', 204_801_000, 2_049_000],
    ['VGG16', 25_089_000, 513_000],
  ])(
    'a dense layer on %s: %i weights after Flatten, %i after global pooling',
    (name, flatten, globalPooling) => {
      expect(headCost(keras(name))).toMatchObject({ classes: 1000, flatten, globalPooling });
    },
  );

  test('what VGG16 spends on its classifier, and what global pooling would leave of it', () => {
    const { parameters } = traceNetwork(keras('VGG16'));
    const cost = headCost(keras('VGG16'));
    expect(cost?.own).toBe(123_642_856);
    expect((parameters.trainable ?? 0) - (cost?.own ?? 0) + (cost?.globalPooling ?? 0)).toBe(15_227_688);
  });

  test('the last map of a network in PyTorch has its channels in front', () => {
    expect(featuresOf(traceNetwork(torch('ResNet18')))).toEqual([null, 512, 7, 7]);
    expect(headCost(torch('AlexNet'), 10)).toMatchObject({
      flatten: 92_170,
      globalPooling: 2570,
    });
  });

  test.each([
    ['torch', 'AlexNet', 63],
    ['torch', 'VGG16', 32],
    ['torch', 'SqueezeNet 1.0', 21],
    ['torch', 'SqueezeNet 1.1', 17],
    ['torch', 'GoogLeNet', 15],
    ['torch', 'DenseNet121', 29],
    ['torch', 'ResNet50', 1],
    ['keras', 'InceptionV3', 75],
    ['keras', 'LeNet-5', 16],
  ] as const)('%s %s runs from %i pixels on, as its library says', (framework, name, size) => {
    const network = first(name, framework);
    expect(smallestInput(network)).toBe(size);
    expect([size, null]).toContain(network.smallestAdmitted);
  });

  test.each([
    ['keras', 'VGG16', 212, false],
    ['keras', 'ResNet50', 483, true],
    ['torch', 'ResNet50', 427, true],
    ['keras', 'DenseNet121', 2071, true],
    ['torch', 'AlexNet', 195, false],
  ] as const)('%s %s: one cell of the last map sees %i pixels', (framework, name, size, covers) => {
    const trace = traceNetwork(first(name, framework));
    const last = trace.layers.findIndex(({ stage }) => stage === 'head') - 1;
    const field = fieldsOf(trace)[last];
    expect(field?.axes.map((axis) => axis.size)).toEqual([size, size]);
    expect(field?.covers).toBe(covers);
  });
});

import { describe, expect, test } from 'vitest';
import { findNetworks, type Network, poolingLayersOf, traceNetwork } from '../../../src/model/index.ts';

function network(framework: Network['framework'], name: string): Network {
  const found = findNetworks(name, framework).find((one) => one.framework === framework);
  if (found === undefined) throw new Error(`no ${name} for ${framework}`);
  return found;
}

/** Totals as keras.io and torchvision's documentation list them, or as the paper's layers add up. */
const published: readonly (readonly [Network['framework'], string, number])[] = [
  ['keras', 'DenseNet121', 8_062_504],
  ['keras', 'DenseNet169', 14_307_880],
  ['keras', 'DenseNet201', 20_242_984],
  ['keras', 'ResNet50', 25_636_712],
  ['keras', 'ResNet101', 44_707_176],
  ['keras', 'ResNet152', 60_419_944],
  ['keras', 'ResNet50V2', 25_613_800],
  ['keras', 'ResNet101V2', 44_675_560],
  ['keras', 'ResNet152V2', 60_380_648],
  ['keras', 'VGG16', 138_357_544],
  ['keras', 'VGG19', 143_667_240],
  ['keras', 'MobileNet', 4_253_864],
  ['keras', 'MobileNetV2', 3_538_984],
  ['keras', 'MobileNetV3Large', 5_507_432],
  ['keras', 'MobileNetV3Small', 2_554_968],
  ['keras', 'C3D', 79_991_015],
  ['keras', 'InceptionV3', 23_851_784],
  ['keras', 'InceptionResNetV2', 55_873_736],
  ['keras', 'EfficientNetB0', 5_330_571],
  ['keras', 'EfficientNetB1', 7_856_239],
  ['keras', 'EfficientNetB4', 19_466_823],
  ['keras', 'EfficientNetB7', 66_658_687],
  ['keras', 'Xception', 22_910_480],
  ['keras', 'LeNet-5', 61_706],
  ['torch', 'AlexNet', 61_100_840],
  ['torch', 'AlexNet (paper)', 60_965_224],
  ['torch', 'VGG11', 132_863_336],
  ['torch', 'VGG16', 138_357_544],
  ['torch', 'ResNet18', 11_689_512],
  ['torch', 'ResNet34', 21_797_672],
  ['torch', 'ResNet50', 25_557_032],
  ['torch', 'ResNet101', 44_549_160],
  ['torch', 'ResNet152', 60_192_808],
  ['torch', 'DenseNet121', 7_978_856],
  ['torch', 'DenseNet201', 20_013_928],
  ['torch', 'GoogLeNet', 6_624_904],
  ['torch', 'GoogLeNet (aux_logits=True)', 13_004_888],
  ['torch', 'SqueezeNet 1.0', 1_248_424],
  ['torch', 'SqueezeNet 1.1', 1_235_496],
];

const classes: Readonly<Record<string, number>> = { 'LeNet-5': 10, C3D: 487 };

/** `147x147x64 -> 73x73x64`, axes in the framework's order, the batch left out. */
const pools = (framework: Network['framework'], name: string, input?: readonly number[]): readonly string[] =>
  poolingLayersOf(network(framework, name), input).map(({ inputs, output }) => {
    const [before] = inputs;
    return `${before?.slice(1).join('x')} -> ${output?.slice(1).join('x')}`;
  });

describe('known networks', () => {
  test.each(published)('%s %s has %i weights', (framework, name, weights) => {
    const { parameters, output } = traceNetwork(network(framework, name));
    expect((parameters.trainable ?? 0) + (parameters.nonTrainable ?? 0)).toBe(weights);
    expect(output?.at(-1)).toBe(classes[name] ?? 1000);
  });

  test('DenseNet: one max pool, three average pools, one global', () => {
    expect(pools('keras', 'DenseNet121')).toEqual([
      '114x114x64 -> 56x56x64',
      '56x56x128 -> 28x28x128',
      '28x28x256 -> 14x14x256',
      '14x14x512 -> 7x7x512',
      '7x7x1024 -> 1024',
    ]);
    expect(pools('keras', 'DenseNet169').slice(-2)).toEqual(['14x14x640 -> 7x7x640', '7x7x1664 -> 1664']);
    expect(pools('keras', 'DenseNet201').slice(-2)).toEqual(['14x14x896 -> 7x7x896', '7x7x1920 -> 1920']);
  });

  test('ResNet50, and V2 with a 1x1 max pool on three shortcuts', () => {
    expect(pools('keras', 'ResNet50')).toEqual(['114x114x64 -> 56x56x64', '7x7x2048 -> 2048']);
    expect(pools('keras', 'ResNet50V2')).toEqual([
      '114x114x64 -> 56x56x64',
      '56x56x256 -> 28x28x256',
      '28x28x512 -> 14x14x512',
      '14x14x1024 -> 7x7x1024',
      '7x7x2048 -> 2048',
    ]);
    expect(pools('torch', 'ResNet50')).toEqual(['64x112x112 -> 64x56x56', '2048x7x7 -> 2048x1x1']);
  });

  test('VGG16: five max pools; PyTorch adds an adaptive one', () => {
    const local = [
      '224x224x64 -> 112x112x64',
      '112x112x128 -> 56x56x128',
      '56x56x256 -> 28x28x256',
      '28x28x512 -> 14x14x512',
      '14x14x512 -> 7x7x512',
    ];
    expect(pools('keras', 'VGG16')).toEqual(local);
    expect(pools('torch', 'VGG16').at(-1)).toBe('512x7x7 -> 512x7x7');
  });

  test('MobileNet pools globally alone, and keeps the axes', () => {
    expect(pools('keras', 'MobileNet')).toEqual(['7x7x1024 -> 1x1x1024']);
    expect(pools('keras', 'MobileNetV2')).toEqual(['7x7x1280 -> 1280']);
  });

  test('InceptionV3: four max pools, nine averages that keep the size, one global', () => {
    const all = pools('keras', 'InceptionV3');
    expect(all).toHaveLength(14);
    expect(all.slice(0, 6)).toEqual([
      '147x147x64 -> 73x73x64',
      '71x71x192 -> 35x35x192',
      '35x35x192 -> 35x35x192',
      '35x35x256 -> 35x35x256',
      '35x35x288 -> 35x35x288',
      '35x35x288 -> 17x17x288',
    ]);
    expect(all.slice(6, 10)).toEqual(Array.from({ length: 4 }, () => '17x17x768 -> 17x17x768'));
    expect(all.slice(10)).toEqual([
      '17x17x768 -> 8x8x768',
      '8x8x1280 -> 8x8x1280',
      '8x8x2048 -> 8x8x2048',
      '8x8x2048 -> 2048',
    ]);
  });

  test('InceptionResNetV2', () => {
    expect(pools('keras', 'InceptionResNetV2')).toEqual([
      '147x147x64 -> 73x73x64',
      '71x71x192 -> 35x35x192',
      '35x35x192 -> 35x35x192',
      '35x35x320 -> 17x17x320',
      '17x17x1088 -> 8x8x1088',
      '8x8x1536 -> 1536',
    ]);
  });

  test('EfficientNetB0: sixteen squeezes and one head', () => {
    const squeezed = (size: number, channels: number, times: number): readonly string[] =>
      Array.from({ length: times }, () => `${size}x${size}x${channels} -> ${channels}`);
    expect(pools('keras', 'EfficientNetB0')).toEqual([
      ...squeezed(112, 32, 1),
      ...squeezed(56, 96, 1),
      ...squeezed(56, 144, 1),
      ...squeezed(28, 144, 1),
      ...squeezed(28, 240, 1),
      ...squeezed(14, 240, 1),
      ...squeezed(14, 480, 3),
      ...squeezed(14, 672, 2),
      ...squeezed(7, 672, 1),
      ...squeezed(7, 1152, 4),
      ...squeezed(7, 1280, 1),
    ]);
  });

  test('Xception: max pools with padding="same"', () => {
    expect(pools('keras', 'Xception')).toEqual([
      '147x147x128 -> 74x74x128',
      '74x74x256 -> 37x37x256',
      '37x37x728 -> 19x19x728',
      '19x19x1024 -> 10x10x1024',
      '10x10x2048 -> 2048',
    ]);
  });

  test('AlexNet: overlapping windows', () => {
    expect(pools('torch', 'AlexNet')).toEqual([
      '64x55x55 -> 64x27x27',
      '192x27x27 -> 192x13x13',
      '256x13x13 -> 256x6x6',
      '256x6x6 -> 256x6x6',
    ]);
    expect(pools('torch', 'AlexNet (paper)')).toEqual([
      '96x55x55 -> 96x27x27',
      '256x27x27 -> 256x13x13',
      '256x13x13 -> 256x6x6',
    ]);
  });

  test('C3D: the first pool leaves the frames alone', () => {
    expect(pools('keras', 'C3D')).toEqual([
      '16x112x112x64 -> 16x56x56x64',
      '16x56x56x128 -> 8x28x28x128',
      '8x28x28x256 -> 4x14x14x256',
      '4x14x14x512 -> 2x7x7x512',
      '2x8x8x512 -> 1x4x4x512',
    ]);
  });

  test('LeNet-5', () => {
    expect(pools('keras', 'lenet5')).toEqual(['28x28x6 -> 14x14x6', '10x10x16 -> 5x5x16']);
  });

  test('GoogLeNet: ceil_mode between the stages, a max pool in every module', () => {
    const all = pools('torch', 'GoogLeNet');
    const shrinking = all.filter((line) => line.split(' -> ')[0] !== line.split(' -> ')[1]);
    expect(shrinking).toEqual([
      '64x112x112 -> 64x56x56',
      '192x56x56 -> 192x28x28',
      '480x28x28 -> 480x14x14',
      '832x14x14 -> 832x7x7',
      '1024x7x7 -> 1024x1x1',
    ]);
    expect(all).toHaveLength(5 + 9);
    expect(pools('torch', 'GoogLeNet (aux_logits=True)')).toContain('512x14x14 -> 512x4x4');
  });

  test('SqueezeNet: windows over the edge count', () => {
    expect(pools('torch', 'SqueezeNet 1.0')).toEqual([
      '96x109x109 -> 96x54x54',
      '256x54x54 -> 256x27x27',
      '512x27x27 -> 512x13x13',
      '1000x13x13 -> 1000x1x1',
    ]);
    expect(pools('torch', 'SqueezeNet 1.1').slice(0, 3)).toEqual([
      '64x111x111 -> 64x55x55',
      '128x55x55 -> 128x27x27',
      '256x27x27 -> 256x13x13',
    ]);
  });

  test('another input size', () => {
    expect(pools('keras', 'ResNet50', [320, 200, 3])).toEqual([
      '162x102x64 -> 80x50x64',
      '10x7x2048 -> 2048',
    ]);
    expect(pools('keras', 'DenseNet121', [32, 32, 3]).at(-1)).toBe('1x1x1024 -> 1024');
  });
});

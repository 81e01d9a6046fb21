import { describe, expect, test } from 'vitest';
import { answerQuestion } from '../../../src/answer/index.ts';
import { explain } from '../../../src/explain/index.ts';
import { readQuestion } from '../../../src/question/index.ts';
import { plain } from '../../../src/reply/index.ts';

const ask = (text: string) => answerQuestion(readQuestion({ text }));
const title = (text: string) => plain(explain(ask(text)).title);

/** `56x56x64` after each pooling layer, the batch left out. */
const pools = (text: string) =>
  ask(text).network?.pooling.map(({ layer }) => layer.output?.slice(1).join('x')) ?? [];

describe('where a published network pools, at any size', () => {
  test.each([
    ['trace resnet50 at 224', ['56x56x64', '2048']],
    ['pooling layers of VGG16 at 150x150', ['75x75x64', '37x37x128', '18x18x256', '9x9x512', '4x4x512']],
    [
      'what comes out of DenseNet121 before the GAP at 224x224',
      ['56x56x64', '28x28x128', '14x14x256', '7x7x512', '1024'],
    ],
    ['DenseNet169 shapes', ['56x56x64', '28x28x128', '14x14x256', '7x7x640', '1664']],
    ['DenseNet201 at 320x240', ['80x60x64', '40x30x128', '20x15x256', '10x7x896', '1920']],
    ['MobileNetV2 feature map size at 96x96', ['1280']],
    ['mobilenet pooling layers', ['1x1x1024']],
    ['xception trace at 299', ['74x74x128', '37x37x256', '19x19x728', '10x10x1024', '2048']],
    ['pooling layers of LeNet-5', ['14x14x6', '5x5x16']],
    ['alexnet pooling at 227x227', ['96x27x27', '256x13x13', '256x6x6']],
    ['alexnet pooling layers', ['64x27x27', '192x13x13', '256x6x6', '256x6x6']],
    ['squeezenet at 224', ['96x54x54', '256x27x27', '512x13x13', '1000x1x1']],
    ['squeezenet 1.1 at 224', ['64x55x55', '128x27x27', '256x13x13', '1000x1x1']],
    ['torchvision resnet18 pooling layers', ['64x56x56', '512x1x1']],
    [
      'ResNet50(include_top=False, pooling="avg", input_shape=(160, 160, 3)) output shape',
      ['40x40x64', '2048'],
    ],
    [
      'ResNet50(include_top=False, pooling="max", input_shape=(160, 160, 3)) output shape',
      ['40x40x64', '2048'],
    ],
    ['base = ResNet50(include_top=False, input_shape=(160, 160, 3))', ['40x40x64']],
  ])('%s', (text, expected) => {
    expect(pools(text)).toEqual(expected);
  });

  test('InceptionV3 at its own size', () => {
    const shapes = pools('inception v3 on 299x299');
    expect(shapes.slice(0, 2)).toEqual(['73x73x64', '35x35x192']);
    expect(shapes.at(-1)).toBe('2048');
    expect(shapes).toHaveLength(14);
  });

  test('EfficientNetB0: 16 squeezes and one at the end', () => {
    expect(pools('trace efficientnet b0')).toEqual([
      ...['32', '96', '144', '144', '240', '240', '480', '480', '480'],
      ...['672', '672', '672', '1152', '1152', '1152', '1152', '1280'],
    ]);
  });

  test('GoogLeNet pools with ceil_mode', () => {
    const shapes = pools('what pooling layers does GoogLeNet have');
    expect(shapes.filter((shape) => shape?.endsWith('56x56'))).toHaveLength(1);
    expect(shapes.at(-1)).toBe('1024x1x1');
  });
});

describe('what is asked of a published network', () => {
  test.each([
    ['how many parameters does DenseNet121 have?', 'DenseNet121 has 8,062,504 parameters'],
    ['ResNet50 parameter count', 'ResNet50 has 25,636,712 parameters'],
    ['how many params in VGG16', 'VGG16 has 138,357,544 parameters'],
    ['number of weights of MobileNetV2', 'MobileNetV2 has 3,538,984 parameters'],
    ['total parameters of inception v3?', 'InceptionV3 has 23,851,784 parameters'],
    ['how many parameters has EfficientNetB0', 'EfficientNetB0 has 5,330,571 parameters'],
    ['xception number of parameters', 'Xception has 22,910,480 parameters'],
    ['smallest input for InceptionV3', 'InceptionV3 takes images from 75 × 75 on'],
    ['resnet50 minimum input size', 'ResNet50 takes images from 32 × 32 on'],
    ['what is the smallest image Xception takes', 'Xception takes images from 71 × 71 on'],
    ['does InceptionV3 work on 64x64?', 'InceptionV3 needs larger images: 75 × 75 or more'],
    ['can I feed 16x16 images into resnet50?', 'ResNet50 needs larger images: 32 × 32 or more'],
    [
      'vgg16 parameters with Flatten vs GAP',
      '25,089,000 parameters after Flatten, 513,000 after global pooling',
    ],
    [
      'compare Flatten and GAP heads for ResNet50 with 10 classes',
      '1,003,530 parameters after Flatten, 20,490 after global pooling',
    ],
    [
      'DenseNet121 head with 14 classes at 320x320: Flatten or GAP parameters',
      '1,433,614 parameters after Flatten, 14,350 after global pooling',
    ],
    [
      'ResNet50(include_top=False, pooling="avg", input_shape=(160, 160, 3)) output shape',
      'ResNet50 on 160 × 160 × 3 gives 2048',
    ],
    [
      'VGG16(weights="imagenet", include_top=False, input_shape=(150, 150, 3)) output shape',
      'VGG16 on 150 × 150 × 3 gives 4 × 4 × 512',
    ],
    ['ResNet50() output shape', 'ResNet50 on 224 × 224 × 3 gives 1000'],
    ['where does 25088 come from', '25,088 = 7 · 7 · 512, a last map flattened'],
    ['where does 9216 come from in AlexNet?', '9,216 = 256 · 6 · 6, the last map of AlexNet, flattened'],
    ['where does 8192 come from in VGG16', '8,192 = 4 · 4 · 512, the last map of VGG16, flattened'],
    ['where does 7x7x512 come from in VGG16?', '7 × 7 × 512 in VGG16'],
    ['where does 12345 come from in VGG16', 'I don’t find 12,345 in VGG16'],
    ['receptive field of VGG16', 'One cell of the last map of VGG16 sees 212 × 212 pixels'],
    ['receptive field of resnet50', 'One cell of the last map of ResNet50 sees 483 × 483 pixels'],
    ['receptive field of torchvision resnet50', 'One cell of the last map of ResNet50 sees 427 × 427 pixels'],
    ['receptive field of densenet121', 'One cell of the last map of DenseNet121 sees 2071 × 2071 pixels'],
    ['alexnet receptive field', 'One cell of the last map of AlexNet sees 195 × 195 pixels'],
  ])('%s', (text, expected) => {
    expect(title(text)).toBe(expected);
  });

  test('a number is looked for in all networks where none is named', () => {
    const names = ask('where does 50176 come from?').origins?.origins.map(({ network }) => network.name);
    expect(names).toEqual(expect.arrayContaining(['DenseNet121', 'MobileNet']));
  });
});

describe('what is no question on a network’s shapes', () => {
  test.each([
    'why does ResNet use global average pooling?',
    'what accuracy will resnet50 get on my data?',
    'is VGG16 or ResNet50 better?',
    'maxpool 3x3 stride 2 on 55x55x96 (alexnet)',
  ])('%s', (text) => {
    expect(ask(text).network).toBeNull();
  });
});

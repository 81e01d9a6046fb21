import { expect, test } from 'vitest';
import { configure, infer } from '../../src/frameworks/index.ts';
import { configured, given, layerNamed, outputShape, ramp, refusal, tensor } from './calls.ts';

test.each([[[2.5, 4, 1, 1]], [[1, -4, 4, 1]], [[1, Number.NaN, 4, 1]], [[1, 2 ** 60, 4, 1]]])(
  'a shape that is none: %o',
  (shape) => {
    expect(refusal('MaxPooling2D', given(), shape)).toMatchObject({ code: 'out-of-range', stage: 'shape' });
  },
);

test('every rank from 0 to 9 is taken or refused in words', () => {
  for (const name of [
    'MaxPooling2D',
    'nn.MaxPool1d',
    'nn.AvgPool2d',
    'nn.AdaptiveAvgPool3d',
    'GlobalAveragePool',
  ]) {
    const configuration = configured(
      name,
      name.includes('Pooling') || name.startsWith('Global') ? given() : given([2]),
    );
    for (let rank = 0; rank <= 9; rank++) {
      const shape = Array.from({ length: rank }, () => 4);
      const result = infer(configuration, shape);
      expect(result.ok ? result.derivation.steps.length : result.advice).toBeTruthy();
    }
  }
});

test('shapes of any size are answered at once', () => {
  expect(outputShape('MaxPooling2D', given(), [1000000, 1000000, 1000000, 3])).toEqual([
    1000000, 500000, 500000, 3,
  ]);
});

test('values that do not fill their shape', () => {
  expect(refusal('MaxPooling2D', given(), { input: tensor([1, 4, 4, 1], [1, 2]) })).toMatchObject({
    code: 'bad-length',
    advice: '(1, 4, 4, 1) needs 16 values and 2 came.',
  });
});

test('an upstream gradient of another shape', () => {
  const data = { input: ramp(1, 1, 4, 4), upstream: ramp(1, 1, 4, 4) };
  expect(refusal('nn.MaxPool2d', given([2]), data)).toMatchObject({
    code: 'bad-upstream',
    message:
      'Mismatch in shape: grad_output[0] has a shape of torch.Size([1, 1, 4, 4]) and output[0] has a shape of ' +
      'torch.Size([1, 1, 2, 2]).',
  });
  expect(refusal('GlobalMaxPool', given(), data)).toMatchObject({
    code: 'bad-upstream',
    message: null,
    advice: "The upstream gradient has shape (1, 1, 4, 4); it needs the output's, (1, 1, 1, 1).",
  });
});

test('an output too large to compute', () => {
  const data = { input: ramp(1, 1, 2, 2) };
  expect(refusal('nn.AdaptiveAvgPool2d', given([100000]), data)).toMatchObject({ code: 'too-many-elements' });
});

test('a layer that crossed a worker boundary still configures', () => {
  const copy = structuredClone(layerNamed('MaxPooling2D'));
  const configuration = configure(copy, given([3]));
  expect(configuration.ok && infer(structuredClone(configuration), [1, 9, 9, 1]).ok).toBe(true);
});

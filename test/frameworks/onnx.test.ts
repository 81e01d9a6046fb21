import { describe, expect, test } from 'vitest';
import { python } from '../../src/frameworks/index.ts';
import { computed, given, outputShape, ramp, refusal, rounded, tensor } from './calls.ts';

const window = (keywords: Parameters<typeof given>[1] = {}) =>
  given([], { kernel_shape: [2, 2], ...keywords });

describe('ONNX in its own words', () => {
  test.each([
    ['no kernel_shape', given(), 'Attribute kernel_shape must be specified'],
    [
      'a bare int',
      given([], { kernel_shape: 2 }),
      "Mismatched attribute type in ' : kernel_shape'. Expected: 'INTS', actual: 'INT'",
    ],
    [
      'a kernel of 0',
      given([], { kernel_shape: [2, 0] }),
      'Attribute kernel_shape must only contain positive values',
    ],
    ['strides of 0', window({ strides: [1, 0] }), 'Attribute strides must only contain positive values'],
    ['negative pads', window({ pads: [0, 0, -1, 0] }), 'Attribute pads must not contain negative values'],
    ['too few strides', window({ strides: [1] }), 'Attribute strides has incorrect size'],
    ['too few pads', window({ pads: [1, 1] }), 'Attribute pads has incorrect size'],
    [
      'an attribute of another operator',
      window({ count_include_pad: 1 }),
      'Unrecognized attribute: count_include_pad for operator MaxPool',
    ],
  ])('%s', (_name, args, message) => {
    expect(refusal('MaxPool', args).message).toBe(message);
  });

  test('ranks', () => {
    expect(refusal('MaxPool', window(), [4, 4]).message).toBe('Input tensor must have at least 3 dimensions');
    expect(refusal('MaxPool', window(), [1, 1, 8]).message).toBe('Attribute kernel_shape has incorrect size');
    expect(refusal('GlobalMaxPool', given(), [1, 1]).message).toBe(
      'Input tensor must have at least 3 dimensions',
    );
    expect(refusal('GlobalMaxPool', given(), [1, 1, 2, 2, 2, 2])).toMatchObject({ code: 'unsupported' });
  });

  test('a window that does not fit has no message of its own', () => {
    expect(refusal('AveragePool', given([], { kernel_shape: [6, 6] }), [1, 1, 5, 5])).toMatchObject({
      code: 'window-too-large',
      message: null,
      advice:
        'The window (6) is larger than the input (5). A kernel_shape of 5 or less fits; GlobalAveragePool takes any size.',
    });
  });

  test('pads and auto_pad exclude each other', () => {
    expect(refusal('MaxPool', window({ pads: [1, 1, 1, 1], auto_pad: 'SAME_UPPER' })).code).toBe(
      'conflicting-arguments',
    );
    expect(refusal('MaxPool', window({ auto_pad: 'SAME' })).code).toBe('bad-choice');
  });

  test('pads as large as the kernel have a shape but no values', () => {
    const args = window({ pads: [2, 2, 2, 2] });
    expect(outputShape('MaxPool', args, [1, 1, 4, 4])).toEqual([1, 1, 7, 7]);
    expect(refusal('MaxPool', args, { input: ramp(1, 1, 4, 4) }).message).toBe(
      'Pad should be smaller than kernel.',
    );
  });

  test.each([
    ['MaxPool', 'uint8', 12, true],
    ['MaxPool', 'uint8', 11, false],
    ['AveragePool', 'uint8', 22, false],
    ['AveragePool', 'bfloat16', 22, true],
    ['AveragePool', 'bfloat16', 21, false],
    ['LpPool', 'int32', 22, false],
  ] as const)('%s on %s at opset %i: %s', (name, dtype, opset, taken) => {
    const data = { input: ramp(1, 1, 4, 4) };
    const run = () => computed(name, window(), data, { dtype, opset });
    if (taken) expect(run().ok).toBe(true);
    else expect(refusal(name, window(), data, { dtype, opset }).message).toContain(`Type 'tensor(${dtype})'`);
  });

  test('attributes and operators that an opset lacks', () => {
    const dilated = window({ dilations: [2, 2] });
    expect(refusal('AveragePool', dilated, undefined, { opset: 18 }).message).toBe(
      'Unrecognized attribute: dilations for operator AveragePool',
    );
    expect(outputShape('AveragePool', dilated, [1, 1, 5, 5], { opset: 19 })).toEqual([1, 1, 3, 3]);
    expect(refusal('MaxUnpool', window(), undefined, { opset: 8 }).message).toBe(
      'No Op registered for MaxUnpool with domain_version of 8',
    );
  });
});

describe('ONNX values', () => {
  test('strides is 1 when left out', () => {
    expect(outputShape('MaxPool', window(), [1, 1, 4, 4])).toEqual([1, 1, 3, 3]);
  });

  test.each([
    ['SAME_UPPER', [3, 5, 6.5, 13, 15, 16.5, 20.5, 22.5, 24]],
    ['SAME_LOWER', [0, 1.5, 3.5, 7.5, 9, 11, 17.5, 19, 21]],
  ])('%s puts the odd cell on its side', (auto_pad, values) => {
    const input = tensor(
      [1, 1, 5, 5],
      Array.from({ length: 25 }, (_, index) => index),
    );
    const { output } = computed('AveragePool', window({ strides: [2, 2], auto_pad }), { input });
    expect([...output.data]).toEqual(values);
  });

  test('indices count over channels, and column by column with storage_order=1', () => {
    const input = ramp(1, 2, 4, 4);
    const rows = computed('MaxPool', window({ strides: [2, 2] }), { input }, { wantIndices: true });
    expect(rows.indices).toEqual([5, 7, 13, 15, 21, 23, 29, 31]);
    const columns = computed('MaxPool', window({ strides: [2, 2], storage_order: 1 }), {
      input: ramp(1, 1, 4, 4),
    });
    expect(columns.indices).toEqual([5, 13, 7, 15]);
    expect(computed('MaxPool', window(), { input }).indices).toBeNull();
  });

  test('LpPool takes the absolute value', () => {
    const input = tensor([1, 1, 2, 2], [-1, -3, -4, -6]);
    expect([...computed('LpPool', window({ p: 1 }), { input }).output.data]).toEqual([14]);
    const cubes = computed('LpPool', window({ p: 3 }), { input: tensor([1, 1, 2, 2], [-1, -2, -5, -6]) });
    expect(rounded(cubes.output.data)).toEqual([7.0473]);
    expect(rounded(computed('GlobalLpPool', given(), { input }).output.data)).toEqual([7.874]);
  });

  test('global pooling keeps its axes in any rank', () => {
    expect(outputShape('GlobalAveragePool', given(), [2, 3, 7])).toEqual([2, 3, 1]);
    expect(outputShape('GlobalMaxPool', given(), [2, 3, 7, 7, 7])).toEqual([2, 3, 1, 1, 1]);
  });

  test('unpooling into a larger shape keeps to the indices of the smaller', () => {
    const args = window({ strides: [2, 2] });
    const data = { input: ramp(1, 1, 2, 2), indices: tensor([1, 1, 2, 2], [5, 7, 13, 15]) };
    const applied = given([], { output_shape: [1, 1, 5, 5] });
    const { output } = computed('MaxUnpool', args, data, { applied });
    expect(output.shape).toEqual([1, 1, 5, 5]);
    expect([...output.data].flatMap((value, index) => (value === 0 ? [] : [index]))).toEqual([6, 8, 16, 18]);
    const small = { applied: given([], { output_shape: [1, 1, 3, 3] }) };
    expect(refusal('MaxUnpool', args, data, small)).toMatchObject({ code: 'output-size' });
    const outside = { ...data, indices: tensor([1, 1, 2, 2], [5, 7, 13, 16]) };
    expect(refusal('MaxUnpool', args, outside)).toMatchObject({ code: 'bad-indices' });
  });

  test('the input may be named by place', () => {
    expect(
      outputShape('MaxPool', window(), [1, 1, 4, 4], { applied: given([python.expression('x')]) }),
    ).toEqual([1, 1, 3, 3]);
  });
});

import { describe, expect, test } from 'vitest';
import { apply, result } from '../apply.ts';
import { step } from '../steps.ts';

const map = [1, 64, 7, 7];
const x = { source: 'x' };

describe('layers of PyTorch', () => {
  test.each([
    ['Conv2d', step('Conv2d', [3, 16, 3]), [1, 3, 28, 28], [1, 16, 26, 26], 448],
    ['Conv2d, unbatched', step('Conv2d', [3, 16, 3]), [3, 28, 28], [16, 26, 26], 448],
    ['stride 2, padding 1', step('Conv2d', [3, 16, 3, 2, 1]), [1, 3, 28, 27], [1, 16, 14, 14], 448],
    [
      'padding="same" keeps the size',
      step('Conv2d', [3, 16, 4], { padding: 'same' }),
      [1, 3, 28, 28],
      [1, 16, 28, 28],
      784,
    ],
    ['groups: depthwise', step('Conv2d', [64, 64, 3], { groups: 64, bias: false }), map, [1, 64, 5, 5], 576],
    ['Conv1d, dilated', step('Conv1d', [4, 8, 3], { dilation: 2 }), [1, 4, 20], [1, 8, 16], 104],
    ['LazyConv2d', step('LazyConv2d', [8, 1]), map, [1, 8, 7, 7], 520],
    [
      'ConvTranspose2d: (n-1)s - 2p + k',
      step('ConvTranspose2d', [64, 8, 4, 2, 1]),
      map,
      [1, 8, 14, 14],
      8200,
    ],
    [
      'ConvTranspose2d, output_padding',
      step('ConvTranspose2d', [64, 8, 3, 2, 1, 1]),
      map,
      [1, 8, 14, 14],
      4616,
    ],
    ['Linear', step('Linear', [400, 120]), [4, 400], [4, 120], 48_120],
    ['LazyLinear', step('LazyLinear', [120]), [4, 400], [4, 120], 48_120],
    ['BatchNorm2d: running statistics are buffers', step('BatchNorm2d', [64]), map, map, 128],
    ['BatchNorm1d', step('BatchNorm1d', [120]), [4, 120], [4, 120], 240],
    ['GroupNorm', step('GroupNorm', [8, 64]), map, map, 128],
    ['LayerNorm over the last axes', step('LayerNorm', [[7, 7]]), map, map, 98],
    ['InstanceNorm2d has no weights', step('InstanceNorm2d', [64]), map, map, 0],
    ['Flatten', step('nn.Flatten'), map, [1, 3136], 0],
    ['Flatten of an unbatched map keeps its first axis', step('nn.Flatten'), [64, 7, 7], [64, 49], 0],
    ['torch.flatten(x, 1)', step('torch.flatten', [x, 1]), map, [1, 3136], 0],
    ['x.view(-1, 3136)', step('x.view', [-1, 3136]), [5, 64, 7, 7], [5, 3136], 0],
    [
      'x.view(x.size(0), -1)',
      step('x.view', [{ source: 'x.size(0)' }, -1]),
      [null, 64, 7, 7],
      [null, 3136],
      0,
    ],
    ['torch.reshape(x, (-1, 3136))', step('torch.reshape', [x, [-1, 3136]]), map, [1, 3136], 0],
    ['Unflatten', step('nn.Unflatten', [1, [64, 7, 7]]), [1, 3136], [1, 64, 7, 7], 0],
    ['permute', step('x.permute', [0, 2, 3, 1]), map, [1, 7, 7, 64], 0],
    ['transpose', step('x.transpose', [1, 2]), [1, 64, 49], [1, 49, 64], 0],
    ['squeeze', step('x.squeeze'), [4, 64, 1, 1], [4, 64], 0],
    ['squeeze of one axis', step('x.squeeze', [-1]), [1, 64, 1, 1], [1, 64, 1], 0],
    ['unsqueeze', step('x.unsqueeze', [1]), [4, 28, 28], [4, 1, 28, 28], 0],
    ['Upsample', step('nn.Upsample', [], { scale_factor: 2 }), map, [1, 64, 14, 14], 0],
    ['F.interpolate to a size', step('F.interpolate', [x], { size: [9, 5] }), map, [1, 64, 9, 5], 0],
    ['F.pad counts from the last axis', step('F.pad', [x, [1, 2, 3, 4]]), map, [1, 64, 14, 10], 0],
    ['ZeroPad2d', step('nn.ZeroPad2d', [2]), map, [1, 64, 11, 11], 0],
    ['ReflectionPad2d by sides', step('nn.ReflectionPad2d', [[1, 2, 3, 4]]), map, [1, 64, 14, 10], 0],
    ['PixelShuffle', step('nn.PixelShuffle', [2]), map, [1, 16, 14, 14], 0],
    ['x.mean((2, 3))', step('x.mean', [[2, 3]]), map, [1, 64], 0],
    ['x.mean over the map, kept', step('x.mean', [], { dim: [2, 3], keepdim: true }), map, [1, 64, 1, 1], 0],
    ['Embedding', step('nn.Embedding', [1000, 16]), [4, 20], [4, 20, 16], 16_000],
    ['LSTM: two biases a gate', step('nn.LSTM', [16, 32]), [20, 4, 16], [20, 4, 32], 4 * 32 * (16 + 32 + 2)],
    [
      'LSTM, two layers, both directions',
      step('nn.LSTM', [16, 32, 2], { bidirectional: true }),
      [20, 4, 16],
      [20, 4, 64],
      2 * 6400 + 2 * 4 * 32 * (64 + 32 + 2),
    ],
    ['GRU', step('nn.GRU', [16, 32]), [20, 4, 16], [20, 4, 32], 3 * 32 * 50],
    ['RNN', step('nn.RNN', [16, 32]), [20, 16], [20, 32], 32 * 50],
    ['PReLU', step('nn.PReLU'), map, map, 1],
    ['F.relu(x)', step('F.relu', [x]), map, map, 0],
    ['F.dropout(x, 0.5)', step('F.dropout', [x, 0.5]), map, map, 0],
  ])('%s', (_case, layer, input, output, trainable) => {
    expect(result('torch', layer, input)).toEqual({ output, weights: [trainable, 0] });
  });

  test.each([
    [
      'other channels',
      step('Conv2d', [3, 10, 5]),
      [1, 1, 28, 28],
      'Given groups=1, weight of size [10, 3, 5, 5], expected input[1, 1, 28, 28] to have 3 channels, ' +
        'but got 1 channels instead',
    ],
    [
      'a kernel larger than the map',
      step('Conv2d', [64, 8, 9]),
      map,
      "Calculated padded input size per channel: (7 x 7). Kernel size: (9 x 9). Kernel size can't be greater than " +
        'actual input size',
    ],
    [
      'a flat vector',
      step('Conv2d', [3, 10, 5]),
      [4, 400],
      'Expected 3D (unbatched) or 4D (batched) input to conv2d, but got input of size: [4, 400]',
    ],
    [
      'strided same',
      step('Conv2d', [3, 8, 3, 2, 'same']),
      [1, 3, 9, 9],
      "padding='same' is not supported for strided convolutions",
    ],
    [
      'uneven groups',
      step('Conv2d', [3, 8, 3], { groups: 2 }),
      [1, 3, 9, 9],
      'in_channels must be divisible by groups',
    ],
    [
      'other features',
      step('Linear', [400, 120]),
      [4, 256],
      'mat1 and mat2 shapes cannot be multiplied (4x256 and 400x120)',
    ],
    [
      'a map',
      step('Linear', [3136, 10]),
      map,
      'mat1 and mat2 shapes cannot be multiplied (448x7 and 3136x10)',
    ],
    [
      'one vector',
      step('Linear', [400, 120]),
      [256],
      'size mismatch, got input (120), mat (120x400), vec (256)',
    ],
    ['BatchNorm2d on a row', step('BatchNorm2d', [64]), [4, 64], 'expected 4D input (got 2D input)'],
    [
      'BatchNorm2d of other channels',
      step('BatchNorm2d', [32]),
      map,
      'running_mean should contain 64 elements not 32',
    ],
    [
      'view to another size',
      step('x.view', [-1, 400]),
      [1, 16, 4, 4],
      "shape '[-1, 400]' is invalid for input of size 256",
    ],
    [
      'LSTM of other features',
      step('nn.LSTM', [16, 32]),
      [20, 4, 8],
      'input.size(-1) must be equal to input_size. Expected 16, got 8',
    ],
    [
      'an unknown keyword',
      step('Conv2d', [3, 8, 3], { strides: 2 }),
      [1, 3, 9, 9],
      "Conv2d.__init__() got an unexpected keyword argument 'strides'",
    ],
  ])('%s: refused in the words of PyTorch', (_case, layer, input, message) => {
    expect(result('torch', layer, input)).toEqual({ refused: message });
  });

  test('a flatten that is missing is named', () => {
    expect(apply('torch', step('Linear', [3136, 10]), map).problem?.advice).toBe(
      'nn.Flatten() is missing in front: it makes 64 · 7 · 7 = 3136 numbers, which fits this layer.',
    );
  });

  test('channels at the end are named', () => {
    const { problem } = apply('torch', step('Conv2d', [3, 10, 5]), [1, 28, 28, 3]);
    expect(problem).toMatchObject({
      code: 'wrong-channels',
      advice: expect.stringContaining('channels first'),
    });
  });

  test('a view that splits samples runs, and the trace warns', () => {
    const warned = { output: [null, 3136], warning: expect.stringContaining('4 rows out of each sample') };
    expect(apply('torch', step('x.view', [-1, 3136]), [null, 64, 14, 14])).toMatchObject(warned);
    expect(apply('torch', step('x.view', [-1, 3136]), [8, 64, 14, 14])).toMatchObject({
      ...warned,
      output: [32, 3136],
    });
    expect(apply('torch', step('torch.flatten', [x]), [null, 64, 7, 7]).warning).not.toBeNull();
  });
});

describe('tensors of PyTorch that are joined', () => {
  test('cat and add', () => {
    expect(result('torch', step('torch.cat', [{ source: '[a, b]' }, 1]), map, [1, 32, 7, 7])).toMatchObject({
      output: [1, 96, 7, 7],
    });
    expect(result('torch', step('torch.add'), map, [1, 64, 1, 1])).toMatchObject({ output: map });
  });

  test('sizes that differ', () => {
    expect(result('torch', step('torch.cat', [], { dim: 1 }), [1, 8, 28, 28], [1, 8, 27, 27])).toEqual({
      refused:
        'Sizes of tensors must match except in dimension 1. Expected size 28 but got size 27 for tensor number 1 in the list.',
    });
    expect(result('torch', step('add'), [1, 8, 28, 28], [1, 8, 14, 14])).toEqual({
      refused: 'The size of tensor a (28) must match the size of tensor b (14) at non-singleton dimension 3',
    });
  });
});

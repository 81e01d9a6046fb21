import type { Shape } from '../../../pooling/index.ts';
import { byHand, byLayer, type Fix, firstFixes, leaveOut } from '../fix.ts';
import { example, type Known, worked } from './known.ts';
import { labelFixes } from './labels.ts';
import { normFixes } from './norm.ts';

/** What is left of a map behind Flatten, and the map before it, for example. */
const flat: Shape = [8, 64];
const map: Shape = [8, 64, 8, 8];

/** Ways out of messages on axes, open sizes, empty maps and labels. */
export function shapeFixes(told: Known): readonly Fix[] | null {
  const { id, framework, number, shape } = told;
  switch (id) {
    case 'input-rank':
      return axesFixes(told);
    case 'norm-rank':
    case 'norm-channels':
    case 'one-value':
      return normFixes(told);
    case 'ranks-differ':
      return ranksDiffer(number('first'), number('second'));
    case 'empty-map':
      return emptyMap(told);
    case 'open-channels':
      return firstFixes(...[1, 3].map((channels) => fixedInput(shape('input'), channels)));
    case 'open-features':
      return firstFixes(
        worked(
          'global',
          'GlobalAveragePooling2D()',
          { ...told, framework: 'keras' },
          { input: [null, null, null, 64] },
        ),
        example('fixed-input', 'Input((28, 28, 1))', [null, null, null, 1], [null, 28, 28, 1]),
      );
    case 'target-rank':
    case 'label-shape':
    case 'batch-sizes':
    case 'target-size':
    case 'loaded-weights':
      return labelFixes(told);
    case 'merged-sizes': {
      const [made, declared] = [number('made'), number('declared')];
      return made === null || declared === null ? [] : byHand('declare', null, [declared], [made], 'axis');
    }
    case 'wrong-size': {
      const sizes = (...names: readonly string[]) => names.map(number).filter((size) => size !== null);
      const found = sizes('found', 'nextFound');
      const open = sizes('axis', 'nextAxis').map((axis) => `${axis}: "${axis === 3 ? 'width' : 'height'}"`);
      return firstFixes(
        byHand('resize', null, found, sizes('expected', 'nextExpected'), 'axis'),
        byHand('any-size', `dynamic_axes={"input": {${open.join(', ')}}}`, found, found, 'axis'),
      );
    }
    case 'reshape-layer': {
      const input = shape('input') ?? [];
      return firstFixes(
        flattened(input),
        input.length === 3 ? byLayer('global', 'GlobalAveragePooling2D()', [null, ...input], 'keras') : [],
      );
    }
    case 'linear-mismatch':
      return framework === 'torch'
        ? firstFixes(
            example('flatten-first', 'torch.flatten(x, 1)', [8, 64, 7, 7], [8, 3136]),
            example('lazy-features', 'nn.LazyLinear(10)', [8, 3136], [8, 10]),
          )
        : [];
    default:
      return null;
  }
}

/** The number of channels is given, whatever else stays open. */
function fixedInput(input: Shape | null, channels: number): readonly Fix[] {
  const open = input ?? [null, 28, 28, null];
  const output = [...open.slice(0, -1), channels];
  const code = `Input((${output
    .slice(1)
    .map((size) => size ?? 'None')
    .join(', ')}))`;
  return byHand('fixed-input', code, open, output, input ? 'whole' : 'example');
}

const flattened = (image: Shape): readonly Fix[] =>
  byHand(
    'flatten-first',
    'Flatten()',
    [null, ...image],
    [null, image.reduce<number>((product, size) => product * (size ?? 1), 1)],
  );

/** An axis too few, where the message tells how many there are at most. */
function axesFixes({ framework, number }: Known): readonly Fix[] {
  const last = number('largest');
  if (framework === 'onnx')
    return firstFixes(
      example('add-both', 'Unsqueeze(x, axes=[0, 1])', [32, 32], [1, 1, 32, 32]),
      leaveOut(flat, 'example'),
    );
  if (last === null || last === 1)
    return firstFixes(
      last === null
        ? byLayer('add-both', 'nn.MaxPool2d(2)', [1, 1, 32, 32], 'torch', {
            on: 'x[None, None]',
            extent: 'example',
          })
        : byLayer('pool-earlier', 'nn.MaxPool2d(2)', map, 'torch', { extent: 'example' }),
      leaveOut(flat, 'example'),
    );
  return last === 2 ? example('add-batch', 'x.unsqueeze(0)', [3, 224, 224], [1, 3, 224, 224]) : [];
}

/** PyTorch joins arrays with equally many axes only. */
function ranksDiffer(first: number | null, second: number | null): readonly Fix[] {
  const [more, less] = [Math.max(first ?? 0, second ?? 0), Math.min(first ?? 0, second ?? 0)];
  if (more === 4 && less === 2)
    return firstFixes(
      example('flatten-first', 'torch.flatten(x, 1)', [8, 64, 1, 1], flat),
      example('spread', 'y[:, :, None, None]', flat, [8, 64, 1, 1]),
    );
  return more === 4 && less === 3
    ? example('add-batch', 'y.unsqueeze(0)', [3, 224, 224], [1, 3, 224, 224])
    : [];
}

/** A window before it was larger than the map; with padding one cell is left. */
function emptyMap(told: Known): readonly Fix[] {
  const input: Shape = [null, 1, 1, 64];
  switch (told.framework) {
    case 'onnx': {
      const found = told.shape('input')?.map((size) => (size === 0 ? 1 : size)) ?? [1, 64, 1, 1];
      const kernel = found.slice(2).map(() => 2);
      return worked(
        'same-padding',
        `MaxPool(kernel_shape=[${kernel.join(', ')}], strides=[${kernel.join(', ')}], auto_pad="SAME_UPPER")`,
        told,
        { input: found },
      );
    }
    case 'torch':
      return worked('ceil-mode', 'nn.MaxPool2d(2, ceil_mode=True)', told, { input: [1, 64, 1, 1] });
    case 'jax':
    case 'flax':
      return worked(
        'same-padding',
        'nn.max_pool(x, (2, 2), strides=(2, 2), padding="SAME")',
        { ...told, framework: 'flax' },
        { input: [1, 1, 1, 64] },
      );
    default:
      return firstFixes(
        worked('same-padding', 'MaxPooling2D(2, padding="same")', { ...told, framework: 'keras' }, { input }),
        worked('global', 'GlobalMaxPooling2D()', { ...told, framework: 'keras' }, { input }),
      );
  }
}

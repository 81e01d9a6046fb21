import type { Shape } from '../../../pooling/index.ts';
import { byHand, type Fix, firstFixes } from '../fix.ts';
import { example, type Known } from './known.ts';

/** BatchNorm1d, 2d and 3d take their own number of axes alone, and keep the shape. */
export function normFixes({ id, number, shape }: Known): readonly Fix[] {
  if (id === 'one-value') return oneValue(shape('input'));
  const found = number('found');
  if (id === 'norm-channels')
    return example('match-features', `nn.BatchNorm2d(${found})`, [8, found, 8, 8], [8, found, 8, 8]);
  const inputs: Readonly<Record<number, readonly [layer: string, input: Shape]>> = {
    2: ['nn.BatchNorm1d(64)', [8, 64]],
    3: ['nn.BatchNorm1d(64)', [8, 64, 100]],
    4: ['nn.BatchNorm2d(64)', [8, 64, 8, 8]],
    5: ['nn.BatchNorm3d(64)', [8, 64, 4, 8, 8]],
  };
  const [layer, input] = inputs[found ?? 0] ?? [];
  const alone = found === 3 && number('expected') === 4;
  return firstFixes(
    alone ? example('add-batch', 'x.unsqueeze(0)', [3, 224, 224], [1, 3, 224, 224]) : [],
    layer && input ? example('other-rank', layer, input, input) : [],
    found === 2 && number('expected') === 4
      ? example('norm-earlier', 'nn.BatchNorm2d(64)', [8, 64, 8, 8], [8, 64, 8, 8])
      : [],
  );
}

/** One image that was pooled globally has one value per channel, and one value has no spread. */
function oneValue(input: Shape | null): readonly Fix[] {
  if (!input) return [];
  return firstFixes(
    byHand('larger-batch', null, input, [2, ...input.slice(1)]),
    byHand('evaluate', 'model.eval()', input, input),
  );
}

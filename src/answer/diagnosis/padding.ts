import type { Shape } from '../../pooling/index.ts';
import type { Diagnosis } from './diagnosis.ts';
import { byHand, byLayer, exampleSide, firstFixes } from './fix.ts';

interface Told {
  readonly padding: number;
  readonly window: number;
  readonly dilation: number;
  readonly reduce: 'max' | 'average';
  readonly rank: number;
}

/** PyTorch takes at most half of the window as padding. */
export function paddingTooLarge(
  { padding, window, dilation, reduce, rank }: Told,
  around: Shape | null,
): Diagnosis {
  const reach = dilation * (window - 1) + 1;
  const most = Math.floor(reach / 2);
  const wide = 2 * padding;
  const input: Shape = around ?? [1, 3, ...Array.from({ length: rank }, () => exampleSide)];
  const manner = { extent: around === null ? 'example' : 'whole' } as const;
  const layer = reduce === 'max' ? `nn.MaxPool${rank}d` : `nn.AvgPool${rank}d`;
  const dilated = dilation === 1 ? '' : `, dilation=${dilation}`;
  const ends = Array.from({ length: 2 * rank }, () => padding).join(', ');
  const padded = input.map((size, at) => (at < input.length - rank || size === null ? size : size + wide));
  return {
    kind: 'padding-too-large',
    padding,
    window,
    dilation,
    largest: most,
    fixes: firstFixes(
      byLayer('less-padding', `${layer}(${window}, padding=${most}${dilated})`, input, 'torch', manner),
      byLayer(
        'larger-window',
        `${layer}(${wide}, stride=${window}, padding=${padding})`,
        input,
        'torch',
        manner,
      ),
      byHand('pad-before', `F.pad(x, (${ends}))`, input, padded, manner.extent),
    ),
  };
}

import type { Shape } from '../../../pooling/index.ts';
import { channelsAt, type Draft, type Place, startDraft } from '../draft.ts';

/** A draft of a PyTorch network. */
export const torchDraft = (input: Shape): Draft => startDraft('torch', input);

export const relu = (draft: Draft, x: Place): Place => draft.add('ReLU', [], {}, x);

interface ConvOptions {
  readonly stride?: number;
  readonly padding?: number;
  readonly groups?: number;
}

/** A convolution whose input channels are those that come in. */
export function conv(
  draft: Draft,
  x: Place,
  filters: number,
  kernel: number,
  options: ConvOptions = {},
): Place {
  return draft.add('Conv2d', [channelsIn(x), filters, kernel], { ...options }, x);
}

/** Convolution without a bias, then batch normalisation. */
export function convNorm(
  draft: Draft,
  x: Place,
  filters: number,
  kernel: number,
  options: ConvOptions = {},
): Place {
  const named = { ...options, bias: false };
  return draft.add(
    'BatchNorm2d',
    [filters],
    {},
    draft.add('Conv2d', [channelsIn(x), filters, kernel], named, x),
  );
}

/** At least 1, so that behind a layer that fails the rest can still be written down. */
export const channelsIn = (x: Place): number => channelsAt(x, 'channels_first') || 1;

/** Dropout, linear, ReLU twice, then the classes: the classifier of AlexNet and VGG. */
export function twoHiddenLayers(
  draft: Draft,
  x: Place,
  features: number,
  order: 'dropout-first' | 'dropout-last',
): Place {
  let y = draft.add('flatten', [], { start_dim: 1 }, x);
  for (const size of [features, 4096]) {
    if (order === 'dropout-first') y = draft.add('Dropout', [], {}, y);
    y = relu(draft, draft.add('Linear', [size, 4096], {}, y));
    if (order === 'dropout-last') y = draft.add('Dropout', [], {}, y);
  }
  return draft.add('Linear', [4096, 1000], {}, y);
}

/** One number per channel, then the classes. */
export function averageHead(draft: Draft, x: Place, features: number, dropout: number | null = null): Place {
  draft.enter('head');
  const pooled = draft.add('AdaptiveAvgPool2d', [[1, 1]], {}, x);
  const flat = draft.add('flatten', [], { start_dim: 1 }, pooled);
  const thinned = dropout === null ? flat : draft.add('Dropout', [dropout], {}, flat);
  return draft.add('Linear', [features, 1000], {}, thinned);
}

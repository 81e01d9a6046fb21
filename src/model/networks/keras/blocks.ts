import type { Shape } from '../../../pooling/index.ts';
import { type Draft, type Place, startDraft } from '../draft.ts';

/** A draft of a Keras network. */
export const kerasDraft = (input: Shape): Draft => startDraft('keras', input);

interface ConvOptions {
  readonly strides?: number;
  readonly padding?: 'same' | 'valid';
  readonly bias?: boolean;
  /** Whether the normalisation has a gamma. */
  readonly scale?: boolean;
  readonly activation?: string | null;
}

type Kernel = number | readonly [number, number];

/** Convolution, batch normalisation, activation: the step that most networks repeat. */
export function convNormAct(
  draft: Draft,
  x: Place,
  filters: number,
  kernel: Kernel,
  { strides = 1, padding = 'same', bias = false, scale = true, activation = 'relu' }: ConvOptions = {},
): Place {
  const conv = draft.add('Conv2D', [filters, kernel], { strides, padding, use_bias: bias }, x);
  return normAct(draft, conv, activation, scale);
}

export function normAct(draft: Draft, x: Place, activation: string | null = 'relu', scale = true): Place {
  const normed = draft.add('BatchNormalization', [], scale ? {} : { scale: false }, x);
  return activation === null ? normed : draft.add('Activation', [activation], {}, normed);
}

/** The classifier of most networks: one number per channel, then the classes. */
export function averageHead(draft: Draft, x: Place, dropout: number | null = null): Place {
  draft.enter('head');
  const pooled = draft.add('GlobalAveragePooling2D', [], {}, x);
  const thinned = dropout === null ? pooled : draft.add('Dropout', [dropout], {}, pooled);
  return draft.add('Dense', [1000], { activation: 'softmax' }, thinned);
}

/** Pads so that a stride of 2 starts at the same cell for odd and even sizes (`correct_pad` of Keras). */
export function strideTwoPad(draft: Draft, x: Place, kernel: number): Place {
  const reach = Math.floor(kernel / 2);
  const [, height = null, width = null] = x.shape ?? [];
  const sides = [height, width].map((size) => [reach - (size !== null && size % 2 === 1 ? 0 : 1), reach]);
  return draft.add('ZeroPadding2D', [], { padding: sides }, x);
}

/** Widths come in multiples of 8, and rounding never takes more than a tenth away. */
export function toEights(width: number): number {
  const rounded = Math.max(8, Math.floor((width + 4) / 8) * 8);
  return rounded < 0.9 * width ? rounded + 8 : rounded;
}

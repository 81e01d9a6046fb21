import type { FrameworkId } from '../../frameworks/index.ts';
import type { Shape } from '../../pooling/index.ts';
import type { Diagnosis } from './diagnosis.ts';
import { byHand, byLayer, firstFixes } from './fix.ts';

/** What a message on a window that does not fit tells, and what stands beside it. */
export interface TooLarge {
  readonly framework: 'keras' | 'torch';
  readonly input: Shape | null;
  readonly window: number | null;
  readonly stride: number | null;
  /** The size that the window does not fit on, where only this is told. */
  readonly size: number | null;
  readonly reduce: 'max' | 'average';
}

/** "Negative dimension size", "Output size is too small": the window is larger than what is left of the map. */
export function windowTooLarge({ framework, input, window, stride, size, reduce }: TooLarge): Diagnosis {
  const image = withoutBatch(input, framework);
  const map = image ? spatialOf(image, framework) : null;
  const swapped = image !== null && isSwapped(image, framework);
  const smallest = map ? Math.min(...map) : size;
  const step = stride ?? window;
  const sum =
    smallest === null || window === null || step === null || step < 1
      ? null
      : { size: smallest, window, stride: step, output: Math.floor((smallest - window) / step) + 1 };
  return {
    kind: 'window-too-large',
    window,
    map: map ?? (size === null ? null : [size]),
    sum,
    swapped,
    fits: smallest,
    fixes:
      image && input ? fixesFor(input, image, { framework, window, stride, smallest, swapped, reduce }) : [],
  };
}

interface Case {
  readonly framework: FrameworkId;
  readonly window: number | null;
  readonly stride: number | null;
  readonly smallest: number | null;
  readonly swapped: boolean;
  readonly reduce: 'max' | 'average';
}

function fixesFor(
  input: Shape,
  image: Shape,
  { framework, window, stride, smallest, swapped, reduce }: Case,
) {
  const rank = image.length - 1;
  const size = window ?? 2;
  const keras = framework === 'keras';
  const step = stride === null || stride === size ? '' : `, ${keras ? 'strides' : 'stride'}=${stride}`;
  const kind = reduce === 'max' ? 'Max' : keras ? 'Average' : 'Avg';
  const local = keras ? `${kind}Pooling${rank}D` : `nn.${kind}Pool${rank}d`;
  const pooled = (means: Parameters<typeof byLayer>[0], code: string, shape: Shape = input) =>
    byLayer(means, code, shape, framework);
  const turned = keras ? [] : [image.at(-1) ?? null, ...image.slice(0, -1)];
  const order = `${rank}, ${axes(rank)}`;
  const smaller =
    smallest !== null && smallest > 1 && smallest < size
      ? pooled('smaller-window', `${local}(${smallest}${step})`)
      : [];
  const global = keras
    ? pooled('global', `Global${kind}Pooling${rank}D()`)
    : pooled('global', `nn.Adaptive${kind}Pool${rank}d(1)`);
  return firstFixes(
    swapped && keras
      ? pooled('channels-first', `${local}(${size}${step}, data_format="channels_first")`)
      : [],
    swapped && !keras
      ? byLayer('channels-to-front', `${local}(${size}${step})`, turned, framework).map((fix) => ({
          ...fix,
          code: `${fix.code} on x.permute(${order})`,
        }))
      : [],
    keras
      ? pooled('same-padding', `${local}(${size}${step}, padding="same")`)
      : pooled('ceil-mode', `${local}(${size}${step}, ceil_mode=True)`),
    smaller,
    global,
    byHand('leave-out', local, input, input),
  );
}

const axes = (count: number): string => Array.from({ length: count }, (_, at) => at).join(', ');

/** The map with its channels; null where too little is told. */
function withoutBatch(input: Shape | null, framework: 'keras' | 'torch'): Shape | null {
  if (!input || input.length < 3) return null;
  // PyTorch prints the plane alone, Keras the whole shape.
  return framework === 'torch' ? input : input.slice(1);
}

function spatialOf(image: Shape, framework: 'keras' | 'torch'): readonly number[] | null {
  const sizes = framework === 'keras' ? image.slice(0, -1) : image.slice(1);
  const known = sizes.filter((size) => size !== null);
  return known.length === sizes.length && known.length > 0 ? known : null;
}

/** An axis of one, three or four where the image should be, and a large one where the channels should be. */
function isSwapped(image: Shape, framework: 'keras' | 'torch'): boolean {
  const sizes = image.map((size) => size ?? 0);
  if (sizes.length !== 3) return false;
  const [first = 0, second = 0, third = 0] = sizes;
  return framework === 'keras'
    ? [1, 3, 4].includes(first) && second > 4 && third > 4
    : [1, 3, 4].includes(third) && first > 4 && second > 4;
}

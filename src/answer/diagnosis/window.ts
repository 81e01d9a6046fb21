import type { Dimension, Shape } from '../../pooling/index.ts';
import type { Diagnosis, SizeSum } from './diagnosis.ts';
import { byLayer, type Extent, type Fix, firstFixes, leaveOut } from './fix.ts';
import { channelsLastBefore, isTooNarrow, orderOfLast, spatialAxes } from './layout.ts';

/** What a message on a window that does not fit tells, and what stands beside it. */
export interface TooLarge {
  readonly framework: 'keras' | 'torch';
  /** What reaches the layer: whole in Keras, one image with its channels in PyTorch. */
  readonly input: Shape | null;
  /** How much of it the message tells; of an example it may still tell the size. */
  readonly extent: Extent;
  readonly sizeTold: boolean;
  readonly window: Shape | null;
  readonly stride: Shape | null;
  readonly rank: number;
  readonly reduce: 'max' | 'average';
  readonly channelsFirst: boolean;
  /** PyTorch's average pooling in three dimensions compares the window with the map before it pads. */
  readonly beforePadding: boolean;
}

/** "Negative dimension size", "Output size is too small": the window is larger than what is left of the map. */
export function windowTooLarge(told: TooLarge): Diagnosis {
  const { input, window, stride } = told;
  const axes = input ? spatialAxes(input, told) : [];
  const sizes = axes.map((axis) => input?.[axis] ?? null);
  const map = sizes.length > 0 && sizes.every((size) => size !== null) ? sizes : null;
  const swapped = input && told.extent === 'whole' ? swappedIn(input, told) : null;
  return {
    kind: 'window-too-large',
    window: inOneNumber(window),
    map: told.extent !== 'example' ? map : told.sizeTold ? (map?.slice(0, 1) ?? null) : null,
    sum: map && window && told.sizeTold ? sumOf(map, window, stride ?? window) : null,
    swapped,
    fixes: input ? fixesFor(input, map, swapped, told) : [],
  };
}

/** The axis on which the window does not fit. */
function sumOf(map: readonly number[], window: Shape, stride: Shape): SizeSum | null {
  const at = map.findIndex((size, axis) => size < (sizeAt(window, axis) ?? 0));
  const size = map[Math.max(at, 0)] ?? 0;
  const [cells, step] = [sizeAt(window, Math.max(at, 0)), sizeAt(stride, Math.max(at, 0))];
  if (cells === null || step === null || step < 1) return null;
  return { size, window: cells, stride: step, output: Math.floor((size - cells) / step) + 1 };
}

/** The size on an axis; one number stands for all. */
const sizeAt = (sizes: Shape, axis: number): Dimension =>
  (sizes.length === 1 ? sizes[0] : sizes[axis]) ?? null;

const inOneNumber = (sizes: Shape | null): number | null => {
  const [first = null] = sizes ?? [];
  return sizes?.every((size) => size === first) ? first : null;
};

const written = (sizes: Shape): string => {
  const one = inOneNumber(sizes);
  return one === null ? `(${sizes.join(', ')})` : String(one);
};

function fixesFor(
  input: Shape,
  map: readonly number[] | null,
  swapped: ReturnType<typeof swappedIn>,
  told: TooLarge,
): readonly Fix[] {
  const { framework, window, rank, extent, channelsFirst, beforePadding } = told;
  const keras = framework === 'keras';
  const kind = told.reduce === 'max' ? 'Max' : keras ? 'Average' : 'Avg';
  const local = keras ? `${kind}Pooling${rank}D` : `nn.${kind}Pool${rank}d`;
  const format = channelsFirst ? 'data_format="channels_first"' : null;
  const call = (size: Shape, ...more: readonly (string | null)[]) => {
    // Keras shows the strides that it takes from the window where none are given.
    const step = told.stride && window && written(told.stride) !== written(window) ? told.stride : null;
    const strides = step ? `${keras ? 'strides' : 'stride'}=${written(step)}` : null;
    const args = [written(size), strides, ...more, format].filter((one) => one !== null);
    return `${local}(${args.join(', ')})`;
  };
  const pooled = (means: Fix['means'], code: string) => {
    const fixes = byLayer(means, code, input, framework, { extent });
    return extent === 'map' ? fixes.map(mapAlone) : fixes;
  };
  // An example names the window that it takes.
  const size = window ?? (extent === 'example' || swapped ? [2] : null);
  if (swapped === 'here' && size)
    return keras
      ? firstFixes(
          turnedLast(input, call(size)),
          pooled('channels-first', call(size, 'data_format="channels_first"')),
        )
      : turnedFirst(input, call(size));
  const ones = map?.every((one) => one === 1) ?? false;
  const smaller = map && size ? map.map((one, axis) => Math.min(one, sizeAt(size, axis) ?? one)) : null;
  const shrunk = smaller && !ones ? pooled('smaller-window', call(smaller)) : [];
  if (swapped === 'before') return firstFixes(channelsLastBefore, shrunk);
  const left = extent === 'map' ? input.slice(1) : input;
  const padded = !size || beforePadding ? [] : keras ? same() : rounded(size);
  const everything = keras
    ? pooled('global', `Global${kind}Pooling${rank}D(${format ?? ''})`)
    : pooled('global', `nn.Adaptive${kind}Pool${rank}d(1)`);
  return firstFixes(
    ones ? leaveOut(left, extent) : [],
    padded,
    shrunk,
    everything,
    ones ? [] : leaveOut(left, extent),
  );

  function same() {
    return size ? pooled('same-padding', call(size, 'padding="same"')) : [];
  }

  function rounded(size: Shape) {
    const up = pooled('ceil-mode', call(size, 'ceil_mode=True'));
    const half = Math.floor((inOneNumber(size) ?? 0) / 2);
    return up.length > 0 || half < 1 ? up : pooled('more-padding', call(size, `padding=${half}`));
  }
}

/** The shapes of a fix without the one channel that stood in for all. */
const mapAlone = (fix: Fix): Fix => ({ ...fix, input: fix.input.slice(1), output: fix.output.slice(1) });

/** The image turned so that its channels stand where the layer looks for them, and pooled. */
function turnedLast([batch = null, ...image]: Shape, code: string): readonly Fix[] {
  const [channels = null, ...map] = image;
  const order = [0, ...map.map((_, at) => at + 2), 1].join(', ');
  return byLayer('channels-last', code, [batch, ...map, channels], 'keras', {
    on: `tf.transpose(x, (${order}))`,
  });
}

function turnedFirst(image: Shape, code: string): readonly Fix[] {
  const turned = [image.at(-1) ?? null, ...image.slice(0, -1)];
  return byLayer('channels-to-front', code, turned, 'torch', {
    on: `x.permute(${orderOfLast(image.length)})`,
  });
}

/**
 * Whether the channels are read as an axis of the image: `here`, where one, three or four stand before a map; or
 * `before`, where a map is far too narrow to be one, because the first layer read the channels as its height.
 */
function swappedIn(input: Shape, { framework, channelsFirst }: TooLarge): 'here' | 'before' | null {
  const image = (framework === 'torch' ? input : input.slice(1)).map((size) => size ?? 0);
  if (image.length !== 3 || channelsFirst) return null;
  const [first = 0, second = 0, third = 0] = image;
  if (framework === 'torch') return isColours(third) && first > 4 && second > 4 ? 'here' : null;
  if (isColours(first) && third > 4 && second > 4 && (first > 1 || second === third)) return 'here';
  return isTooNarrow([first, second]) ? 'before' : null;
}

const isColours = (size: number): boolean => [1, 3, 4].includes(size);

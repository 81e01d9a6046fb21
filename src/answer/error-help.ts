import { configure } from '../frameworks/index.ts';
import type { Shape } from '../pooling/index.ts';
import type { LayerCall, PastedError, Question } from '../question/index.ts';

/** What a pasted message says, in numbers that can be checked. */
export type Diagnosis =
  | {
      readonly kind: 'window-too-large';
      readonly window: number | null;
      /** The spatial sizes that reach the layer, where the message tells them. */
      readonly map: readonly number[] | null;
      /** A map that looks like channels read as an axis of the image. */
      readonly swapped: boolean;
      /** The largest window that fits. */
      readonly fits: number | null;
    }
  | {
      readonly kind: 'wrong-rank';
      readonly expected: number;
      readonly found: number | null;
      readonly input: Shape | null;
      /** Which Keras layer takes the found number of axes. */
      readonly layerOfFound: string | null;
    }
  | {
      readonly kind: 'features-mismatch';
      readonly arriving: number | null;
      readonly expected: number | null;
      readonly units: number | null;
      /** Square maps that explain both numbers with one count of channels. */
      readonly maps: {
        readonly channels: number;
        readonly arriving: number;
        readonly expected: number;
      } | null;
    }
  | {
      readonly kind: 'padding-too-large';
      readonly padding: number;
      readonly window: number;
      readonly largest: number;
    }
  | {
      readonly kind: 'sizes-differ';
      readonly first: Shape;
      readonly second: Shape;
      readonly apart: number | null;
    }
  | { readonly kind: 'argument'; readonly argument: string | null; readonly received: string | null }
  | { readonly kind: 'other' };

/**
 * Reads a diagnosis out of a recognised message and of what stands around it; the ids are those of the messages' forms.
 */
export function diagnose({ id, numbers }: PastedError, { calls, inputs }: Question): Diagnosis {
  const [window] = calls.flatMap((call) => kernelOf(call));
  const around = inputs.find((read) => read.shape.length > 2)?.shape ?? null;
  const number = (name: string) => (typeof numbers[name] === 'number' ? numbers[name] : null);
  const shape = (name: string) => (Array.isArray(numbers[name]) ? (numbers[name] as Shape) : null);
  const word = (name: string) => (typeof numbers[name] === 'string' ? numbers[name] : null);
  switch (id) {
    case 'negative-dimension':
      return windowTooLarge(number('window'), shape('input') ?? around, number('size'));
    case 'output-not-positive':
      return windowTooLarge(largest(shape('window')), shape('input'), null);
    case 'output-too-small':
      return windowTooLarge(
        largest(shape('window')) ?? window ?? null,
        shape('input'),
        null,
        'channels_first',
      );
    case 'ndim':
      return wrongRank(number('expected'), number('found'), shape('input'));
    case 'input-rank':
      return wrongRank(number('batched'), shape('input')?.length ?? null, shape('input'));
    case 'linear-mismatch':
      return featuresMismatch(shape('input')?.at(-1) ?? null, number('expected'), shape('weight'));
    case 'padding-too-large':
      return paddingTooLarge(number('padding'), number('window'), number('dilation') ?? 1);
    case 'concatenate':
      return sizesDiffer(shape('first') ?? one(number('first')), shape('second') ?? one(number('second')));
    case 'missing-argument':
    case 'unrecognised-argument':
    case 'window-argument':
    case 'padding-argument':
    case 'data-format-argument':
    case 'output-size-argument':
      return { kind: 'argument', argument: word('argument'), received: word('received') };
    default:
      return { kind: 'other' };
  }
}

/** The window of a layer that stands beside the message. */
function kernelOf({ layer, given }: LayerCall): readonly number[] {
  const configuration = configure(layer, given);
  const operation = configuration.ok ? configuration.operation : null;
  return operation?.kind === 'pool' && operation.window.kind === 'local'
    ? [Math.max(...operation.window.kernel)]
    : [];
}

const one = (size: number | null): Shape | null => (size === null ? null : [size]);

function largest(shape: Shape | null): number | null {
  const sizes = (shape ?? []).filter((size) => size !== null);
  return sizes.length === 0 ? null : Math.max(...sizes);
}

function windowTooLarge(
  window: number | null,
  input: Shape | null,
  size: number | null,
  layout: 'channels_last' | 'channels_first' = 'channels_last',
): Diagnosis {
  const sizes = (input ?? []).filter((axis) => axis !== null);
  const batched = input !== null && input.length > 3;
  const image = batched && sizes.length === input.length ? sizes.slice(1) : sizes;
  const map = image.length < 3 ? null : layout === 'channels_last' ? image.slice(0, -1) : image.slice(1);
  const [first = 0, ...others] = image;
  const swapped =
    layout === 'channels_last' && image.length === 3 && first < Math.min(...others) && first <= 4;
  const smallest = map ? Math.min(...map) : size;
  return {
    kind: 'window-too-large',
    window,
    map: map ?? (size === null ? null : [size]),
    swapped,
    fits: smallest,
  };
}

/** Keras' global layers by the axes they take, batch and channels included. */
const layersByAxes: Readonly<Record<number, string>> = {
  3: 'GlobalAveragePooling1D',
  4: 'GlobalAveragePooling2D',
  5: 'GlobalAveragePooling3D',
};

function wrongRank(expected: number | null, found: number | null, input: Shape | null): Diagnosis {
  if (expected === null) return { kind: 'other' };
  return { kind: 'wrong-rank', expected, found, input, layerOfFound: layersByAxes[found ?? 0] ?? null };
}

function featuresMismatch(arriving: number | null, expected: number | null, weight: Shape | null): Diagnosis {
  const wanted = expected ?? weight?.[0] ?? null;
  const maps = arriving === null || wanted === null ? null : squareMaps(arriving, wanted);
  return { kind: 'features-mismatch', arriving, expected: wanted, units: weight?.[1] ?? null, maps };
}

/** The largest count of channels that makes both numbers square maps: 1152 and 2048 are 3 × 3 and 4 × 4 of 128. */
function squareMaps(arriving: number, expected: number) {
  for (let channels = Math.min(arriving, expected); channels >= 1; channels -= 1) {
    const sides = [arriving / channels, expected / channels].map(Math.sqrt);
    const [mine = 0, theirs = 0] = sides;
    if (sides.every(Number.isInteger)) return { channels, arriving: mine, expected: theirs };
  }
  return null;
}

function paddingTooLarge(padding: number | null, window: number | null, dilation: number): Diagnosis {
  if (padding === null || window === null) return { kind: 'other' };
  const reach = dilation * (window - 1) + 1;
  return { kind: 'padding-too-large', padding, window, largest: Math.floor(reach / 2) };
}

function sizesDiffer(first: Shape | null, second: Shape | null): Diagnosis {
  if (!first || !second) return { kind: 'other' };
  const pairs = first.flatMap((size, axis) => {
    const other = second[axis];
    return size !== null && other != null && size !== other ? [Math.abs(size - other)] : [];
  });
  return { kind: 'sizes-differ', first, second, apart: pairs[0] ?? null };
}

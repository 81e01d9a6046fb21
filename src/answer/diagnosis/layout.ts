import type { FrameworkId } from '../../frameworks/index.ts';
import type { Shape } from '../../pooling/index.ts';
import { byHand, type Fix } from './fix.ts';

/** Which axes of an input are those of the image; PyTorch's messages show one image without its batch. */
export function spatialAxes(
  input: Shape,
  { framework, channelsFirst }: { readonly framework: FrameworkId; readonly channelsFirst: boolean },
): readonly number[] {
  if (input.length < 3 && framework === 'keras') return [];
  const all = input.map((_, axis) => axis);
  if (framework === 'torch') return all.slice(1);
  return channelsFirst ? all.slice(2) : all.slice(1, -1);
}

/** Which libraries put the channels before the map. */
export const isChannelsFirst = (framework: FrameworkId): boolean =>
  framework === 'torch' || framework === 'onnx' || framework === 'caffe';

/** `2, 0, 1`: the last axis comes to the front. */
export const orderOfLast = (count: number): string =>
  [count - 1, ...Array.from({ length: count - 1 }, (_, at) => at)].join(', ');

/** A height of a few cells beside a long width is what is left of channels that the first layer read as the height. */
export const isTooNarrow = ([height = 0, width = 0]: readonly number[]): boolean =>
  height <= 4 && width >= 32;

const photo = 224;

/** Photos turned before the first layer, for example. */
export const channelsLastBefore: readonly Fix[] = byHand(
  'channels-last-before',
  'tf.transpose(x, (0, 2, 3, 1))',
  [null, 3, photo, photo],
  [null, photo, photo, 3],
  'example',
);

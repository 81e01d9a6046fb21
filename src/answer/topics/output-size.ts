import type { Subject } from './subject.ts';
import { use } from './use.ts';

/** The window formula on the height of a map, for the usual settings. */
export function outputSizeFacts({ height, width, channels }: Subject) {
  const kernel = Math.min(3, height, width);
  const stride = 2;
  const padding = Math.floor(kernel / 2);
  const images = [null, height, width, channels];
  const valid = use('keras', 'MaxPooling2D', { pool_size: kernel, strides: stride }, images);
  const same = use('keras', 'MaxPooling2D', { pool_size: kernel, strides: stride, padding: 'same' }, images);
  const padded = use('torch', 'MaxPool2d', { kernel_size: kernel, stride, padding }, [
    1,
    channels,
    height,
    width,
  ]);
  return {
    height,
    kernel,
    stride,
    padding,
    bothSides: 2 * padding,
    valid,
    same,
    padded,
    validHeight: valid.output[1] ?? null,
    sameHeight: same.output[1] ?? null,
    paddedHeight: padded.output[2] ?? null,
  };
}

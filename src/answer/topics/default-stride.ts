import type { Subject } from './subject.ts';
import { use } from './use.ts';

/** Keras and PyTorch take the window as the stride that is left out, ONNX takes 1. */
export function defaultStrideFacts({ height, width, channels }: Subject) {
  const window = Math.min(2, height, width);
  const images = [null, height, width, channels];
  return {
    window,
    left: use('keras', 'MaxPooling2D', { pool_size: window }, images),
    one: use('keras', 'MaxPooling2D', { pool_size: window, strides: 1 }, images),
    onnx: use('onnx', 'MaxPool', { kernel_shape: [window, window] }, [1, channels, height, width]),
  };
}

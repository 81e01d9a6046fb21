import type { Subject } from './subject.ts';
import { use } from './use.ts';

/** Global average pooling of one map in every framework that has it. */
export function gapOutputShapeFacts({ height, width, channels }: Subject) {
  const last = [null, height, width, channels];
  const first = [1, channels, height, width];
  return {
    channels,
    keras: use('keras', 'GlobalAveragePooling2D', {}, last),
    kept: use('keras', 'GlobalAveragePooling2D', { keepdims: true }, last),
    first: use('keras', 'GlobalAveragePooling2D', { data_format: 'channels_first' }, [
      null,
      channels,
      height,
      width,
    ]),
    torch: use('torch', 'AdaptiveAvgPool2d', { output_size: 1 }, first),
    onnx: use('onnx', 'GlobalAveragePool', {}, first),
  };
}

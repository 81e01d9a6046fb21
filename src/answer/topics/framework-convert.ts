import { use } from './use.ts';

/** One layer in four frameworks on the same images, each with what has to be said because its default differs. */
export function frameworkConvertFacts() {
  const last = [1, 112, 112, 64];
  const first = [1, 64, 112, 112];
  return {
    keras: use('keras', 'MaxPooling2D', { pool_size: 3, strides: 2, padding: 'same' }, last),
    torch: use('torch', 'MaxPool2d', { kernel_size: 3, stride: 2, padding: 1 }, first),
    onnx: use('onnx', 'MaxPool', { kernel_shape: [3, 3], strides: [2, 2], auto_pad: 'SAME_UPPER' }, first),
    kerasGlobal: use('keras', 'GlobalAveragePooling2D', {}, last),
    torchGlobal: use('torch', 'AdaptiveAvgPool2d', { output_size: 1 }, first),
    onnxGlobal: use('onnx', 'GlobalAveragePool', {}, first),
    onnxDefault: use('onnx', 'MaxPool', { kernel_shape: [2, 2] }, first),
  };
}

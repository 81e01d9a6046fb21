import { tensor, useOnNumbers } from './use.ts';

/** Three numbers averaged by threes with one padded cell on each side, in each framework's way. */
export function averagePaddingCountFacts() {
  const numbers = [1, 2, 3];
  const first = { input: tensor([1, 1, 3], numbers) };
  const window = { kernel_size: 3, stride: 1, padding: 1 };
  const pads = { kernel_shape: [3], strides: [1], pads: [1, 1] };
  return {
    torch: useOnNumbers('torch', 'AvgPool1d', window, first),
    torchReal: useOnNumbers('torch', 'AvgPool1d', { ...window, count_include_pad: false }, first),
    keras: useOnNumbers(
      'keras',
      'AveragePooling1D',
      { pool_size: 3, strides: 1, padding: 'same' },
      { input: tensor([1, 3, 1], numbers) },
    ),
    onnx: useOnNumbers('onnx', 'AveragePool', pads, first),
    onnxCounted: useOnNumbers('onnx', 'AveragePool', { ...pads, count_include_pad: 1 }, first),
    cells: 3,
    realCells: 2,
    edgeSum: 3,
  };
}

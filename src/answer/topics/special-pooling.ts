import { tensor, useOnNumbers } from './use.ts';

/** LPPool of 3 and 4 for several norms, and of negative numbers. */
export function specialPoolingFacts() {
  const lp = (norm_type: number, numbers: readonly number[]) =>
    useOnNumbers('torch', 'LPPool1d', { norm_type, kernel_size: 2 }, { input: tensor([1, 1, 2], numbers) });
  return {
    sum: lp(1, [3, 4]),
    norm: lp(2, [3, 4]),
    high: lp(20, [3, 4]),
    signed: lp(1, [1, -2]),
    onnx: useOnNumbers(
      'onnx',
      'LpPool',
      { kernel_shape: [2], strides: [2], p: 1 },
      { input: tensor([1, 1, 2], [1, -2]) },
    ),
    powers: [1, 2, 20],
    max: 4,
  };
}

import { tensor, useOnNumbers } from './use.ts';

/** Global average pooling of two channels, which is the mean over the spatial axes. */
export function reduceMeanFacts() {
  const numbers = [1, 10, 2, 20, 3, 30, 6, 40];
  const maps = { input: tensor([1, 2, 2, 2], numbers) };
  return {
    pooled: useOnNumbers('keras', 'GlobalAveragePooling2D', {}, maps),
    kept: useOnNumbers('keras', 'GlobalAveragePooling2D', { keepdims: true }, maps),
    torch: useOnNumbers(
      'torch',
      'AdaptiveAvgPool2d',
      { output_size: 1 },
      { input: tensor([1, 2, 2, 2], [1, 2, 3, 6, 10, 20, 30, 40]) },
    ),
    lastAxes: [1, 2],
    firstAxes: [2, 3],
  };
}

import { adaptiveBins } from '../../pooling/index.ts';
import { tensor, use, useOnNumbers } from './use.ts';

/** Ten numbers into four bins, and into five, which divides them evenly. */
export function adaptivePoolingFacts() {
  const length = 10;
  const input = {
    input: tensor(
      [1, 1, length],
      Array.from({ length }, (_, at) => at + 1),
    ),
  };
  return {
    length,
    bins: adaptiveBins(length, 4),
    lasts: adaptiveBins(length, 4).map(([, end]) => end - 1),
    uneven: useOnNumbers('torch', 'AdaptiveAvgPool1d', { output_size: 4 }, input),
    even: useOnNumbers('torch', 'AdaptiveAvgPool1d', { output_size: 5 }, input),
    plain: useOnNumbers('torch', 'AvgPool1d', { kernel_size: 2 }, input),
    map: use('torch', 'AdaptiveAvgPool2d', { output_size: 7 }, [1, 512, 30, 41]),
  };
}
